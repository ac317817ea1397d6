package io.equipoise.enrolment.adapter.rest;

import io.equipoise.enrolment.application.Screenings;
import io.equipoise.enrolment.domain.Assent;
import io.equipoise.enrolment.domain.AssentAnswer;
import io.equipoise.enrolment.domain.Guardian;
import io.equipoise.enrolment.domain.GuardianConsent;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Role;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Doors for those who do not agree alone: guardians, and the minors themselves. */
@RestController
class MinorsEndpoint {
    private final Screenings screenings;

    MinorsEndpoint(Screenings screenings) {
        this.screenings = screenings;
    }

    record NewGuardianConsent(String version, LocalDate givenOn, Guardian relation) {}

    record NewAssent(AssentAnswer answer, LocalDate on) {}

    @PostMapping("/api/subjects/{subject}/guardian-consents")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR})
    ResponseEntity<Object> guardianConsent(
            @PathVariable String subject, @RequestBody NewGuardianConsent body, Caller caller, Attribution by) {
        Doors.notTooLong("version", body.version());
        var id = Doors.enter(subject, caller);
        var consent = new GuardianConsent(body.version(), body.givenOn(), body.relation());
        return Answers.created(screenings.giveGuardianConsent(id, consent, by), Doors::told);
    }

    @PostMapping("/api/subjects/{subject}/assents")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR})
    ResponseEntity<Object> assent(
            @PathVariable String subject, @RequestBody NewAssent body, Caller caller, Attribution by) {
        var id = Doors.enter(subject, caller);
        return Answers.created(screenings.recordAssent(id, new Assent(body.answer(), body.on()), by), Doors::told);
    }
}
