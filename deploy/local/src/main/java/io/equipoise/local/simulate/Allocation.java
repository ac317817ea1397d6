package io.equipoise.local.simulate;

import io.equipoise.local.client.Doors.Command;
import io.equipoise.local.client.Pharmacy;
import io.equipoise.local.client.Pharmacy.Shipment;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The statistician's list and the pharmacist's kits of a randomized study. */
record Allocation(StudyRun study, Protocol protocol) {
    private static final int SHARES = 2;

    void prepare(Line line) {
        var chance = new Random(study.seed());
        var seed = new byte[16];
        chance.nextBytes(seed);
        int block = Protocol.value(protocol.definition(), "design", "ratio")
                .map(ratio -> ratio.properties().stream()
                        .mapToInt(share -> share.getValue().asInt(1))
                        .sum())
                .orElse(protocol.arms().size());
        var list = study.doors()
                .postWhen(
                        new Command(
                                "sta-01",
                                study.path("/allocation-list"),
                                Map.of(
                                        "seed",
                                        HexFormat.of().formatHex(seed),
                                        "blockSizes",
                                        List.of(block, block * SHARES),
                                        "slotsPerStratum",
                                        Math.max(block * SHARES, study.people() * SHARES))),
                        "STUDY_UNKNOWN",
                        "STUDY_NOT_ACTIVE",
                        "DESIGN_INCOMPLETE"); // what was assumed is told in a later version
        line.holds(list.accepted(), "allocation list: " + list.text());
        var received = pharmacy().receive(shipment(), chance);
        line.holds(received.accepted(), "kits: " + received.text());
    }

    private Pharmacy pharmacy() {
        return new Pharmacy(study.doors(), study.name());
    }

    private Shipment shipment() {
        int each = study.people() * protocol.mostDoses() + SHARES;
        var types = protocol.kinds().stream()
                .flatMap(kind -> Collections.nCopies(each, kind).stream())
                .toList();
        return new Shipment("01", "L-SIM-1", "P-SIM-1", types, study.today().plusYears(2));
    }

    /** The kit for a dose; empty where none could be dispensed. */
    String dispense(String subject, int dose, LocalDate on, Line line) {
        var at = on.atTime(LocalTime.of(6, 30)).toInstant(ZoneOffset.UTC);
        var answer = pharmacy().dispense(subject, dose, at);
        line.holds(answer.accepted(), "dispensing dose " + dose + " of " + subject + ": " + answer.text());
        return answer.text("kit");
    }
}
