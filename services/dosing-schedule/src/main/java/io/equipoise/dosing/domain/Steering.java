package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.CalendarEvent.DoseHeld;
import io.equipoise.dosing.domain.CalendarEvent.DoseMissed;
import io.equipoise.dosing.domain.CalendarEvent.DoseReleased;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** Holding a dose, letting it go again, and giving it up. */
record Steering(Calendar calendar, int dose, LocalDate on, String reason, Instant toldAt) {

    Decision<CalendarEvent> hold() {
        return openDose()
                .or(this::alreadyHeld)
                .<Decision<CalendarEvent>>map(Decision::refuse)
                .orElseGet(() -> calendar.followed(
                        new DoseHeld(dose, on, reason), "infusion %d held on %s: %s".formatted(dose, on, reason)));
    }

    Decision<CalendarEvent> release() {
        return openDose()
                .or(this::notHeld)
                .<Decision<CalendarEvent>>map(Decision::refuse)
                .orElseGet(() -> calendar.followed(
                        new DoseReleased(dose, on, reason),
                        "infusion %d released on %s: %s".formatted(dose, on, reason)));
    }

    Decision<CalendarEvent> miss() {
        return openDose()
                .or(new DoseGate(calendar, dose)::inOrder)
                .or(this::notYetMissed)
                .<Decision<CalendarEvent>>map(Decision::refuse)
                .orElseGet(() -> calendar.followed(
                        new DoseMissed(dose, on, reason), "infusion %d missed on %s: %s".formatted(dose, on, reason)));
    }

    private Optional<Refusal> openDose() {
        var gate = new DoseGate(calendar, dose);
        return gate.planned().or(this::dayAndReason).or(gate::unsettled).or(gate::notStopped);
    }

    private Optional<Refusal> dayAndReason() {
        var plan = Objects.requireNonNull(calendar.plan());
        var silent = DoseGate.reason(reason, "/reason");
        if (silent.isPresent()) {
            return silent;
        }
        if (on.isAfter(LocalDate.ofInstant(toldAt, plan.zone()))) {
            return Optional.of(Refusal.invalid("IN_THE_FUTURE", on + " has not come yet", "/on"));
        }
        return on.isBefore(plan.day0())
                ? Optional.of(Refusal.invalid(
                        "BEFORE_DAY_ZERO", "the calendar starts on " + plan.day0() + ", after " + on, "/on"))
                : Optional.empty();
    }

    private Optional<Refusal> alreadyHeld() {
        return calendar.fate(dose).openHold().map(new DoseGate(calendar, dose)::held);
    }

    private Optional<Refusal> notHeld() {
        var hold = calendar.fate(dose).openHold();
        if (hold.isEmpty()) {
            return Optional.of(Refusal.conflict("DOSE_NOT_HELD", "dose %d is not held".formatted(dose)));
        }
        return on.isBefore(hold.get().from())
                ? Optional.of(Refusal.invalid(
                        "RELEASE_BEFORE_HOLD",
                        "dose %d is held since %s, after %s"
                                .formatted(dose, hold.get().from(), on),
                        "/on"))
                : Optional.empty();
    }

    private Optional<Refusal> notYetMissed() {
        var entry = calendar.entries().get(dose - 1);
        var first = entry.earliest() == null ? entry.planned() : entry.earliest();
        return on.isAfter(first)
                ? Optional.empty()
                : Optional.of(Refusal.conflict(
                        "TOO_EARLY_TO_MISS",
                        "dose %d can be given from %s, so on %s nobody knows that it is missed"
                                .formatted(dose, first, on)));
    }
}
