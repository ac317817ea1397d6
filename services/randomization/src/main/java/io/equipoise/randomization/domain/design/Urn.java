package io.equipoise.randomization.domain.design;

/**
 * Wei's urn UD(alpha, beta) (Annals of Statistics 1978;6:92), for any number of equal arms: alpha balls of each colour to
 * begin with, and after each draw beta balls of every other colour. Strict at first, ever closer to a fair draw.
 */
public record Urn(int arms, int alpha, int beta) implements Rule {
    public Urn {
        if (arms < 2 || alpha < 0 || beta < 0 || alpha + beta == 0) {
            throw new IllegalArgumentException("an urn has balls");
        }
    }

    @Override
    public Chances chances(Tally before, Newcomer newcomer) {
        long drawn = 0;
        for (int arm = 0; arm < arms; arm++) {
            drawn += before.inStratum(newcomer.stratum(), arm);
        }
        if (alpha == 0 && drawn == 0) {
            return Chances.equal(arms);
        }
        var balls = new long[arms];
        for (int arm = 0; arm < arms; arm++) {
            balls[arm] = alpha + beta * (drawn - before.inStratum(newcomer.stratum(), arm));
        }
        return Chances.of(balls);
    }
}
