package io.equipoise.enrolment.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every criterion answered, and what the answers rest on: how many facts had been recorded, and which version of the
 * definition asked. An assessment that rests on anything else than the present is out of date and decides nothing.
 *
 * @param siteRules the version of the site's own rules that asked; null where the study's alone did
 */
public record Assessment(
        int factsSeen, int definitionVersion, @Nullable Integer siteRules, List<Criterion> criteria) {
    public Assessment {
        criteria = List.copyOf(criteria);
    }

    /** By the study's rules alone. */
    public Assessment(int factsSeen, int definitionVersion, List<Criterion> criteria) {
        this(factsSeen, definitionVersion, null, criteria);
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
