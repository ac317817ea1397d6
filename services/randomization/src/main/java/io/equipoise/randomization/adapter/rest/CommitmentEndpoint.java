package io.equipoise.randomization.adapter.rest;

import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.ForEverybody;
import io.equipoise.platform.web.Problem;
import io.equipoise.randomization.application.Allocations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The hash by which everybody can tell, when the seed is opened at the end, that it was this one from the beginning. */
@RestController
class CommitmentEndpoint {
    private final Allocations allocations;

    CommitmentEndpoint(Allocations allocations) {
        this.allocations = allocations;
    }

    record CommitmentShown(String study, String algorithm, String sha256) {}

    @GetMapping("/api/studies/{study}/seed-commitment")
    @ForEverybody
    CommitmentShown show(@PathVariable String study) {
        var committed = allocations.of(study).designs().committed();
        if (committed == null) {
            throw new Problem(Refusal.unknown("SEED_NOT_COMMITTED", "The study has committed to no seed."));
        }
        return new CommitmentShown(study, "SHA-256", committed);
    }
}
