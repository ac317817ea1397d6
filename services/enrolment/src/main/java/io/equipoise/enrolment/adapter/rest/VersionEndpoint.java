package io.equipoise.enrolment.adapter.rest;

import io.equipoise.enrolment.application.People;
import io.equipoise.enrolment.application.ScreenFailures;
import io.equipoise.enrolment.application.ScreenFailures.OfRule;
import io.equipoise.enrolment.application.Versions;
import io.equipoise.enrolment.domain.Reconsent.Cause;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Doors for whoever looks after a study while it changes: who must agree again, who moves, and why screenings failed. */
@RestController
class VersionEndpoint {
    private final Versions versions;
    private final ScreenFailures failures;
    private final People people;

    VersionEndpoint(Versions versions, ScreenFailures failures, People people) {
        this.versions = versions;
        this.failures = failures;
        this.people = people;
    }

    record Move(int version, LocalDate on, String reason) {}

    record Reconsents(String study, LocalDate on, List<Asked> subjects) {}

    record Asked(
            String subject,
            String site,
            Cause cause,
            @Nullable String has,
            String needs) {}

    record Failures(String study, int failures, int forOtherReasons, List<OfRule> rules) {}

    @PostMapping("/api/subjects/{subject}/protocol-version")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR})
    ResponseEntity<Object> move(@PathVariable String subject, @RequestBody Move body, Caller caller, Attribution by) {
        Doors.notTooLong("reason", body.reason());
        var id = Doors.enter(subject, caller);
        return Answers.created(versions.move(id, body.version(), body.on(), body.reason(), by), Doors::told);
    }

    @GetMapping("/api/studies/{study}/reconsents")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR, Role.MONITOR, Role.OPERATIONS})
    Reconsents reconsents(@PathVariable String study, @RequestParam LocalDate on, Caller caller) {
        known(study);
        return new Reconsents(
                study,
                on,
                versions.toAskAgain(study, on).stream()
                        .filter(asked -> caller.sees(asked.subject().site()))
                        .map(asked -> new Asked(
                                asked.subject().toString(),
                                asked.subject().site(),
                                asked.due().cause(),
                                asked.due().has(),
                                asked.due().needs()))
                        .toList());
    }

    @GetMapping("/api/studies/{study}/screen-failures")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR, Role.MONITOR, Role.OPERATIONS})
    Failures failures(@PathVariable String study, Caller caller) {
        known(study);
        var tally = failures.of(study, caller::sees);
        return new Failures(study, tally.failures(), tally.forOtherReasons(), tally.rules());
    }

    private void known(String study) {
        if (people.study(study).isEmpty()) {
            throw new Problem(People.unknownStudy(study));
        }
    }
}
