package io.equipoise.randomization.domain.design;

/**
 * The big stick (Soares and Wu 1983): two equal arms and a fair coin, until one is this far ahead in the stratum; then
 * the other is certain.
 */
public record BigStick(int farthest) implements Rule {
    public BigStick {
        if (farthest < 1) {
            throw new IllegalArgumentException("arms may differ by one at least");
        }
    }

    @Override
    public Chances chances(Tally before, Newcomer newcomer) {
        int ahead = before.inStratum(newcomer.stratum(), 0) - before.inStratum(newcomer.stratum(), 1);
        return Math.abs(ahead) < farthest ? Chances.equal(2) : Chances.certain(2, ahead > 0 ? 1 : 0);
    }
}
