package io.equipoise.adverseevent.adapter.rest;

import io.equipoise.adverseevent.domain.Countable;
import io.equipoise.adverseevent.domain.Lifter;
import io.equipoise.adverseevent.domain.StoppingRule;
import io.equipoise.adverseevent.domain.StoppingRule.Choice;
import io.equipoise.adverseevent.domain.StoppingRule.Way;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A stopping rule as a request states it; a parameter that is null is one that is not stated. */
record RuleGiven(
        String rule,
        String title,
        CountsGiven counts,
        Way method,
        Map<String, String> parameters,
        Choice choice,
        List<Lifter> liftedBy) {

    /** Which events count. */
    record CountsGiven(
            List<String> terms,
            int grade,
            boolean serious,
            boolean related,
            int withinDays,
            @Nullable LocalDate dosedFrom) {}

    StoppingRule stated() {
        var given = new HashMap<>(parameters);
        given.values().removeIf(value -> value == null);
        return new StoppingRule(
                rule,
                title,
                new Countable(
                        counts.terms(),
                        counts.grade(),
                        counts.serious(),
                        counts.related(),
                        counts.withinDays(),
                        counts.dosedFrom()),
                method,
                given,
                choice,
                liftedBy);
    }
}
