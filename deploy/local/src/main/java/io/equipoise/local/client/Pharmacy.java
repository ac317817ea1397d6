package io.equipoise.local.client;

import io.equipoise.local.client.Doors.Command;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/** The pharmacist's part: kits come in under unpredictable numbers, and go out one by one. */
public record Pharmacy(Doors doors, String study) {
    private static final String PHARMACIST = "pha-01";
    private static final int FIRST = 100_000;
    private static final int LAST = 1_000_000;

    /** What arrives at a site in one box, one kit for each type that is named. */
    public record Shipment(String site, String lot, String packagingLot, List<String> types, LocalDate expiresOn) {}

    public Answer receive(Shipment shipment, Random chance) {
        var body = Map.of(
                "site", shipment.site(),
                "lot", shipment.lot(),
                "packagingLot", shipment.packagingLot(),
                "kits", numbered(shipment.types(), chance),
                "expiresOn", shipment.expiresOn().toString());
        return doors.postWhen(
                new Command(PHARMACIST, "/api/studies/" + study + "/kits", body),
                "SITE_UNKNOWN",
                "SITE_NOT_OPEN",
                "STUDY_UNKNOWN");
    }

    /** Kits of these types under numbers that chance gives. */
    public static List<Map<String, String>> numbered(List<String> types, Random chance) {
        var numbers = new TreeSet<Integer>();
        while (numbers.size() < types.size()) {
            numbers.add(chance.nextInt(FIRST, LAST));
        }
        var shuffled = new ArrayList<>(numbers);
        Collections.shuffle(shuffled, chance);
        var kits = new ArrayList<Map<String, String>>();
        for (int i = 0; i < types.size(); i++) {
            kits.add(Map.of("kit", "K-" + shuffled.get(i), "type", types.get(i)));
        }
        return kits;
    }

    /** The kit for a dose. */
    public Answer dispense(String subject, int dose, Instant at) {
        var body = Map.of("dose", dose, "dispensedAt", at.toString());
        return doors.postWhen(
                new Command(PHARMACIST, "/api/subjects/" + subject + "/dispensations", body), "SUBJECT_UNKNOWN");
    }
}
