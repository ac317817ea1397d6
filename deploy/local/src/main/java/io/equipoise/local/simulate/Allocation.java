package io.equipoise.local.simulate;

import io.equipoise.local.client.Doors.Command;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** The statistician's list and the pharmacist's kits of a randomized study. */
record Allocation(StudyRun study, Protocol protocol) {
    private static final String PHARMACIST = "pha-01";
    private static final int FIRST = 100_000;
    private static final int LAST = 1_000_000;
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
                                        java.util.HexFormat.of().formatHex(seed),
                                        "blockSizes",
                                        List.of(block, block * SHARES),
                                        "slotsPerStratum",
                                        Math.max(block * SHARES, study.people() * SHARES))),
                        "STUDY_UNKNOWN",
                        "STUDY_NOT_ACTIVE");
        line.holds(list.accepted(), "allocation list: " + list.text());
        var received = study.doors()
                .postWhen(
                        new Command(PHARMACIST, study.path("/kits"), shipment(chance)),
                        "SITE_UNKNOWN",
                        "SITE_NOT_OPEN",
                        "STUDY_UNKNOWN");
        line.holds(received.accepted(), "kits: " + received.text());
    }

    private Map<String, Object> shipment(Random chance) {
        int each = study.people() * protocol.mostDoses() + SHARES;
        var numbers = new TreeSet<Integer>();
        while (numbers.size() < each * protocol.arms().size()) {
            numbers.add(chance.nextInt(FIRST, LAST));
        }
        var shuffled = new ArrayList<>(numbers);
        Collections.shuffle(shuffled, chance);
        var kits = new ArrayList<Map<String, String>>();
        for (int i = 0; i < shuffled.size(); i++) {
            kits.add(Map.of(
                    "kit",
                    "K-" + shuffled.get(i),
                    "type",
                    protocol.arms().get(i % protocol.arms().size())));
        }
        return Map.of(
                "site", "01",
                "lot", "L-SIM-1",
                "packagingLot", "P-SIM-1",
                "kits", kits,
                "expiresOn", study.today().plusYears(2).toString());
    }

    /** The kit for a dose; empty where none could be dispensed. */
    String dispense(String subject, int dose, LocalDate on, Line line) {
        var answer = study.doors()
                .postWhen(
                        new Command(
                                PHARMACIST,
                                "/api/subjects/" + subject + "/dispensations",
                                Map.of(
                                        "dose",
                                        dose,
                                        "dispensedAt",
                                        on.atTime(LocalTime.of(6, 30))
                                                .toInstant(ZoneOffset.UTC)
                                                .toString())),
                        "SUBJECT_UNKNOWN");
        line.holds(answer.accepted(), "dispensing dose " + dose + " of " + subject + ": " + answer.text());
        return answer.text("kit");
    }
}
