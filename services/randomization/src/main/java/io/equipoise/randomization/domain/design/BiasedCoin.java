package io.equipoise.randomization.domain.design;

/**
 * Efron's biased coin (Biometrika 1971;58:403): two equal arms; the one that is behind in the stratum has the better
 * chance, and a fair coin decides when they are level.
 */
public record BiasedCoin(Probability behind) implements Rule {
    public BiasedCoin {
        if (behind.comparedWithOneOf(2) < 0) {
            throw new IllegalArgumentException("who is behind is not held back");
        }
    }

    @Override
    public Chances chances(Tally before, Newcomer newcomer) {
        int ahead = Integer.signum(before.inStratum(newcomer.stratum(), 0) - before.inStratum(newcomer.stratum(), 1));
        return switch (ahead) {
            case 1 -> Chances.of(behind.rest(), behind.numerator());
            case -1 -> Chances.of(behind.numerator(), behind.rest());
            default -> Chances.equal(2);
        };
    }
}
