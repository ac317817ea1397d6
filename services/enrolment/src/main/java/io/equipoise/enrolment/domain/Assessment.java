package io.equipoise.enrolment.domain;

import java.util.List;

/**
 * Every criterion answered, and what the answers rest on: how many facts had been recorded, and which version of the
 * definition asked. An assessment that rests on anything else than the present is out of date and decides nothing.
 */
public record Assessment(int factsSeen, int definitionVersion, List<Criterion> criteria) {
    public Assessment {
        criteria = List.copyOf(criteria);
    }

    /** Every criterion met. A definition without rules makes nobody eligible: nothing stated is not no limits. */
    public boolean eligible() {
        return !criteria.isEmpty() && criteria.stream().allMatch(criterion -> criterion.answer() == Answer.MET);
    }

    public List<String> rules(Answer answer) {
        return criteria.stream()
                .filter(criterion -> criterion.answer() == answer)
                .map(Criterion::rule)
                .toList();
    }
}
