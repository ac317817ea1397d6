package io.equipoise.randomization.adapter.rest.unblinded;

import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.application.Allocations;
import io.equipoise.randomization.application.KitHistories;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Accountability of one kit, with what is in it, for the pharmacist. */
@RestController
class KitHistoryEndpoint {
    private final Allocations allocations;
    private final KitHistories histories;

    KitHistoryEndpoint(Allocations allocations, KitHistories histories) {
        this.allocations = allocations;
        this.histories = histories;
    }

    record KitHistory(
            String kit,
            SecretText type,
            SecretText lot,
            String packagingLot,
            LocalDate expiresOn,
            String state,
            Set<String> obstacles,
            List<KitHistories.Step> history) {}

    @GetMapping("/api/studies/{study}/kits/{kit}/history")
    @Allowed(Role.PHARMACIST)
    KitHistory history(@PathVariable String study, @PathVariable String kit, Caller caller) {
        var stock = allocations.of(study).stock();
        var known = stock.kits().get(kit);
        if (known == null || !caller.sees(known.site())) {
            throw new Problem(Refusal.unknown("KIT_UNKNOWN", "Your sites have no kit of that number."));
        }
        return new KitHistory(
                known.number(),
                new SecretText(known.type().code()),
                new SecretText(known.lot().text()),
                known.packagingLot(),
                known.expiresOn(),
                known.state(),
                stock.supply().obstacles(known.packing()),
                histories.of(study, kit));
    }
}
