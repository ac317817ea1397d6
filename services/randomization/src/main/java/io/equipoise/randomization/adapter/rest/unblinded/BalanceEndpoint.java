package io.equipoise.randomization.adapter.rest.unblinded;

import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.application.Allocations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How even a study's arms are, for those who may know them: it would tell everybody else what comes next. */
@RestController
class BalanceEndpoint {
    private final Allocations allocations;

    BalanceEndpoint(Allocations allocations) {
        this.allocations = allocations;
    }

    @GetMapping("/api/studies/{study}/balance")
    @Allowed({Role.STATISTICIAN, Role.DATA_SAFETY_BOARD})
    BalanceShown show(@PathVariable String study) {
        var allocation = allocations.of(study);
        if (allocation.list() == null) {
            throw new Problem(
                    Refusal.unknown("SCHEME_NOT_DECLARED", "How the study's arms are decided is not settled yet."));
        }
        return BalanceShown.of(study, allocation);
    }
}
