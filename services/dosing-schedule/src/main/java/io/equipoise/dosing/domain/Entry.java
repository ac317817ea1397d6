package io.equipoise.dosing.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a calendar.
 *
 * @param day days from day 0 to the target that day 0 asks for
 * @param planned the target, or the first permitted day where that is later
 * @param earliest null where nothing bounds it
 * @param latest null where the window is unknown
 * @param because in words, where there is something to explain
 */
public record Entry(
        String entry,
        String title,
        Kind kind,
        @Nullable Integer dose,
        int day,
        LocalDate planned,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        State state,
        @Nullable String because) {

    /** What is to happen on that day. */
    public enum Kind {
        DOSE,
        SCAN
    }

    /** What became of it. Late and overdue are no states: they depend on the day one asks. */
    public enum State {
        PLANNED,
        HELD,
        GIVEN,
        MISSED,
        CANCELLED
    }

    /** How an infusion that is still to be given stands on a certain day. */
    public enum Standing {
        NOT_YET,
        DUE,
        LATE,
        OVERDUE
    }

    /**
     * Due from the first permitted day, late after the planned day, overdue once the window is closed. With an unknown
     * window nothing is ever judged late.
     */
    public Standing standing(LocalDate on) {
        if (on.isBefore(earliest == null ? planned : earliest)) {
            return Standing.NOT_YET;
        }
        if (latest == null || !on.isAfter(planned)) {
            return Standing.DUE;
        }
        return on.isAfter(latest) ? Standing.OVERDUE : Standing.LATE;
    }

    /** An infusion that is neither given, missed nor cancelled. */
    public boolean open() {
        return kind == Kind.DOSE && (state == State.PLANNED || state == State.HELD);
    }

    /**
     * The same line as it shows while the study gives no doses: held, or cancelled where the study is over; nothing of it
     * is stored.
     */
    public Entry under(StudyStatus.Change status) {
        if (kind != Kind.DOSE || state != State.PLANNED || status.permitsDosing()) {
            return this;
        }
        return becoming(status.over() ? State.CANCELLED : State.HELD, status.inWords());
    }

    /** The same line as it shows while the study is held for safety; nothing of it is stored. */
    public Entry under(SafetyHold hold) {
        return kind == Kind.DOSE && state == State.PLANNED ? becoming(State.HELD, hold.inWords()) : this;
    }

    Entry becoming(State now, String why) {
        return new Entry(entry, title, kind, dose, day, planned, earliest, latest, now, why);
    }
}
