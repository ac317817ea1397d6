package io.equipoise.randomization.adapter.rest;

import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Answers;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.application.StockKeeping;
import io.equipoise.randomization.domain.SupplyCommand.DestroyKits;
import io.equipoise.randomization.domain.SupplyCommand.ReportKit;
import io.equipoise.randomization.domain.SupplyCommand.SendBack;
import io.equipoise.randomization.domain.SupplyEvent.KitsDestroyed;
import io.equipoise.randomization.domain.SupplyEvent.ReturnSent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How kits leave a site's stock other than to a person: back to the depot, lost, damaged, destroyed. */
@RestController
@RequestMapping("/api/studies/{study}")
class KitFatesEndpoint {
    private final StockKeeping keeping;

    KitFatesEndpoint(StockKeeping keeping) {
        this.keeping = keeping;
    }

    record BackRequest(String site, String depot, List<String> kits, Instant sentAt) {}

    record BackAnswer(String study, String shipment, List<String> kits) {}

    /** What happened to a kit on the shelf. */
    enum Fate {
        LOST,
        DAMAGED
    }

    record ReportRequest(String site, String kit, Fate fate, String reason, Instant at) {}

    record ReportAnswer(String study, String kit, Fate fate) {}

    /** Where: at a site, or at a depot; one of them is named. */
    record DestructionRequest(
            @Nullable String site,
            @Nullable String depot,
            List<String> kits,
            String witness,
            String certificate,
            String reason,
            Instant destroyedAt) {}

    record DestructionAnswer(String study, List<String> kits, String certificate) {}

    @PostMapping("/kit-returns")
    @Allowed({Role.SITE_COORDINATOR, Role.PHARMACIST})
    ResponseEntity<Object> sendBack(
            @PathVariable String study, @RequestBody BackRequest request, Caller caller, Attribution by) {
        caller.mustEnter(request.site());
        return Answers.created(
                keeping.askAt(
                        study,
                        request.site(),
                        (kinds, now) -> new SendBack(
                                study, request.site(), request.depot(), request.kits(), request.sentAt(), now),
                        by.withHappenedAt(request.sentAt())),
                commit -> {
                    var fact = (ReturnSent) commit.facts().getFirst();
                    return new BackAnswer(study, fact.shipment(), fact.kits());
                });
    }

    @PostMapping("/kit-reports")
    @Allowed({Role.SITE_COORDINATOR, Role.PHARMACIST})
    ResponseEntity<Object> report(
            @PathVariable String study, @RequestBody ReportRequest request, Caller caller, Attribution by) {
        caller.mustEnter(request.site());
        return Answers.created(
                keeping.askAt(
                        study,
                        request.site(),
                        (kinds, now) -> new ReportKit(
                                study,
                                request.site(),
                                request.kit(),
                                request.fate() == Fate.LOST,
                                request.reason(),
                                request.at(),
                                now),
                        by.withHappenedAt(request.at())),
                commit -> new ReportAnswer(study, request.kit(), request.fate()));
    }

    @PostMapping("/kit-destructions")
    @Allowed({Role.SITE_COORDINATOR, Role.PHARMACIST})
    ResponseEntity<Object> destroy(
            @PathVariable String study, @RequestBody DestructionRequest request, Caller caller, Attribution by) {
        var place = place(request, caller);
        return Answers.created(
                keeping.ask(
                        study,
                        (kinds, now) -> new DestroyKits(
                                study,
                                place,
                                request.kits(),
                                request.witness(),
                                request.certificate(),
                                request.reason(),
                                caller.name(),
                                request.destroyedAt(),
                                now),
                        by.withHappenedAt(request.destroyedAt())),
                commit -> {
                    var fact = (KitsDestroyed) commit.facts().getFirst();
                    return new DestructionAnswer(study, fact.kits(), fact.certificate());
                });
    }

    private static String place(DestructionRequest request, Caller caller) {
        var site = request.site();
        if (site != null) {
            caller.mustEnter(site);
            return site;
        }
        caller.mustSeeEverySite();
        var depot = request.depot();
        if (depot == null) {
            throw Problem.badRequest("FIELD_MISSING", "a site or a depot is named", "/site", "/depot");
        }
        return depot;
    }
}
