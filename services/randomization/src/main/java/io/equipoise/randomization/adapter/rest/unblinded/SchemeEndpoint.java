package io.equipoise.randomization.adapter.rest.unblinded;

import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.application.Allocations;
import io.equipoise.randomization.application.DeclaringSchemes;
import io.equipoise.randomization.application.DrawingLists;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.Seed;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a study's arms are decided, for the unblinded: settled by the statistician, read also by the data safety board. */
@RestController
@RequestMapping("/api/studies/{study}")
class SchemeEndpoint {
    private final DeclaringSchemes schemes;
    private final DrawingLists lists;
    private final Allocations allocations;

    SchemeEndpoint(DeclaringSchemes schemes, DrawingLists lists, Allocations allocations) {
        this.schemes = schemes;
        this.lists = lists;
        this.allocations = allocations;
    }

    record SeedShown(String study, SecretText seed, String sha256) {}

    @PostMapping("/allocation-scheme")
    @Allowed(Role.STATISTICIAN)
    ResponseEntity<Object> declare(@PathVariable String study, @RequestBody SchemeRequest request, Attribution by) {
        var outcome = request.design() == SchemeRequest.DesignName.PERMUTED_BLOCKS
                ? drawn(study, request.blocks(), by)
                : schemes.declare(study, request.number(), request.givenSeed(), request.parameters(), by);
        return Answers.created(
                outcome,
                commit -> "/api/studies/" + study + "/allocation-scheme",
                commit -> SchemeShown.of(study, allocations.of(study)));
    }

    private Outcome<AllocationEvent> drawn(String study, SchemeRequest.Blocks blocks, Attribution by) {
        if (!blocks.seed().canBePublished()) {
            return new Outcome.Refused<>(Seed.WEAK);
        }
        return lists.draw(study, blocks.seed(), blocks.sizes(), blocks.slots(), by);
    }

    @GetMapping("/allocation-scheme")
    @Allowed({Role.STATISTICIAN, Role.DATA_SAFETY_BOARD})
    SchemeShown show(@PathVariable String study) {
        var allocation = allocations.of(study);
        if (allocation.list() == null) {
            throw notDeclared();
        }
        return SchemeShown.of(study, allocation);
    }

    /** Whoever has the seed can work out every arm to come: for the one who settled the scheme, and the auditor beside them. */
    @GetMapping("/seed")
    @Allowed(Role.STATISTICIAN)
    SeedShown seed(@PathVariable String study) {
        var list = allocations.of(study).list();
        if (list == null) {
            throw notDeclared();
        }
        return new SeedShown(
                study, new SecretText(list.seed().hex()), list.seed().sha256());
    }

    private static Problem notDeclared() {
        return new Problem(
                Refusal.unknown("SCHEME_NOT_DECLARED", "How the study's arms are decided is not settled yet."));
    }
}
