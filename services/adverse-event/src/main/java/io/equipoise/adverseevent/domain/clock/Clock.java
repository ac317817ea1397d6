package io.equipoise.adverseevent.domain.clock;

import io.equipoise.adverseevent.domain.Submission;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One report that one authority has to get, and until when.
 *
 * @param id such as "EU-CTR/OTHER/1": the authority, the kind of rule, the information that started it
 * @param office whose civil days count
 * @param startedAt the moment that makes day 0
 * @param due the last civil day at the office on which the report is in time: day 0 plus the rule's days
 * @param provisional something that the rule asks for has not been said, so the nearest day counts
 * @param met the report that stopped the clock; absent while there is none
 * @param stoodDown why no report is due any more; absent while one is
 */
public record Clock(
        String id,
        String authority,
        ClockRule rule,
        int information,
        ZoneId office,
        Instant startedAt,
        LocalDate dayZero,
        LocalDate due,
        boolean provisional,
        @Nullable Submission met,
        @Nullable String stoodDown) {

    /** How a clock stands at a moment. */
    public enum State {
        RUNNING,
        AT_RISK,
        LATE,
        MET,
        MET_LATE,
        STOOD_DOWN
    }

    /** The first moment that is too late: the end of the last day, whatever the office's clocks do in that night. */
    public Instant deadline() {
        return due.plusDays(1).atStartOfDay(office).toInstant();
    }

    /** From here on somebody should worry. */
    public Instant atRiskAt() {
        return deadline().minus(rule.atRisk());
    }

    public boolean open() {
        return met == null && stoodDown == null;
    }

    public State state(Instant now) {
        if (met != null) {
            return met.sentAt().isBefore(deadline()) ? State.MET : State.MET_LATE;
        }
        if (stoodDown != null) {
            return State.STOOD_DOWN;
        }
        if (!now.isBefore(deadline())) {
            return State.LATE;
        }
        return now.isBefore(atRiskAt()) ? State.RUNNING : State.AT_RISK;
    }

    Clock standDown(String because) {
        return new Clock(id, authority, rule, information, office, startedAt, dayZero, due, provisional, met, because);
    }
}
