package io.equipoise.operations.adapter.rest;

import io.equipoise.operations.application.Amendments;
import io.equipoise.operations.application.Impact;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where somebody learns whom a later version of a definition concerns: people of the caller's sites. */
@RestController
final class ImpactDoor {
    private final Amendments amendments;

    ImpactDoor(Amendments amendments) {
        this.amendments = amendments;
    }

    @GetMapping("/api/operations/studies/{study}/impact")
    @BlindedStaff
    Impact impact(@PathVariable String study, @RequestParam int from, @RequestParam int to, Caller caller) {
        if (from >= to) {
            throw Problem.badRequest("PARAMETER_OUT_OF_RANGE", "'to' is a later version than 'from'", "to");
        }
        return amendments
                .impact(study, from, to, caller.sites())
                .orElseThrow(() -> new Problem(Refusal.unknown(
                        "VERSION_UNKNOWN", "version %d or %d of a study %s was not told".formatted(from, to, study))));
    }
}
