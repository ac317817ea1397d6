package io.equipoise.dosing.adapter.rest;

import io.equipoise.dosing.application.DoseGroups;
import io.equipoise.dosing.application.DoseGroups.Counts;
import io.equipoise.dosing.domain.CohortEvent.CohortSignedOff;
import io.equipoise.dosing.domain.CohortEvent.PersonPutInCohort;
import io.equipoise.dosing.domain.Verdict;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Dose groups: who is in which, and how each was tolerated. */
@RestController
final class CohortEndpoint {
    private final DoseGroups groups;

    CohortEndpoint(DoseGroups groups) {
        this.groups = groups;
    }

    record AssignBody(String cohort, LocalDate on, String reason) {}

    record Assigned(String subject, String cohort, LocalDate on, String reason) {}

    record SignOffBody(LocalDate on, String reason, int treated, int toxicities) {}

    record SignedOff(
            String study, String cohort, LocalDate on, String reason, int treated, int toxicities, Verdict verdict) {}

    record Groups(String study, List<PersonPutInCohort> people, List<CohortSignedOff> signOffs) {}

    @PostMapping("/api/subjects/{subject}/cohort")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR})
    ResponseEntity<Object> assign(
            @PathVariable String subject, @RequestBody AssignBody body, Caller caller, Attribution by) {
        var person = Person.entered(subject, caller);
        return Answers.ok(groups.assign(person, body.cohort(), body.on(), body.reason(), by), commit -> {
            var put = (PersonPutInCohort) commit.facts().getFirst();
            return new Assigned(put.subject(), put.cohort(), put.on(), put.reason());
        });
    }

    @PostMapping("/api/studies/{study}/cohorts/{cohort}/sign-off")
    @Allowed({Role.SAFETY_OFFICER, Role.DATA_SAFETY_BOARD})
    ResponseEntity<Object> signOff(
            @PathVariable String study, @PathVariable String cohort, @RequestBody SignOffBody body, Attribution by) {
        var counts = new Counts(body.on(), body.reason(), body.treated(), body.toxicities());
        return Answers.ok(groups.signOff(study, cohort, counts, by), commit -> {
            var said = (CohortSignedOff) commit.facts().getFirst();
            return new SignedOff(
                    study,
                    said.cohort(),
                    said.on(),
                    said.reason(),
                    said.evaluated(),
                    said.toxicities(),
                    said.verdict());
        });
    }

    @GetMapping("/api/studies/{study}/cohorts")
    @Allowed({Role.SAFETY_OFFICER, Role.DATA_SAFETY_BOARD, Role.MONITOR, Role.OPERATIONS})
    Groups groups(@PathVariable String study) {
        return groups.of(study)
                .map(found -> new Groups(study, found.people(), found.signOffs()))
                .orElseThrow(
                        () -> new Problem(Refusal.unknown("STUDY_UNKNOWN", "no study of that name is known here")));
    }
}
