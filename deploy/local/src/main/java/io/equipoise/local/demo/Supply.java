package io.equipoise.local.demo;

import io.equipoise.local.client.Answer;
import io.equipoise.local.client.Doors.Command;
import io.equipoise.local.client.Pharmacy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How the demonstration's kits come from the lot to the shelf, and are handed out there: a lot of each kind is tested and
 * released, both are packed under one packaging lot, sent in whole sets, counted, and their logger is read.
 */
record Supply(Trial trial) {
    /** Whose tissue the vesicles are of: to be seen by nobody who is blinded. */
    static final String DONOR = "D-0417";

    private static final int SETS = 44;
    private static final String DEPOT = "D1";
    private static final String PHARMACIST = "pha-01";
    private static final String COORDINATOR = "coo-01";
    private static final List<Kind> KINDS = List.of(
            new Kind("EXOSOMES", "L-2025-01", Map.of("tissueDonor", DONOR)), new Kind("SALINE", "L-2025-02", Map.of()));

    /** What a kit may hold, the lot that it is from, and whose tissue that is of, if it is of any. */
    private record Kind(String name, String lot, Map<String, String> donor) {}

    private Pharmacy pharmacy() {
        return new Pharmacy(trial.doors(), trial.study());
    }

    void receive() {
        var report = trial.report();
        trial.casting().ordered(KINDS).forEach(this::lot);
        report.accepted("depot opened", tell(PHARMACIST, "/depots", Map.of("depot", DEPOT, "title", "Central depot")));
        var kits = kits(trial.casting().chance("kits"));
        pack("P-0001", kits.subList(0, 2 * SETS));
        pack("P-0002", kits.subList(2 * SETS, 4 * SETS));
        send("S-0001", 21, "-79.5");
        send("S-0002", 14, "-58");
        report.accepted(
                "warmed shipment released by the pharmacist",
                tell(
                        PHARMACIST,
                        "/shipments/S-0002/excursion-decision",
                        Map.of(
                                "verdict",
                                "RELEASE",
                                "reason",
                                "stable for 24 h at this temperature",
                                "at",
                                at(13, 15))));
    }

    /** Tested for what must be tested; before that nobody can release it. */
    private void lot(Kind kind) {
        var report = trial.report();
        var lot = kind.lot();
        var expires = trial.today().plusYears(1);
        var sheet = new HashMap<String, Object>();
        sheet.putAll(Map.of(
                "lot", lot, "product", "infusion bag, 100 mL", "kind", kind.name(), "source", "central pharmacy"));
        sheet.putAll(Map.of("strengths", List.of(), "expiresOn", expires.toString()));
        sheet.putAll(kind.donor());
        sheet.putAll(Map.of("doNotShipDays", 60, "doNotDispenseDays", 30));
        sheet.put(
                "panel",
                List.of(
                        Map.of("test", "sterility", "mandatory", true),
                        Map.of("test", "endotoxin", "mandatory", true, "unit", "EU/mL", "highest", "0.5")));
        var release = Map.of("lot", lot, "verdict", "RELEASED", "reason", "all tests passed", "at", at(30, 12));
        report.accepted("product lot registered", tell(PHARMACIST, "/lots", sheet));
        report.refused(
                "release of a lot with tests missing",
                tell(PHARMACIST, "/lot-decisions", release),
                "LOT_TESTS_NOT_PASSED");
        var on = day(31).toString();
        report.accepted(
                "release test",
                tell(
                        PHARMACIST,
                        "/lot-tests",
                        Map.of("lot", lot, "test", "sterility", "text", "no growth", "passed", true, "on", on)));
        var endotoxin = new HashMap<String, Object>(Map.of("lot", lot, "test", "endotoxin", "passed", true, "on", on));
        endotoxin.putAll(Map.of("number", "0.08", "unit", "EU/mL"));
        report.accepted("release test", tell(PHARMACIST, "/lot-tests", endotoxin));
        report.accepted("product lot released", tell(PHARMACIST, "/lot-decisions", release));
    }

