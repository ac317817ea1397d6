package io.equipoise.local.demo;

import io.equipoise.local.client.Answer;
import io.equipoise.local.client.Doors.Command;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;

/** The pharmacist's part: kits of both kinds come in under unpredictable numbers, and go out one by one. */
record Supply(Trial trial) {
    private static final int OF_EACH_KIND = 48;
    private static final int FIRST = 100_000;
    private static final int LAST = 1_000_000;

    void receive() {
        var numbers = new TreeSet<Integer>();
        while (numbers.size() < 2 * OF_EACH_KIND) {
            numbers.add(ThreadLocalRandom.current().nextInt(FIRST, LAST));
        }
        var shuffled = new ArrayList<>(numbers);
        Collections.shuffle(shuffled);
        var kits = new ArrayList<Map<String, String>>();
        for (int i = 0; i < shuffled.size(); i++) {
            kits.add(Map.of("kit", "K-" + shuffled.get(i), "type", i < OF_EACH_KIND ? "EXOSOMES" : "SALINE"));
        }
        Collections.shuffle(kits);
        var shipment = new Command(
                "pha-01",
                "/api/studies/" + trial.study() + "/kits",
                Map.of(
                        "site", "01",
                        "lot", "L-2025-01",
                        "packagingLot", "P-0001",
                        "kits", List.copyOf(kits),
                        "expiresOn", trial.today().plusYears(1).toString()));
        trial.report()
                .accepted(
                        "kits received",
                        trial.doors().postWhen(shipment, "SITE_UNKNOWN", "SITE_NOT_OPEN", "STUDY_UNKNOWN"));
    }

    /** The kit for a dose. */
    Answer dispense(String subject, int dose, java.time.LocalDate on) {
        var at = on.atTime(LocalTime.of(7, 30)).toInstant(ZoneOffset.UTC);
        return trial.doors()
                .postWhen(
                        new Command(
                                "pha-01",
                                "/api/subjects/" + subject + "/dispensations",
                                Map.of("dose", dose, "dispensedAt", at.toString())),
                        "SUBJECT_UNKNOWN");
    }
}
