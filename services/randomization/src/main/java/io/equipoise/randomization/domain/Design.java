package io.equipoise.randomization.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the study's definition says about allocation: arms with their shares, and stratification factors.
 *
 * @param sequences what the arms of a crossover give in which period
 * @param unknown JSON pointers of what the definition leaves open and a list cannot be drawn without
 */
public record Design(List<Share> shares, List<Factor> factors, List<String> unknown, Sequences sequences) {
    private static final long COUNTLESS = 1_000_000;

    /** An arm of the study with its part of the ratio. */
    public record Share(Arm arm, String title, int weight) {}

    /** Something that lists are kept apart by, and the values it can have. */
    public record Factor(String factor, List<String> levels) {
        public Factor {
            levels = List.copyOf(levels);
        }
    }

    /** Of a study in which an arm is what people get from beginning to end. */
    public Design(List<Share> shares, List<Factor> factors, List<String> unknown) {
        this(shares, factors, unknown, Sequences.NONE);
    }

    public Design {
        shares = List.copyOf(shares);
        factors = List.copyOf(factors);
        unknown = List.copyOf(unknown);
    }

    /** What there are kits of: the arms, or what the sequences give. */
    public List<Arm> kinds() {
        return sequences.areNone()
                ? shares.stream().map(Share::arm).toList()
                : sequences.kinds().toList();
    }

    public int ratioSum() {
        return shares.stream().mapToInt(Share::weight).sum();
    }

    public long strataCount() {
        return factors.stream()
                .mapToLong(factor -> factor.levels().size())
                .reduce(1, (some, more) -> Math.min(some * more, COUNTLESS));
    }

    /** Every combination of levels, the last factor changing fastest. */
    public List<Stratum> strata() {
        List<Map<String, String>> combinations = List.of(Map.of());
        for (Factor factor : factors) {
            var longer = new ArrayList<Map<String, String>>();
            for (var combination : combinations) {
                for (String level : factor.levels()) {
                    var extended = new HashMap<>(combination);
                    extended.put(factor.factor(), level);
                    longer.add(extended);
                }
            }
            combinations = longer;
        }
        return combinations.stream().map(Stratum::new).toList();
    }
}