    /** As many of each kind for either packing, under numbers that say nothing. */
    private List<Map<String, String>> kits(Random chance) {
        var kinds = new ArrayList<Kind>();
        for (int packing = 0; packing < 2; packing++) {
            var mixed = new ArrayList<Kind>();
            trial.casting().ordered(KINDS).forEach(kind -> mixed.addAll(Collections.nCopies(SETS, kind)));
            Collections.shuffle(mixed, chance);
            kinds.addAll(mixed);
        }
        var numbered = Pharmacy.numbered(kinds.stream().map(Kind::name).toList(), chance);
        return IntStream.range(0, kinds.size())
                .mapToObj(at -> {
                    var kit = new HashMap<>(numbered.get(at));
                    kit.put("lot", kinds.get(at).lot());
                    return Map.copyOf(kit);
                })
                .toList();
    }

    private void pack(String packagingLot, List<Map<String, String>> kits) {
        var storage = Map.of("lowest", "-90", "highest", "-60", "minutesOutside", 30);
        var packing = Map.of("depot", DEPOT, "packagingLot", packagingLot, "kits", kits, "storage", storage);
        trial.report().accepted("kits packed from both lots", tell(PHARMACIST, "/packings", packing));
    }

    /** Asked for by the site, which does not know what is in a kit; sent, counted, and the logger read after it. */
    private void send(String shipment, int daysBefore, String warmest) {
        var report = trial.report();
        var wanted = Map.of(
                "depot",
                DEPOT,
                "site",
                "01",
                "sets",
                SETS,
                "requestedOn",
                day(daysBefore).toString());
        report.accepted(
                "shipment asked for",
                trial.doors().postWhen(new Command(COORDINATOR, path("/shipments"), wanted), "SITE_NOT_OPEN"));
        var sent = report.accepted(
                "shipment sent",
                tell(PHARMACIST, "/shipments/" + shipment + "/dispatch", Map.of("sentAt", at(daysBefore, 16))));
        var kits = new ArrayList<String>();
        sent.body().path("kits").forEach(kit -> kits.add(kit.asString()));
        var receipt = Map.of(
                "counted", kits.size(), "intact", kits, "damaged", List.of(), "receivedAt", at(daysBefore - 1, 10));
        report.accepted(
                "shipment counted kit by kit", tell(COORDINATOR, "/shipments/" + shipment + "/receipt", receipt));
        var readings = List.of(
                Map.of("at", at(daysBefore, 16), "degrees", "-80"),
                Map.of("at", at(daysBefore, 22), "degrees", warmest),
                Map.of("at", at(daysBefore, 23), "degrees", "-80"));
        var read = report.accepted(
                "logger of a shipment read",
                tell(COORDINATOR, "/shipments/" + shipment + "/temperatures", Map.of("readings", readings)));
        var warm = shipment.equals("S-0002");
        report.holds(
                "an hour too warm is an excursion, and nothing else is",
                read.body().path("excursion").asBoolean(!warm) == warm,
                read.text());
    }

    private Answer tell(String account, String door, Map<String, ?> body) {
        return trial.post(account, path(door), body);
    }

    private String path(String door) {
        return "/api/studies/" + trial.study() + door;
    }

    private LocalDate day(int daysBefore) {
        return trial.day0(1).minusDays(daysBefore);
    }

    private String at(int daysBefore, int hour) {
        return Instant.from(day(daysBefore).atTime(LocalTime.of(hour, 0)).atOffset(ZoneOffset.UTC))
                .toString();
    }

    /** The kit for a dose. */
    Answer dispense(String subject, int dose, LocalDate on) {
        return pharmacy().dispense(subject, dose, on.atTime(LocalTime.of(7, 30)).toInstant(ZoneOffset.UTC));
    }
}
