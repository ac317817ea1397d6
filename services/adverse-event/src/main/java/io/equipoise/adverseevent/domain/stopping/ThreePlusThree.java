package io.equipoise.adverseevent.domain.stopping;

import java.util.Optional;

/**
 * The 3+3 rule of one dose level: none of three goes up, one of three makes six of them, at most one of six goes up, two
 * is too many (rules.md 4.9). It says nothing of fewer than three people.
 */
public record ThreePlusThree() implements Method {
    private static final int COHORT = 3;
    private static final int EXPANDED = 6;

    /** Empty for fewer than three people, more than six, or counts that cannot be. */
    public Optional<Advice> advice(int n, int events) {
        if (n < COHORT || n > EXPANDED || events < 0 || events > n) {
            return Optional.empty();
        }
        if (events >= 2) {
            return Optional.of(Advice.EXCEEDED);
        }
        return Optional.of(n == EXPANDED || (n == COHORT && events == 0) ? Advice.ESCALATE : Advice.STAY);
    }

    @Override
    public Boundary boundary() {
        return Boundary.upTo(EXPANDED, n -> n < COHORT ? n + 1 : 2);
    }

    @Override
    public String attained(Boundary boundary) {
        return "two of three to six people are too many";
    }

    @Override
    public String evidence(int n, int events) {
        return "%d of %d people of the level had a toxicity, and two are too many".formatted(events, n);
    }

    /** How likely the level is passed where each person has the toxicity with this chance: 0 of 3, or 1 of 3 and then 0. */
    public Share passing(Share chance) {
        var none = new Binomial(COHORT, chance).atMost(0);
        var one = new Binomial(COHORT, chance).atMost(1).less(none);
        return none.plus(one.times(none));
    }
}
