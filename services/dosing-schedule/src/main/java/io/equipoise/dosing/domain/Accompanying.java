package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.CalendarEvent.CompanionTreatmentRecorded;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a treatment beside the trial dose may be recorded. It never counts as a dose, and no hold or status stands
 * against it: it was given, by whomever.
 */
record Accompanying(Calendar calendar, CalendarCommand.Accompany asked) {
    private static final int LONGEST_NOTE = 1_000;

    Decision<CalendarEvent> decide() {
        var named = asked.allowed().stream()
                .filter(one -> one.companion().equals(asked.companion()))
                .findFirst();
        if (named.isEmpty()) {
            return Decision.refuse(Refusal.invalid(
                    "COMPANION_UNKNOWN",
                    "the study definition names no companion treatment %s".formatted(asked.companion()),
                    "/companion"));
        }
        var fact = new CompanionTreatmentRecorded(
                asked.companion(),
                named.get().title(),
                named.get().confounder(),
                asked.from(),
                asked.until(),
                asked.note());
        if (calendar.companions().contains(fact)) {
            return Decision.accept();
        }
        return enrolled()
                .or(() -> notCome(asked.from(), "/from"))
                .or(() -> asked.until() == null ? Optional.empty() : notCome(asked.until(), "/until"))
                .or(this::order)
                .or(this::note)
                .or(this::already)
                .<Decision<CalendarEvent>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(fact));
    }

    private Optional<Refusal> enrolled() {
        return asked.entered()
                ? Optional.empty()
                : Optional.of(Refusal.conflict(
                        "NOT_ENROLLED",
                        "the person is not known as enrolled; an enrolment recorded just now may still be on its way,"
                                + " and the command may be sent again"));
    }

    private Optional<Refusal> notCome(LocalDate day, String pointer) {
        return DoseGate.yetToCome(day, asked.toldAt())
                ? Optional.of(Refusal.invalid("IN_THE_FUTURE", day + " has not come yet", pointer))
                : Optional.empty();
    }

    private Optional<Refusal> order() {
        var until = asked.until();
        return until != null && until.isBefore(asked.from())
                ? Optional.of(Refusal.invalid(
                        "UNTIL_BEFORE_FROM", "it ended on %s and began on %s".formatted(until, asked.from()), "/until"))
                : Optional.empty();
    }

    private Optional<Refusal> note() {
        var note = asked.note();
        return note != null && (note.isBlank() || note.length() > LONGEST_NOTE)
                ? Optional.of(Refusal.invalid(
                        "NOTE_MALFORMED", "a note says something in at most " + LONGEST_NOTE + " characters", "/note"))
                : Optional.empty();
    }

    /** What still went on may be said to have ended; anything else about one treatment from one day is a second story. */
    private Optional<Refusal> already() {
        return calendar.companions().stream()
                .filter(told -> told.companion().equals(asked.companion())
                        && told.from().equals(asked.from()))
                .filter(told -> told.until() != null || asked.until() == null || !sameNote(told))
                .map(told -> Refusal.conflict(
                        "COMPANION_ALREADY_RECORDED",
                        "%s from %s is recorded already, %s"
                                .formatted(
                                        told.title(),
                                        told.from(),
                                        told.until() == null ? "without an end" : "until " + told.until()),
                        "/from"))
                .findFirst();
    }

    private boolean sameNote(CompanionTreatmentRecorded told) {
        return asked.note() == null || Objects.equals(told.note(), asked.note());
    }
}
