package io.equipoise.dosing.domain;

import io.equipoise.platform.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/** Whether the person, their consent and the study's status let a dose be given on a day. */
record Permission(Calendar calendar, CalendarCommand.Administer asked, LocalDate day) {

    Optional<Refusal> refusal() {
        var known = asked.circumstances();
        var left = known.withdrawal(day);
        if (left.isPresent()) {
            return Optional.of(Refusal.conflict(
                    "SUBJECT_WITHDRAWN",
                    "the person left %s on %s"
                            .formatted(
                                    left.get().scope() == StopScope.STUDY ? "the study" : "treatment",
                                    left.get().on())));
        }
        var stop = calendar.stop();
        if (stop != null && !day.isBefore(stop.on())) {
            return new DoseGate(calendar, asked.infusion().dose()).notStopped();
        }
        if (!known.liveConsent(day)) {
            return Optional.of(Refusal.conflict(
                    "CONSENT_MISSING",
                    "no consent is known that was live on " + day
                            + "; one recorded just now may still be on its way, and the command may be sent again"));
        }
        return known.study()
                .heldAt(asked.infusion().startedAt())
                .map(SafetyHold::refusal)
                .or(this::study);
    }

    private Optional<Refusal> study() {
        var status = asked.circumstances().study().on(day);
        if (status.isPresent() && (status.get().permitsDosing() || permittedByName(status.get()))) {
            return Optional.empty();
        }
        return Optional.of(Refusal.conflict(
                "STUDY_NOT_DOSING",
                status.map(StudyStatus.Change::inWords).orElse("no status of the study is known on " + day)));
    }

    /** Somebody decided that this very dose is given although the study is suspended. */
    private boolean permittedByName(StudyStatus.Change status) {
        var permit = calendar.fate(asked.infusion().dose()).permit();
        return permit != null && status.suspendedSince(permit.suspendedAsOf()) && !day.isBefore(permit.on());
    }
}
