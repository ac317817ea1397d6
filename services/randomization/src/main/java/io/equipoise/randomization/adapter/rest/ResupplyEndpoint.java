package io.equipoise.randomization.adapter.rest;

import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.application.Resupplying;
import io.equipoise.randomization.domain.ResupplyPlan;
import io.equipoise.randomization.domain.SupplyEvent.ResupplyDecided;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The plan by which sites are filled up, and its planned days. Whoever makes it needs to know no kind, and learns none. */
@RestController
@RequestMapping("/api/studies/{study}")
class ResupplyEndpoint {
    private final Resupplying resupplying;

    ResupplyEndpoint(Resupplying resupplying) {
        this.resupplying = resupplying;
    }

    record RunRequest(LocalDate on) {}

    @PostMapping("/resupply-plan")
    @Allowed({Role.OPERATIONS, Role.PHARMACIST})
    ResponseEntity<Object> plan(
            @PathVariable String study, @RequestBody ResupplyPlan request, Caller caller, Attribution by) {
        caller.mustSeeEverySite();
        return Answers.created(resupplying.plan(study, request, by), commit -> request);
    }

    /** Decides one planned day by hand; the service does it by itself when the day comes. */
    @PostMapping("/resupply-decisions")
    @Allowed({Role.OPERATIONS, Role.PHARMACIST})
    ResponseEntity<Object> decide(
            @PathVariable String study, @RequestBody RunRequest request, Caller caller, Attribution by) {
        caller.mustSeeEverySite();
        return Answers.created(resupplying.decide(study, request.on(), by), commit ->
                (ResupplyDecided) commit.facts().getFirst());
    }
}
