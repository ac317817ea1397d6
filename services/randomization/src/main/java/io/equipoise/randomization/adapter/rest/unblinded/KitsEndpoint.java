package io.equipoise.randomization.adapter.rest.unblinded;

import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.application.Allocations;
import io.equipoise.randomization.application.Supplying;
import io.equipoise.randomization.domain.Arm;
import io.equipoise.randomization.domain.Kit;
import io.equipoise.randomization.domain.ProductLot;
import io.equipoise.randomization.domain.Shipment;
import io.equipoise.randomization.domain.Shipment.BoxedKit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The shelf, for the pharmacist, who is unblinded. */
@RestController
@RequestMapping("/api/studies/{study}")
class KitsEndpoint {
    private static final int MOST_NUMBERS = 1_000;

    private final Supplying supplying;
    private final Allocations allocations;

    KitsEndpoint(Supplying supplying, Allocations allocations) {
        this.supplying = supplying;
        this.allocations = allocations;
    }

    record BoxRequest(String kit, SecretText type) {}

    record ShipmentRequest(
            String site, SecretText lot, String packagingLot, List<BoxRequest> kits, LocalDate expiresOn) {}

    record ShipmentAnswer(String study, String site, String packagingLot, int kits) {}

    record KitShown(
            String kit,
            SecretText type,
            String site,
            String packagingLot,
            LocalDate expiresOn,
            String state,
            @Nullable String subject,
            @Nullable Integer dose) {}

    record Numbers(List<String> kits) {}

    @PostMapping("/kits")
    @Allowed(Role.PHARMACIST)
    ResponseEntity<Object> receive(
            @PathVariable String study, @RequestBody ShipmentRequest request, Caller caller, Attribution by) {
        caller.mustEnter(request.site());
        return Answers.created(
                supplying.receive(shipment(study, request), by),
                commit -> "/api/studies/" + study + "/kits",
                commit -> new ShipmentAnswer(
                        study,
                        request.site(),
                        request.packagingLot(),
                        request.kits().size()));
    }

    @GetMapping("/kits")
    @Allowed(Role.PHARMACIST)
    List<KitShown> shelf(@PathVariable String study, Caller caller) {
        return allocations.of(study).stock().kits().values().stream()
                .filter(kit -> caller.sees(kit.site()))
                .sorted(Comparator.comparing(Kit::number))
                .map(KitsEndpoint::shown)
                .toList();
    }

    @GetMapping("/kit-numbers")
    @Allowed(Role.PHARMACIST)
    Numbers freeNumbers(@PathVariable String study, @RequestParam(defaultValue = "10") int count) {
        if (count < 1 || count > MOST_NUMBERS) {
            throw Problem.badRequest("PARAMETER_MALFORMED", "count is 1 to " + MOST_NUMBERS, "count");
        }
        return new Numbers(supplying.freeNumbers(study, count));
    }

    private static Shipment shipment(String study, ShipmentRequest request) {
        if (!ProductLot.isLot(request.lot().text())) {
            throw Problem.badRequest("LOT_MALFORMED", "A lot has 1 to 64 printable ASCII letters.", "/lot");
        }
        var kits = IntStream.range(0, request.kits().size())
                .mapToObj(at -> new BoxedKit(
                        request.kits().get(at).kit(),
                        Arm.read(request.kits().get(at).type().text())
                                .orElseThrow(() -> Problem.badRequest(
                                        "KIT_TYPE_MALFORMED",
                                        "A kit's type is an arm of the study, 1 to 40 letters.",
                                        "/kits/" + at + "/type"))))
                .toList();
        return new Shipment(
                study,
                request.site(),
                new ProductLot(request.lot().text()),
                request.packagingLot(),
                kits,
                request.expiresOn());
    }

    private static KitShown shown(Kit kit) {
        var out = kit.handedOut();
        return new KitShown(
                kit.number(),
                new SecretText(kit.type().code()),
                kit.site(),
                kit.packagingLot(),
                kit.expiresOn(),
                kit.state(),
                out == null ? null : out.subject().toString(),
                out == null ? null : out.dose());
    }
}
