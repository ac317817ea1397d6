package io.equipoise.operations.adapter.odm;

import io.equipoise.operations.application.Trials;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where the blinded facts of a study go out as ODM 2.0: those of the caller's sites. */
@RestController
final class OdmDoor {
    private final Trials trials;
    private final Clock clock;

    OdmDoor(Trials trials, Clock clock) {
        this.trials = trials;
        this.clock = clock;
    }

    @GetMapping(path = "/api/operations/studies/{study}/odm", produces = "application/xml")
    @Allowed({
        Role.OPERATIONS,
        Role.MONITOR,
        Role.ADMINISTRATOR,
        Role.SAFETY_OFFICER,
        Role.SITE_COORDINATOR,
        Role.INVESTIGATOR
    })
    byte[] odm(@PathVariable String study, Caller caller) {
        return trials.trial(study)
                .map(trial -> trial.seenFrom(caller.sites()))
                .map(trial -> new ClinicalOdm(trial, trials::story, clock.instant()).file())
                .orElseThrow(() -> new Problem(Refusal.unknown("STUDY_UNKNOWN", "nothing was told of study " + study)));
    }
}
