package io.equipoise.randomization.adapter.rest.unblinded;

import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.application.StockKeeping;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.Arm;
import io.equipoise.randomization.domain.Packing.Storage;
import io.equipoise.randomization.domain.ProductLot;
import io.equipoise.randomization.domain.SupplyCommand.DecideExcursion;
import io.equipoise.randomization.domain.SupplyCommand.OpenDepot;
import io.equipoise.randomization.domain.SupplyCommand.PackKits;
import io.equipoise.randomization.domain.SupplyCommand.SendShipment;
import io.equipoise.randomization.domain.SupplyEvent.ExcursionDecided;
import io.equipoise.randomization.domain.SupplyEvent.KitsPacked;
import io.equipoise.randomization.domain.SupplyEvent.KitsPacked.PackedKit;
import io.equipoise.randomization.domain.SupplyEvent.ShipmentSent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The depot: kits are packed there from lots, and sent. Its people know what is in a kit. */
@RestController
@RequestMapping("/api/studies/{study}")
class DepotEndpoint {
    private final StockKeeping keeping;

    DepotEndpoint(StockKeeping keeping) {
        this.keeping = keeping;
    }

    record DepotRequest(String depot, String title) {}

    record DepotAnswer(String study, String depot) {}

    record PackedKitRequest(String kit, SecretText type, SecretText lot) {}

    record PackingRequest(String depot, String packagingLot, List<PackedKitRequest> kits, Storage storage) {}

    record PackingAnswer(
            String study,
            String depot,
            String packagingLot,
            int kits,
            LocalDate expiresOn,
            LocalDate lastShipDay,
            LocalDate lastDispenseDay) {}

    record DispatchRequest(Instant sentAt) {}

    record DispatchAnswer(String study, String shipment, String site, List<String> kits, Instant sentAt) {}

    /** What becomes of the kits of a shipment that was too warm or too cold. */
    enum Verdict {
        RELEASE,
        CONDEMN
    }

    record ExcursionDecisionRequest(Verdict verdict, String reason, Instant at) {}

    record ExcursionDecisionAnswer(String study, String shipment, boolean released, List<String> kits) {}

    @PostMapping("/depots")
    @Allowed(Role.PHARMACIST)
    ResponseEntity<Object> open(
            @PathVariable String study, @RequestBody DepotRequest request, Caller caller, Attribution by) {
        caller.mustSeeEverySite();
        return Answers.created(
                keeping.ask(study, (kinds, now) -> new OpenDepot(study, request.depot(), request.title()), by),
                commit -> new DepotAnswer(study, request.depot()));
    }

    @PostMapping("/packings")
    @Allowed(Role.PHARMACIST)
    ResponseEntity<Object> pack(
            @PathVariable String study, @RequestBody PackingRequest request, Caller caller, Attribution by) {
        caller.mustSeeEverySite();
        var kits = IntStream.range(0, request.kits().size())
                .mapToObj(at -> packed(request.kits().get(at), "/kits/" + at))
                .toList();
        return Answers.created(
                keeping.ask(
                        study,
                        (kinds, now) -> new PackKits(
                                study, request.depot(), request.packagingLot(), kits, request.storage(), kinds),
                        by),
                commit -> answer(first(commit, KitsPacked.class)));
    }

    @PostMapping("/shipments/{shipment}/dispatch")
    @Allowed(Role.PHARMACIST)
    ResponseEntity<Object> send(
            @PathVariable String study,
            @PathVariable String shipment,
            @RequestBody DispatchRequest request,
            Caller caller,
            Attribution by) {
        caller.mustSeeEverySite();
        return Answers.created(
                keeping.ask(
                        study,
                        (kinds, now) -> new SendShipment(study, shipment, request.sentAt(), now),
                        by.withHappenedAt(request.sentAt())),
                commit -> {
                    var sent = first(commit, ShipmentSent.class);
                    return new DispatchAnswer(study, shipment, sent.site(), sent.kits(), sent.sentAt());
                });
    }

    /** The shipment's kits are released or condemned all together, so that nothing tells one kind from another. */
    @PostMapping("/shipments/{shipment}/excursion-decision")
    @Allowed(Role.PHARMACIST)
    ResponseEntity<Object> decide(
            @PathVariable String study,
            @PathVariable String shipment,
            @RequestBody ExcursionDecisionRequest request,
            Caller caller,
            Attribution by) {
        keeping.shipment(study, shipment).ifPresent(known -> caller.mustEnter(known.site()));
        return Answers.created(
                keeping.ask(
                        study,
                        (kinds, now) -> new DecideExcursion(
                                study,
                                shipment,
                                request.verdict() == Verdict.RELEASE,
                                request.reason(),
                                caller.name(),
                                request.at(),
                                now),
                        by.withHappenedAt(request.at())),
                commit -> {
                    var decided = first(commit, ExcursionDecided.class);
                    return new ExcursionDecisionAnswer(study, shipment, decided.released(), decided.kits());
                });
    }

    private static PackingAnswer answer(KitsPacked fact) {
        return new PackingAnswer(
                fact.study(),
                fact.depot(),
                fact.packagingLot(),
                fact.kits().size(),
                fact.expiresOn(),
                fact.lastShipDay(),
                fact.lastDispenseDay());
    }

    private static PackedKit packed(PackedKitRequest request, String at) {
        if (!ProductLot.isLot(request.lot().text())) {
            throw Problem.badRequest("LOT_MALFORMED", "A lot has 1 to 64 printable ASCII letters.", at + "/lot");
        }
        return new PackedKit(
                request.kit(),
                Arm.read(request.type().text())
                        .orElseThrow(() -> Problem.badRequest(
                                "KIT_TYPE_MALFORMED",
                                "A kit's type is an arm of the study, 1 to 40 letters.",
                                at + "/type")),
                new ProductLot(request.lot().text()));
    }

    private static <T> T first(Commit<AllocationEvent> commit, Class<T> type) {
        return type.cast(commit.facts().getFirst());
    }
}
