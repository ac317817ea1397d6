package io.equipoise.randomization.adapter.rest;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.application.SiteStock.ShipmentLine;
import io.equipoise.randomization.application.StockKeeping;
import io.equipoise.randomization.application.StockViews;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.SupplyCommand.ReadTemperatures;
import io.equipoise.randomization.domain.SupplyCommand.ReceiveShipment;
import io.equipoise.randomization.domain.SupplyCommand.RequestShipment;
import io.equipoise.randomization.domain.SupplyEvent.ExcursionFound;
import io.equipoise.randomization.domain.SupplyEvent.ShipmentReceived;
import io.equipoise.randomization.domain.SupplyEvent.ShipmentRequested;
import io.equipoise.randomization.domain.SupplyEvent.TemperaturesRead.Reading;
import io.equipoise.randomization.domain.Transport.Direction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shipments between depots and sites, by kit numbers, for people who do not know what is in a kit. */
@RestController
@RequestMapping("/api/studies/{study}/shipments")
class ShipmentsEndpoint {
    private final StockKeeping keeping;
    private final StockViews views;

    ShipmentsEndpoint(StockKeeping keeping, StockViews views) {
        this.keeping = keeping;
        this.views = views;
    }

    record WantedRequest(
            String depot, String site, int sets, @Nullable String subject, LocalDate requestedOn) {}

    record WantedAnswer(String study, String shipment, String site, int sets, LocalDate requestedOn) {}

    record ReceiptRequest(int counted, List<String> intact, List<String> damaged, Instant receivedAt) {}

    record ReceiptAnswer(String study, String shipment, int intact, List<String> damaged, List<String> missing) {}

    record LoggerRequest(List<Reading> readings) {}

    record LoggerAnswer(String study, String shipment, boolean excursion, long minutesOutside, List<String> kits) {}

    @PostMapping
    @Allowed({Role.SITE_COORDINATOR, Role.PHARMACIST, Role.OPERATIONS})
    ResponseEntity<Object> ask(
            @PathVariable String study, @RequestBody WantedRequest request, Caller caller, Attribution by) {
        caller.mustEnter(request.site());
        var subject = subject(request.subject());
        return Answers.created(
                keeping.askAt(
                        study,
                        request.site(),
                        (kinds, now) -> new RequestShipment(
                                study,
                                request.depot(),
                                request.site(),
                                request.sets(),
                                subject,
                                request.requestedOn(),
                                now),
                        by),
                commit -> {
                    var fact = (ShipmentRequested) commit.facts().getFirst();
                    return new WantedAnswer(study, fact.shipment(), fact.site(), fact.sets(), fact.requestedOn());
                });
    }

    @PostMapping("/{shipment}/receipt")
    @Allowed({Role.SITE_COORDINATOR, Role.PHARMACIST})
    ResponseEntity<Object> receive(
            @PathVariable String study,
            @PathVariable String shipment,
            @RequestBody ReceiptRequest request,
            Caller caller,
            Attribution by) {
        mayReceive(study, shipment, caller);
        return Answers.created(
                keeping.ask(
                        study,
                        (kinds, now) -> new ReceiveShipment(
                                study,
                                shipment,
                                request.counted(),
                                request.intact(),
                                request.damaged(),
                                request.receivedAt(),
                                now),
                        by.withHappenedAt(request.receivedAt())),
                commit -> {
                    var fact = (ShipmentReceived) commit.facts().getFirst();
                    return new ReceiptAnswer(study, shipment, fact.intact().size(), fact.damaged(), fact.missing());
                });
    }

    @PostMapping("/{shipment}/temperatures")
    @Allowed({Role.SITE_COORDINATOR, Role.PHARMACIST, Role.OPERATIONS})
    ResponseEntity<Object> read(
            @PathVariable String study,
            @PathVariable String shipment,
            @RequestBody LoggerRequest request,
            Caller caller,
            Attribution by) {
        mayEnter(study, shipment, caller);
        return Answers.created(
                keeping.ask(study, (kinds, now) -> new ReadTemperatures(study, shipment, request.readings(), now), by),
                commit -> found(study, shipment, commit));
    }

    @GetMapping
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR, Role.PHARMACIST, Role.MONITOR, Role.OPERATIONS})
    List<ShipmentLine> all(@PathVariable String study, Caller caller) {
        return views.shipments(study, transport -> caller.sees(transport.site()));
    }

    /** What comes to a depot is counted by people of the depot, who are of no site. */
    private void mayReceive(String study, String shipment, Caller caller) {
        mayEnter(study, shipment, caller);
        if (keeping.shipment(study, shipment)
                .filter(known -> known.direction() == Direction.TO_DEPOT)
                .isPresent()) {
            caller.mustSeeEverySite();
        }
    }

    private void mayEnter(String study, String shipment, Caller caller) {
        keeping.shipment(study, shipment).ifPresent(known -> caller.mustEnter(known.site()));
    }

    private static LoggerAnswer found(String study, String shipment, Commit<AllocationEvent> commit) {
        return commit.facts().getLast() instanceof ExcursionFound fact
                ? new LoggerAnswer(study, shipment, true, fact.minutesOutside(), fact.kits())
                : new LoggerAnswer(study, shipment, false, 0, List.of());
    }

    private static @Nullable SubjectId subject(@Nullable String text) {
        return text == null ? null : Subjects.of(text);
    }
}
