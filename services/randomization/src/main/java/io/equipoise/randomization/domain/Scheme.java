package io.equipoise.randomization.domain;

import io.equipoise.randomization.domain.design.Rule;
import java.util.List;

/**
 * How one randomization of a study is decided, declared once before the first subject. It never prints itself.
 *
 * @param randomization 1 for the randomization of everybody; 2 for the second one of the same people
 */
public record Scheme(
        String study,
        int randomization,
        Seed seed,
        List<Design.Share> shares,
        List<Design.Factor> factors,
        Parameters parameters) {
    /** The name by which a site is minimized like a factor. */
    public static final String SITE = "SITE";

    public Scheme {
        shares = List.copyOf(shares);
        factors = List.copyOf(factors);
    }

    static Scheme of(AllocationEvent.SchemeDeclared fact) {
        return new Scheme(
                fact.study(), fact.randomization(), fact.seed(), fact.shares(), fact.factors(), fact.parameters());
    }

    /** The design without names. */
    public Rule rule() {
        return parameters.rule(shares.stream().map(Design.Share::weight).toList());
    }

    /** Whether every factor is there, at one of its levels, and none other. */
    boolean has(Stratum stratum) {
        return stratum.levels().size() == factors.size()
                && factors.stream()
                        .allMatch(factor ->
                                factor.levels().contains(stratum.levels().getOrDefault(factor.factor(), "")));
    }

    /** Where the chance of one subject comes from. */
    Draw draw(String stratum, int position) {
        return new Draw(
                new HmacSha256(seed),
                String.join("|", parameters.kind().algorithm(), study, "" + randomization, stratum, "" + position));
    }

    @Override
    public String toString() {
        return "Scheme[hidden]";
    }
}
