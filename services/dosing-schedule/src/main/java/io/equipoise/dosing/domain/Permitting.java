package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.CalendarEvent.DosePermitted;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether one person's dose may be permitted while the study is suspended. The permission is for that dose and that
 * suspension; nothing else that stands in the way of a dose is lifted by it.
 */
record Permitting(Calendar calendar, CalendarCommand.Permit asked) {

    Decision<CalendarEvent> decide() {
        var gate = new DoseGate(calendar, asked.dose());
        var status = asked.study().on(asked.on()).filter(StudyStatus.Change::suspended);
        return gate.planned()
                .or(this::dayAndReason)
                .or(gate::unsettled)
                .or(gate::notStopped)
                .<Decision<CalendarEvent>>map(Decision::refuse)
                .orElseGet(() -> status.map(this::permitted)
                        .orElseGet(() -> Decision.refuse(Refusal.conflict(
                                "STUDY_NOT_SUSPENDED",
                                "a dose is permitted by name only while the study is suspended, and on %s it is not"
                                        .formatted(asked.on()),
                                "/on"))));
    }

    private Optional<Refusal> dayAndReason() {
        var plan = Objects.requireNonNull(calendar.plan());
        return DoseGate.reason(asked.reason(), "/reason")
                .or(() -> asked.on().isAfter(LocalDate.ofInstant(asked.toldAt(), plan.zone()))
                        ? Optional.of(Refusal.invalid("IN_THE_FUTURE", asked.on() + " has not come yet", "/on"))
                        : Optional.empty());
    }

    private Decision<CalendarEvent> permitted(StudyStatus.Change suspension) {
        var permit = calendar.fate(asked.dose()).permit();
        return permit != null && suspension.suspendedSince(permit.suspendedAsOf())
                ? Decision.accept()
                : Decision.accept(new DosePermitted(asked.dose(), asked.on(), suspension.asOf(), asked.reason()));
    }
}
