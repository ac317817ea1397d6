package io.equipoise.enrolment.adapter.rest;

import io.equipoise.enrolment.application.Screenings;
import io.equipoise.enrolment.domain.PriorTreatment;
import io.equipoise.enrolment.domain.TreatmentOutcome;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The door for what a person was treated with before the study. */
@RestController
class HistoryEndpoint {
    private static final int MOST = 200;

    private final Screenings screenings;

    HistoryEndpoint(Screenings screenings) {
        this.screenings = screenings;
    }

    record NewTreatments(List<NewTreatment> treatments) {}

    record NewTreatment(
            String treatment,
            @Nullable String began,
            @Nullable String ended,
            @Nullable Integer given,
            TreatmentOutcome outcome,
            String source) {}

    @PostMapping("/api/subjects/{subject}/prior-treatments")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR})
    ResponseEntity<Object> treatments(
            @PathVariable String subject, @RequestBody NewTreatments body, Caller caller, Attribution by) {
        var id = Doors.enter(subject, caller);
        if (body.treatments().size() > MOST) {
            throw new Problem(Refusal.invalid("TOO_MANY_TREATMENTS", "at most " + MOST + " at once", "/treatments"));
        }
        for (int i = 0; i < body.treatments().size(); i++) {
            Doors.notTooLong(
                    "treatments/" + i + "/treatment", body.treatments().get(i).treatment());
            Doors.notTooLong(
                    "treatments/" + i + "/source", body.treatments().get(i).source());
        }
        var told = body.treatments().stream()
                .map(each -> new PriorTreatment(
                        each.treatment(), each.began(), each.ended(), each.given(), each.outcome(), each.source()))
                .toList();
        return Answers.created(screenings.recordTreatments(id, told, by), Doors::told);
    }
}
