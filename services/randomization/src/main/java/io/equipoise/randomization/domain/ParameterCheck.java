package io.equipoise.randomization.domain;

import io.equipoise.platform.Refusal;
import io.equipoise.randomization.domain.design.Coin;
import io.equipoise.randomization.domain.design.Probability;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whether a design has every parameter that it needs, none that it would ignore, and each within its bounds. */
record ParameterCheck(Design study, Parameters given) {
    private static final int LARGEST = 1_000;
    private static final int FACTORS = 20;
    private static final long FINEST_SHARES = 1_000_000;

    Optional<Refusal> obstacle() {
        return firstOf("DESIGN_PARAMETER_MISSING", "The design needs it; nothing is filled in.", this::isMissing)
                .or(() -> firstOf("DESIGN_PARAMETER_SURPLUS", "The design makes no use of it.", this::isSurplus))
                .or(this::unfitShares)
                .or(this::outOfRange)
                .or(this::unfitFactors);
    }

    private Set<String> needed() {
        return switch (given.kind()) {
            case SIMPLE, ASSIGNED_ELSEWHERE -> Set.of();
            case EFRON -> Set.of("within", "probability");
            case BIG_STICK -> Set.of("within", "limit");
            case URN -> Set.of("within", "alpha", "beta");
            case MINIMIZATION -> Set.of("measure", "coin", "probability", "factors");
        };
    }

    private Map<String, Boolean> present() {
        var present = new LinkedHashMap<String, Boolean>();
        present.put("within", given.within() != null);
        present.put("probability", given.probability() != null);
        present.put("limit", given.limit() != null);
        present.put("alpha", given.alpha() != null);
        present.put("beta", given.beta() != null);
        present.put("measure", given.measure() != null);
        present.put("coin", given.coin() != null);
        present.put("factors", !given.factors().isEmpty());
        return present;
    }

    private boolean isMissing(String name) {
        return needed().contains(name) && !Objects.requireNonNull(present().get(name));
    }

    private boolean isSurplus(String name) {
        return !needed().contains(name) && Objects.requireNonNull(present().get(name));
    }

    private Optional<Refusal> firstOf(String code, String detail, Predicate<String> wrong) {
        var names = present().keySet().stream()
                .filter(wrong)
                .map(name -> "/" + name)
                .toArray(String[]::new);
        return names.length == 0 ? Optional.empty() : Optional.of(Refusal.invalid(code, detail, names));
    }

    private Optional<Refusal> unfitShares() {
        var shares = study.shares();
        boolean equal = shares.stream().map(Design.Share::weight).distinct().count() == 1;
        return switch (given.kind()) {
            case SIMPLE, ASSIGNED_ELSEWHERE -> Optional.empty();
            case EFRON, BIG_STICK ->
                shares.size() == 2 && equal ? Optional.empty() : unfit("The design is for two arms with equal shares.");
            case URN -> equal ? Optional.empty() : unfit("The design is for arms with equal shares.");
            case MINIMIZATION ->
                given.coin() == Coin.RANK_LINEAR && !equal
                        ? unfit("The rank-linear coin is for arms with equal shares; Han's keeps unequal ones.")
                        : multiple() > FINEST_SHARES
                                ? unfit("The shares' least common multiple is at most " + FINEST_SHARES + ".")
                                : Optional.empty();
        };
    }

    private static Optional<Refusal> unfit(String detail) {
        return Optional.of(Refusal.invalid("DESIGN_UNFIT_FOR_SHARES", detail, "/design"));
    }

    private long multiple() {
        return study.shares().stream()
                .mapToLong(Design.Share::weight)
                .reduce(1, (some, share) -> some > FINEST_SHARES ? some : some / gcd(some, share) * share);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private Optional<Refusal> outOfRange() {
        if (given.probability() != null && !isPossible(given.probability())) {
            return beyond(
                    "An arm that is preferred is not less likely than by its share, nor more than certain.",
                    "probability");
        }
        if (!isWithin(1, given.limit())) {
            return beyond("One arm may be ahead by 1 to 1,000.", "limit");
        }
        if (!isWithin(0, given.alpha())) {
            return beyond("There are 0 to 1,000 balls of each colour.", "alpha");
        }
        return isWithin(1, given.beta()) ? Optional.empty() : beyond("There are 1 to 1,000 balls to add.", "beta");
    }

    private static Optional<Refusal> beyond(String detail, String name) {
        return Optional.of(Refusal.invalid("DESIGN_PARAMETER_RANGE", detail, "/" + name));
    }

    private static boolean isWithin(int least, @Nullable Integer value) {
        return value == null || (value >= least && value <= LARGEST);
    }

    private boolean isPossible(Probability probability) {
        int arms = study.shares().size();
        if (given.coin() == Coin.HAN) {
            int least =
                    study.shares().stream().mapToInt(Design.Share::weight).min().orElseThrow();
            return (long) probability.numerator() * study.ratioSum() >= (long) least * probability.denominator();
        }
        boolean lastGetsSomething = given.coin() != Coin.RANK_LINEAR
                || (long) probability.numerator() * (arms - 1) <= 2L * probability.denominator();
        return probability.comparedWithOneOf(arms) >= 0 && lastGetsSomething;
    }

    private Optional<Refusal> unfitFactors() {
        var names = study.factors().stream().map(Design.Factor::factor).toList();
        var seen = new HashSet<String>();
        return factor(
                        "FACTOR_UNKNOWN",
                        "A factor is one of the study's definition, or SITE.",
                        "/factor",
                        weight -> !names.contains(weight.factor())
                                && !weight.factor().equals(Scheme.SITE))
                .or(() -> factor(
                        "FACTOR_REPEATED", "A factor is named once.", "/factor", weight -> !seen.add(weight.factor())))
                .or(() -> factor(
                        "DESIGN_PARAMETER_RANGE",
                        "A weight is 1 to 1,000, and there are at most " + FACTORS + " factors.",
                        "/weight",
                        weight -> weight.weight() < 1
                                || weight.weight() > LARGEST
                                || given.factors().size() > FACTORS));
    }

    private Optional<Refusal> factor(String code, String detail, String field, Predicate<Parameters.Weight> wrong) {
        List<Parameters.Weight> factors = given.factors();
        var at = IntStream.range(0, factors.size())
                .filter(n -> wrong.test(factors.get(n)))
                .mapToObj(n -> "/factors/" + n + field)
                .toArray(String[]::new);
        return at.length == 0 ? Optional.empty() : Optional.of(Refusal.invalid(code, detail, at));
    }
}
