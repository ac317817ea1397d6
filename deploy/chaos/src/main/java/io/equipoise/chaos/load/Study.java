package io.equipoise.chaos.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A study of its own with room for thousands, so that one run's commands do not meet another's. */
public record Study(String name, LocalDate today) {
    private static final int ROOM = 6_000;
    private static final int KITS = 5_000;

    /** Defined, activated, its site opened, its list drawn, its kits received. */
    public static Study open(Doors doors, String name, Random random) {
        var study = defined(doors, name, "PT15M");
        study.must(doors.post(study.list(random), name + "-list", "STUDY_UNKNOWN"));
        study.must(doors.post(study.kits(random), name + "-kits", "SITE_UNKNOWN", "SITE_NOT_OPEN", "STUDY_UNKNOWN"));
        return study;
    }

    /** For events alone: its site is open and nobody is randomized; how long an alert may wait is the test's choice. */
    public static Study ofEvents(Doors doors, String name, String escalateAfter) {
        return defined(doors, name, escalateAfter);
    }

    private static Study defined(Doors doors, String name, String escalateAfter) {
        var study = new Study(name, LocalDate.now(ZoneOffset.UTC));
        study.must(doors.post(study.definition(), name + "-define"));
        study.must(doors.post(study.overlay(escalateAfter), name + "-overlay"));
        study.must(doors.post(
                Request.json("ops-01", study.path("/activation"), Map.of("activatedOn", study.opened())),
                name + "-activate"));
        study.must(doors.post(study.site(), name + "-site"));
        return study;
    }

    String path(String rest) {
        return "/api/studies/" + name + rest;
    }

    String opened() {
        return today.minusDays(200).toString();
    }

    private void must(Reply reply) {
        if (!reply.accepted()) {
            throw new IllegalStateException("the study could not be set up: " + reply);
        }
    }

    private Request definition() {
        var text = resource("NCT07146087.yaml").replace("study: NCT07146087", "study: " + name);
        return new Request("ops-01", "/api/studies", "application/yaml", text);
    }

    private Request overlay(String escalateAfter) {
        var roomy = "design:\n  target: {basis: assumed, value: " + ROOM + ", by: fault driver, on: 2026-11-22,"
                + " why: a run must not end at the last place}\n";
        var text = "study: " + name + "\n"
                + resource("assumptions.yaml")
                        .replace("design:\n", roomy)
                        .replace("value: PT15M", "value: " + escalateAfter);
        return new Request("ops-01", "/api/studies", "application/merge-patch+yaml", text);
    }

    private Request site() {
        var body = Map.of(
                "site", "01", "name", "Day ward", "country", "DE", "zone", "Europe/Berlin", "openedOn", opened());
        return Request.json("ops-01", path("/sites"), body);
    }

    private Request list(Random random) {
        var seed = "%016x%016x".formatted(random.nextLong(), random.nextLong());
        return Request.json(
                "sta-01",
                path("/allocation-list"),
                Map.of("seed", seed, "blockSizes", List.of(2, 4), "slotsPerStratum", ROOM));
    }

    private Request kits(Random random) {
        var numbers = new ArrayList<Integer>();
        for (int i = 0; i < KITS; i++) {
            numbers.add(100_000 + i);
        }
        Collections.shuffle(numbers, random);
        var kits = new ArrayList<Map<String, String>>();
        for (int i = 0; i < KITS; i++) {
            kits.add(Map.of("kit", "K-" + numbers.get(i), "type", i % 2 == 0 ? "EXOSOMES" : "SALINE"));
        }
        Collections.shuffle(kits, random);
        return Request.json(
                "pha-01",
                path("/kits"),
                Map.of(
                        "site", "01",
                        "lot", "L-1",
                        "packagingLot", "P-1",
                        "kits", kits,
                        "expiresOn", today.plusYears(1).toString()));
    }

    private static String resource(String name) {
        try (var in = Study.class.getResourceAsStream("/trial/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the driver lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
