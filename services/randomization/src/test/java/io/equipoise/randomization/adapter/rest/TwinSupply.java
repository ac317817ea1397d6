package io.equipoise.randomization.adapter.rest;

import static io.equipoise.randomization.adapter.rest.TwinTrial.CLARA;
import static io.equipoise.randomization.adapter.rest.TwinTrial.DORA;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.World;
import io.equipoise.randomization.adapter.rest.KitFatesEndpoint.BackRequest;
import io.equipoise.randomization.adapter.rest.KitFatesEndpoint.DestructionRequest;
import io.equipoise.randomization.adapter.rest.KitFatesEndpoint.Fate;
import io.equipoise.randomization.adapter.rest.KitFatesEndpoint.ReportRequest;
import io.equipoise.randomization.adapter.rest.ResupplyEndpoint.RunRequest;
import io.equipoise.randomization.adapter.rest.ShipmentsEndpoint.LoggerRequest;
import io.equipoise.randomization.adapter.rest.ShipmentsEndpoint.ReceiptRequest;
import io.equipoise.randomization.adapter.rest.ShipmentsEndpoint.WantedRequest;
import io.equipoise.randomization.adapter.rest.TreatmentEndpoint.DispensationRequest;
import io.equipoise.randomization.domain.ResupplyPlan;
import io.equipoise.randomization.domain.ResupplyPlan.SiteLevels;
import io.equipoise.randomization.domain.SupplyEvent.TemperaturesRead.Reading;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/** The supply of the twin trial: all that a blinded person can ask about lots, shipments and stock, and each answer. */
final class TwinSupply {
    private static final Instant SENT = Instant.parse("2025-04-01T08:00:00Z");
    private static final LocalDate ASKED = LocalDate.of(2025, 4, 1);

    private final Map<String, String> answers = new LinkedHashMap<>();
    private final World world;
    private final TwinDepot depot;
    private final Caller caller = new Caller("coo-01", Set.of(Role.SITE_COORDINATOR, Role.OPERATIONS), Set.of("*"));
    private final ShipmentsEndpoint shipments;
    private final KitFatesEndpoint fates;
    private final StockEndpoint stock;
    private final ResupplyEndpoint resupply;
    private final TreatmentEndpoint treatment;

    TwinSupply(World world, List<String> arms) {
        this.world = world;
        this.depot = new TwinDepot(world, arms);
        this.shipments = new ShipmentsEndpoint(world.process.keeping, world.process.views);
        this.fates = new KitFatesEndpoint(world.process.keeping);
        this.stock = new StockEndpoint(world.process.views, Clock.fixed(SENT, ZoneOffset.UTC));
        this.resupply = new ResupplyEndpoint(world.process.resupplying);
        this.treatment = new TreatmentEndpoint(world.process.treating);
    }

    Map<String, String> run() {
        depot.isStocked();
        ask("two sets", 2, "D1");
        ask("of no depot", 2, "D9");
        ask("no sets", 0, "D1");
        depot.sends("S-0001", SENT);
        receive("miscounted", 3, List.of("K-31", "K-32"), List.of());
        receive("strange", 1, List.of("K-99"), List.of());
        receive("counted", 4, List.of("K-31", "K-32", "K-33"), List.of("K-34"));
        look("received");
        bothAreDosed("from a packing", 5);
        look("dispensed");
        tempered();
        kitsLeave();
        sitesAreFilledUp();
        return answers;
    }

    private void tempered() {
        read("cold", "-80");
        look("cold");
        read("warm", "4");
        look("warm");
        bothAreDosed("in quarantine", 6);
        depot.releases("S-0001");
        bothAreDosed("released again", 7);
        look("released");
        depot.failsATest();
        bothAreDosed("after a failed test", 8);
        look("failed");
    }

    private void kitsLeave() {
        for (var kit : List.of("K-31", "K-32", "K-33", "K-34")) {
            answer(
                    "report " + kit,
                    by -> fates.report(
                            World.STUDY,
                            new ReportRequest("01", kit, Fate.LOST, "gone with CANARY", SENT),
                            caller,
                            by));
        }
        answer(
                "back",
                by -> fates.sendBack(
                        World.STUDY, new BackRequest("01", "D1", List.of("K-15", "K-16"), SENT), caller, by));
        var destroyed = List.of("K-11", "K-12");
        answer(
                "destroy",
                by -> fates.destroy(
                        World.STUDY,
                        new DestructionRequest("01", null, destroyed, "wit-01", "C-7", "CANARY", SENT),
                        caller,
                        by));
        look("gone");
    }

    private void sitesAreFilledUp() {
        for (var subject : List.of(CLARA, DORA)) {
            world.hear(
                    "dosing",
                    "CalendarPlanned.v1",
                    ("{'subject':'%s','study':'%s','site':'01','entries':[{'kind':'DOSE','dose':20,"
                                    + "'planned':'2025-04-10','state':'PLANNED'}]}")
                            .formatted(subject, World.STUDY));
        }
        look("expected");
        var plan = new ResupplyPlan("D1", ASKED, 7, 28, List.of(new SiteLevels("01", 1, 3)));
        answer("plan", by -> resupply.plan(World.STUDY, plan, caller, by));
        answer("off day", by -> resupply.decide(World.STUDY, new RunRequest(ASKED.plusDays(1)), caller, by));
        answer("day", by -> resupply.decide(World.STUDY, new RunRequest(ASKED), caller, by));
        look("filled up");
    }

    private void bothAreDosed(String step, int dose) {
        for (var subject : List.of(CLARA, DORA)) {
            dispense(step, subject, dose);
        }
    }

    private void dispense(String step, SubjectId subject, int dose) {
        var pharmacist = new Caller("pha-01", Set.of(Role.PHARMACIST), Set.of("01"));
        answer(
                "dose " + step + " " + subject,
                by -> treatment.dispense(
                        subject.toString(), new DispensationRequest(dose, SENT.plusSeconds(9)), pharmacist, by));
    }

    private void ask(String step, int sets, String from) {
        answer(
                "ask " + step,
                by -> shipments.ask(World.STUDY, new WantedRequest(from, "01", sets, null, ASKED), caller, by));
    }

    private void receive(String step, int counted, List<String> intact, List<String> damaged) {
        answer(
                "receive " + step,
                by -> shipments.receive(
                        World.STUDY, "S-0001", new ReceiptRequest(counted, intact, damaged, SENT), caller, by));
    }

    private void read(String step, String degrees) {
        var readings = List.of(new Reading(SENT, degrees), new Reading(SENT.plusSeconds(7200), degrees));
        answer("read " + step, by -> shipments.read(World.STUDY, "S-0001", new LoggerRequest(readings), caller, by));
    }

    private void look(String when) {
        answers.put("stock " + when, World.JSON.writeValueAsString(stock.stock("01", World.STUDY, caller)));
        answers.put("kits " + when, World.JSON.writeValueAsString(stock.accountability("01", World.STUDY, caller)));
        answers.put("shipments " + when, World.JSON.writeValueAsString(shipments.all(World.STUDY, caller)));
    }

    private void answer(String step, Function<Attribution, ResponseEntity<Object>> request) {
        var by = World.by("coo-01", step.replace(' ', '-'));
        try {
            var answer = request.apply(by);
            answers.put(step, answer.getStatusCode() + " " + World.JSON.writeValueAsString(answer.getBody()));
        } catch (Problem problem) {
            answers.put(step, problem.status() + " " + World.JSON.writeValueAsString(problem.detail()));
        }
    }
}
