package io.equipoise.adverseevent.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the site says about an event.
 *
 * @param grade 1 to 5 (CTCAE v5); it never decides seriousness
 * @param criteria of seriousness, each once, in the order of the guideline; none means not serious
 * @param dose the number of the dose that the event is set in relation to
 */
public record Account(
        String term,
        int grade,
        List<Criterion> criteria,
        Moment onset,
        @Nullable Moment end,
        Relation relation,
        @Nullable Integer dose,
        EventOutcome outcome) {

    public Account {
        criteria = criteria.stream().distinct().sorted().toList();
    }

    /** If and only if at least one criterion is met (ICH E2A II.B; 21 CFR 312.32(a)). */
    public boolean serious() {
        return !criteria.isEmpty();
    }
}
