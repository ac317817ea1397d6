package io.equipoise.studydesign.adapter.rest;

import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.ForEverybody;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import io.equipoise.studydesign.adapter.rest.StudyViews.Activated;
import io.equipoise.studydesign.adapter.rest.StudyViews.Gaps;
import io.equipoise.studydesign.adapter.rest.StudyViews.SiteView;
import io.equipoise.studydesign.adapter.rest.StudyViews.StatusView;
import io.equipoise.studydesign.adapter.rest.StudyViews.Whole;
import io.equipoise.studydesign.application.StudyDesign;
import io.equipoise.studydesign.domain.DesignFact;
import io.equipoise.studydesign.domain.DesignFact.Site;
import io.equipoise.studydesign.domain.Scope;
import io.equipoise.studydesign.domain.Status;
import io.equipoise.studydesign.domain.Study;
import io.equipoise.studydesign.domain.StudyCommand;
import io.equipoise.studydesign.domain.StudyCommand.Activate;
import io.equipoise.studydesign.domain.StudyCommand.ActivateAtSite;
import io.equipoise.studydesign.domain.StudyCommand.ChangeStatus;
import io.equipoise.studydesign.domain.StudyCommand.OpenSite;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is asked of a defined study: its gaps, its activation, its status, its sites. */
@RestController
@RequestMapping("/api/studies/{study}")
class StudyEndpoint {
    private final StudyDesign design;

    StudyEndpoint(StudyDesign design) {
        this.design = design;
    }

    /** No scope means everything. */
    record Activation(LocalDate activatedOn, @Nullable Scope scope) {
        Activate of(String study, Attribution by) {
            return new Activate(
                    study, activatedOn, scope == null ? Scope.ENROLMENT_AND_DOSING : scope, by.recordedAt());
        }
    }

    record SiteVersion(int version, LocalDate activatedOn) {
        ActivateAtSite of(String study, String site, Attribution by) {
            return new ActivateAtSite(study, site, version, activatedOn, by.recordedAt());
        }
    }

    record StatusChange(Status status, LocalDate asOf, String reason) {}

    @GetMapping
    @ForEverybody
    Whole whole(@PathVariable String study) {
        return Whole.of(known(study));
    }

    @GetMapping("/gaps")
    @ForEverybody
    Gaps gaps(@PathVariable String study) {
        var now = known(study);
        return Gaps.of(now.definition(), now.version());
    }

    @PostMapping("/activation")
    @Allowed({Role.OPERATIONS, Role.ADMINISTRATOR})
    ResponseEntity<Object> activate(@PathVariable String study, @RequestBody Activation body, Attribution by) {
        return answer(body.of(study, by), by, now -> {
            var active = now.activated();
            return active == null ? study : Activated.of(active, now.definition());
        });
    }

    @PostMapping("/status")
    @Allowed({Role.OPERATIONS, Role.ADMINISTRATOR})
    ResponseEntity<Object> changeStatus(@PathVariable String study, @RequestBody StatusChange body, Attribution by) {
        var command = new ChangeStatus(study, body.status(), body.asOf(), body.reason(), by.recordedAt());
        return answer(command, by.withReason(body.reason()), now -> {
            var told = now.status();
            return told == null ? study : StatusView.of(told);
        });
    }

    @PostMapping("/sites")
    @Allowed({Role.OPERATIONS, Role.ADMINISTRATOR})
    ResponseEntity<Object> openSite(@PathVariable String study, @RequestBody Site body, Attribution by) {
        var outcome = design.handle(new OpenSite(study, body, by.recordedAt()), by);
        return outcome instanceof Outcome.Unchanged<DesignFact>
                ? ResponseEntity.ok(body)
                : Answers.created(outcome, commit -> "/api/studies/" + study, commit -> body);
    }

    @PostMapping("/sites/{site}/version")
    @Allowed({Role.OPERATIONS, Role.ADMINISTRATOR})
    ResponseEntity<Object> activateAtSite(
            @PathVariable String study, @PathVariable String site, @RequestBody SiteVersion body, Attribution by) {
        return answer(body.of(study, site, by), by, now -> {
            var open = now.sites().get(site);
            return open == null ? study : SiteView.of(open, now);
        });
    }

    private ResponseEntity<Object> answer(StudyCommand command, Attribution by, Function<Study, Object> view) {
        var outcome = design.handle(command, by);
        return outcome instanceof Outcome.Refused<DesignFact>(var reason)
                ? Answers.problem(reason)
                : ResponseEntity.ok(view.apply(design.study(command.study())));
    }

    private Study known(String study) {
        var now = design.study(study);
        if (!now.known()) {
            throw new Problem(Refusal.unknown("STUDY_UNKNOWN", "There is no study " + study + "."));
        }
        return now;
    }
}
