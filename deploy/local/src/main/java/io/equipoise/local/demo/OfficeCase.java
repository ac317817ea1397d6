package io.equipoise.local.demo;

import io.equipoise.local.client.Answer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** One case of the safety office, at its doors. */
record OfficeCase(Trial trial, String id) {
    static final String OFFICER = "saf-01";
    static final String CASES = "/api/safety/cases";
    static final String OFFICE = "Europe/Berlin";

    /** The local settings name receivers for the registered number; a second demonstration's copy of the study has none. */
    boolean isAddressed() {
        return trial.study().equals("NCT07146087");
    }

    Answer get(String door) {
        return trial.doors().get(OFFICER, CASES + "/" + id + door);
    }

    Answer post(String door, Map<String, ?> body) {
        return trial.post(OFFICER, CASES + "/" + id + door, body);
    }

    String number() {
        return get("").text("safetyReportId");
    }

    /** The first clock that runs for this authority; empty where none does. */
    JsonNode clock(String authority) {
        var clocks = get("/clocks").body();
        return StreamSupport.stream(clocks.spliterator(), false)
                .filter(clock -> clock.path("authority").asString("").equals(authority))
                .findFirst()
                .orElseGet(() -> clocks.path("none"));
    }

    static Instant secondsAgo(int seconds) {
        return Instant.now().minusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
    }
}
