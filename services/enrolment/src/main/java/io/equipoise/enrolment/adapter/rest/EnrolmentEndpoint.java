package io.equipoise.enrolment.adapter.rest;

import io.equipoise.enrolment.application.Enrolments;
import io.equipoise.enrolment.application.Screenings;
import io.equipoise.enrolment.domain.Scope;
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

/** Doors into the study and out of it. */
@RestController
class EnrolmentEndpoint {
    private final Enrolments enrolments;
    private final Screenings screenings;

    EnrolmentEndpoint(Enrolments enrolments, Screenings screenings) {
        this.enrolments = enrolments;
        this.screenings = screenings;
    }

    record NewEnrolment(LocalDate enrolledOn) {}

    record NewWithdrawal(LocalDate on, Scope scope, String reason) {}

    @PostMapping("/api/subjects/{subject}/enrolment")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR})
    ResponseEntity<Object> enrol(
            @PathVariable String subject, @RequestBody NewEnrolment body, Caller caller, Attribution by) {
        var id = Doors.enter(subject, caller);
        return Answers.created(
                enrolments.enrol(id, body.enrolledOn(), by),
                commit -> "/api/subjects/" + Doors.subject(commit),
                Doors::enrolled);
    }

    @PostMapping("/api/subjects/{subject}/withdrawal")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR})
    ResponseEntity<Object> withdraw(
            @PathVariable String subject, @RequestBody NewWithdrawal body, Caller caller, Attribution by) {
        Doors.notTooLong("reason", body.reason());
        var id = Doors.enter(subject, caller);
        return Answers.created(screenings.withdraw(id, body.on(), body.scope(), body.reason(), by), Doors::told);
    }
}
