package io.equipoise.dosing.adapter.rest;

import io.equipoise.dosing.application.Calendars;
import io.equipoise.dosing.domain.CalendarEvent;
import io.equipoise.dosing.domain.CalendarEvent.DoseAdministered;
import io.equipoise.dosing.domain.Infusion;
import io.equipoise.dosing.domain.Infusion.Deviation;
import io.equipoise.dosing.domain.Infusion.Interruption;
import io.equipoise.dosing.domain.Volume;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** An infusion that was given is recorded here. */
@RestController
final class AdministrationEndpoint {
    private final Calendars calendars;

    AdministrationEndpoint(Calendars calendars) {
        this.calendars = calendars;
    }

    record InfusionBody(
            int dose,
            String kit,
            Instant startedAt,
            Instant stoppedAt,
            VolumeBody volume,
            @Nullable List<PauseBody> interruptions,
            @Nullable String acceptDeviation) {}

    record VolumeBody(String number, String unit) {}

    record PauseBody(Instant from, Instant to, String why) {}

    record Recorded(
            String subject,
            int dose,
            String kit,
            String packagingLot,
            LocalDate startedOn,
            Volume volume,
            List<Deviation> deviations,
            @Nullable String accepted) {}

    @PostMapping("/api/subjects/{subject}/administrations")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR})
    ResponseEntity<Object> administer(
            @PathVariable String subject, @RequestBody InfusionBody body, Caller caller, Attribution by) {
        var person = Person.entered(subject, caller);
        return Answers.created(
                calendars.administer(person, infusion(body), by),
                commit -> "/api/subjects/" + person + "/calendar",
                commit -> recorded(person.toString(), commit));
    }

    private static Infusion infusion(InfusionBody body) {
        var volume = Volume.parse(body.volume().number(), body.volume().unit())
                .orElseThrow(() -> new Problem(Refusal.invalid(
                        "VOLUME_MALFORMED",
                        "a volume's number is a plain decimal in quotes, such as \"100\" or \"99.5\"",
                        "/volume/number")));
        var pauses = body.interruptions() == null ? List.<PauseBody>of() : body.interruptions();
        return new Infusion(
                body.dose(),
                body.kit(),
                body.startedAt(),
                body.stoppedAt(),
                volume,
                pauses.stream()
                        .map(pause -> new Interruption(pause.from(), pause.to(), pause.why()))
                        .toList(),
                body.acceptDeviation());
    }

    private static Recorded recorded(String subject, Commit<CalendarEvent> commit) {
        var given = (DoseAdministered) commit.facts().getFirst();
        return new Recorded(
                subject,
                given.dose(),
                given.kit(),
                given.packagingLot(),
                given.startedOn(),
                given.volume(),
                given.deviations(),
                given.accepted());
    }
}
