package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.CalendarCommand.Hold;
import io.equipoise.dosing.domain.CalendarCommand.Miss;
import io.equipoise.dosing.domain.CalendarCommand.Release;
import io.equipoise.dosing.domain.CalendarCommand.Steer;
import io.equipoise.dosing.domain.CalendarEvent.DoseHeld;
import io.equipoise.dosing.domain.CalendarEvent.DoseMissed;
import io.equipoise.dosing.domain.CalendarEvent.DoseReleased;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** Holding a dose, letting it go again, and giving it up. */
record Steering(Calendar calendar, Steer asked) {

    Decision<CalendarEvent> decide() {
        return openDose()
                .or(this::impossible)
                .<Decision<CalendarEvent>>map(Decision::refuse)
                .orElseGet(this::steered);
    }

    private Decision<CalendarEvent> steered() {
        return switch (asked) {
            case Hold(var dose, var on, var reason, var _) -> followed(new DoseHeld(dose, on, reason), "held");
            case Release(var dose, var on, var reason, var _) ->
                followed(new DoseReleased(dose, on, reason), "released");
            case Miss(var dose, var on, var reason, var _) -> followed(new DoseMissed(dose, on, reason), "missed");
        };
    }

    private Decision<CalendarEvent> followed(CalendarEvent fact, String word) {
        return calendar.followed(
                fact, "infusion %d %s on %s: %s".formatted(asked.dose(), word, asked.on(), asked.reason()));
    }

    private Optional<Refusal> impossible() {
        return switch (asked) {
            case Hold _ -> alreadyHeld();
            case Release _ -> notHeld();
            case Miss _ -> gate().inOrder().or(this::notYetMissed);
        };
    }

    private DoseGate gate() {
        return new DoseGate(calendar, asked.dose());
    }

    private Optional<Refusal> openDose() {
        return gate().planned().or(this::dayAndReason).or(gate()::unsettled).or(gate()::notStopped);
    }

    private Optional<Refusal> dayAndReason() {
        var plan = Objects.requireNonNull(calendar.plan());
        var silent = DoseGate.reason(asked.reason(), "/reason");
        if (silent.isPresent()) {
            return silent;
        }
        if (asked.on().isAfter(LocalDate.ofInstant(asked.toldAt(), plan.zone()))) {
            return Optional.of(Refusal.invalid("IN_THE_FUTURE", asked.on() + " has not come yet", "/on"));
        }
        return asked.on().isBefore(plan.day0())
                ? Optional.of(Refusal.invalid(
                        "BEFORE_DAY_ZERO", "the calendar starts on " + plan.day0() + ", after " + asked.on(), "/on"))
                : Optional.empty();
    }

    private Optional<Refusal> alreadyHeld() {
        return calendar.fate(asked.dose()).openHold().map(gate()::held);
    }

    private Optional<Refusal> notHeld() {
        var hold = calendar.fate(asked.dose()).openHold();
        if (hold.isEmpty()) {
            return Optional.of(Refusal.conflict("DOSE_NOT_HELD", "dose %d is not held".formatted(asked.dose())));
        }
        return asked.on().isBefore(hold.get().from())
                ? Optional.of(Refusal.invalid(
                        "RELEASE_BEFORE_HOLD",
                        "dose %d is held since %s, after %s"
                                .formatted(asked.dose(), hold.get().from(), asked.on()),
                        "/on"))
                : Optional.empty();
    }

    private Optional<Refusal> notYetMissed() {
        var entry = calendar.entries().get(asked.dose() - 1);
        var first = entry.earliest() == null ? entry.planned() : entry.earliest();
        return asked.on().isAfter(first)
                ? Optional.empty()
                : Optional.of(Refusal.conflict(
                        "TOO_EARLY_TO_MISS",
                        "dose %d can be given from %s, so on %s nobody knows that it is missed"
                                .formatted(asked.dose(), first, asked.on())));
    }
}
