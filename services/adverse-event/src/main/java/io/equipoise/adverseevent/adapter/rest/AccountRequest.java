package io.equipoise.adverseevent.adapter.rest;

import io.equipoise.adverseevent.application.Reporting.Said;
import io.equipoise.adverseevent.domain.Account;
import io.equipoise.adverseevent.domain.Criterion;
import io.equipoise.adverseevent.domain.EventOutcome;
import io.equipoise.adverseevent.domain.Moment;
import io.equipoise.adverseevent.domain.Relation;
import io.equipoise.platform.web.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site's account of an event.
 *
 * @param onset an instant, or a date where the time is not known
 * @param reason why an earlier account is amended; for amendments only
 */
record AccountRequest(
        String term,
        Integer grade,
        List<Criterion> criteria,
        String onset,
        @Nullable String end,
        Relation relation,
        @Nullable Integer dose,
        EventOutcome outcome,
        @Nullable String narrative,
        @Nullable String reason) {
    private static final int LONGEST_NARRATIVE = 20_000;

    Said said() {
        if (narrative != null && narrative.length() > LONGEST_NARRATIVE) {
            throw Problem.badRequest("NARRATIVE_TOO_LONG", "a narrative has at most 20000 characters", "/narrative");
        }
        return new Said(
                new Account(
                        term,
                        grade,
                        criteria,
                        moment("/onset", onset),
                        end == null ? null : moment("/end", end),
                        relation,
                        dose,
                        outcome),
                narrative);
    }

    private static Moment moment(String pointer, String text) {
        return Moment.parse(text)
                .orElseThrow(() -> Problem.badRequest(
                        "FIELD_MALFORMED",
                        pointer + " must be an instant such as 2025-03-11T10:05:00Z, or a date such as 2025-03-11",
                        pointer));
    }
}
