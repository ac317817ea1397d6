package io.equipoise.enrolment.adapter.rest;

import io.equipoise.enrolment.application.Screenings;
import io.equipoise.enrolment.domain.PriorTreatment;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Role;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The door for what a person was treated with before the study. */
@RestController
class HistoryEndpoint {
    private final Screenings screenings;

    HistoryEndpoint(Screenings screenings) {
        this.screenings = screenings;
    }

    record NewTreatments(List<PriorTreatment> treatments) {}

    @PostMapping("/api/subjects/{subject}/prior-treatments")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR})
    ResponseEntity<Object> treatments(
            @PathVariable String subject, @RequestBody NewTreatments body, Caller caller, Attribution by) {
        var id = Doors.enter(subject, caller);
        Doors.notTooMany("TOO_MANY_TREATMENTS", "treatments", body.treatments());
        for (int i = 0; i < body.treatments().size(); i++) {
            var each = body.treatments().get(i);
            Doors.notTooLong("treatments/" + i + "/treatment", each.treatment());
            Doors.notTooLong("treatments/" + i + "/source", each.source());
        }
        return Answers.created(screenings.recordTreatments(id, body.treatments(), by), Doors::told);
    }
}
