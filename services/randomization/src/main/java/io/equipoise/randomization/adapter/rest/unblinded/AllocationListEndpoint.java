package io.equipoise.randomization.adapter.rest.unblinded;

import io.equipoise.platform.Refusal;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.application.Allocations;
import io.equipoise.randomization.application.DrawingLists;
import io.equipoise.randomization.domain.Seed;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The list, for the unblinded: drawn by the statistician, read also by the data safety board. */
@RestController
@RequestMapping("/api/studies/{study}/allocation-list")
class AllocationListEndpoint {
    private final DrawingLists lists;
    private final Allocations allocations;

    AllocationListEndpoint(DrawingLists lists, Allocations allocations) {
        this.lists = lists;
        this.allocations = allocations;
    }

    record DrawRequest(SecretText seed, List<Integer> blockSizes, int slotsPerStratum) {
        @Override
        public String toString() {
            return "DrawRequest[hidden]";
        }
    }

    @PostMapping
    @Allowed(Role.STATISTICIAN)
    ResponseEntity<Object> draw(@PathVariable String study, @RequestBody DrawRequest request, Attribution by) {
        if (!Seed.isSeed(request.seed().text())) {
            throw Problem.badRequest("SEED_MALFORMED", "A seed has 16 to 64 hexadecimal digits.", "/seed");
        }
        var seed = new Seed(request.seed().text());
        return Answers.created(
                lists.draw(study, seed, request.blockSizes(), request.slotsPerStratum(), by),
                commit -> "/api/studies/" + study + "/allocation-list",
                commit -> ListShown.of(study, allocations.of(study)));
    }

    @GetMapping
    @Allowed({Role.STATISTICIAN, Role.DATA_SAFETY_BOARD})
    ListShown show(@PathVariable String study) {
        var allocation = allocations.of(study);
        if (allocation.list() == null || allocation.designs().first().isPresent()) {
            throw new Problem(Refusal.unknown("LIST_NOT_DRAWN", "The study has no list yet."));
        }
        return ListShown.of(study, allocation);
    }
}
