package io.equipoise.adverseevent.domain.aggregate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One adverse event as the aggregate view counts it: codes, numbers and days, none of the words that people wrote.
 *
 * @param onset the civil day at the site
 * @param end the civil day at the site; absent where it has not ended, or nobody said
 * @param lot the packaging lot of the dose that the site set it in relation to; absent where it named none
 * @param organClass the system organ class of its code; absent where nobody coded it in a dictionary that has classes
 */
public record Happening(
        String event,
        String subject,
        String site,
        int grade,
        List<String> criteria,
        LocalDate onset,
        @Nullable LocalDate end,
        @Nullable String lot,
        String relation,
        String outcome,
        @Nullable String organClass) {
    public Happening {
        criteria = List.copyOf(criteria);
    }

    public boolean serious() {
        return !criteria.isEmpty();
    }
}
