package io.equipoise.randomization.domain;

import static java.util.Objects.requireNonNull;

import io.equipoise.randomization.domain.design.BiasedCoin;
import io.equipoise.randomization.domain.design.BigStick;
import io.equipoise.randomization.domain.design.Minimization;
import io.equipoise.randomization.domain.design.Rule;
import io.equipoise.randomization.domain.design.Simple;
import io.equipoise.randomization.domain.design.Urn;
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
        var ratio = shares.stream().map(Design.Share::weight).toList();
        return switch (parameters.kind()) {
            case SIMPLE -> new Simple(ratio);
            case EFRON -> new BiasedCoin(requireNonNull(parameters.probability()));
            case BIG_STICK -> new BigStick(requireNonNull(parameters.limit()));
            case URN -> new Urn(ratio.size(), requireNonNull(parameters.alpha()), requireNonNull(parameters.beta()));
            case MINIMIZATION ->
                new Minimization(
                        ratio,
                        parameters.factors().stream()
                                .map(Parameters.Weight::weight)
                                .toList(),
                        requireNonNull(parameters.measure()),
                        requireNonNull(parameters.coin()),
                        requireNonNull(parameters.probability()));
        };
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
