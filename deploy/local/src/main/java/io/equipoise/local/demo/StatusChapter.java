package io.equipoise.local.demo;

import io.equipoise.local.client.Doors;
import io.equipoise.local.client.Doors.Command;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The study is suspended and goes on: who may not act any more, how soon, and that it comes back. */
record StatusChapter(Trial trial) {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long BETWEEN_LOOKS = 5;

    void run() {
        Trial.say("3  The study is suspended for a moment, and goes on");
        var somebody = trial.post(
                        "coo-01",
                        "/api/studies/" + trial.study() + "/subjects",
                        Map.of("site", "01", "screenedOn", trial.today().toString()))
                .text("subject");
        change("SUSPENDED", "supply interrupted");
        var suspended = trial.doors().newKey();
        acts(
                "suspension acts",
                Map.of(
                        "enrolment", () -> enrolment(somebody, suspended).equals("STUDY_NOT_RECRUITING"),
                        "randomization", () -> dispensing().equals("STUDY_NOT_UNDER_WAY"),
                        "dosing-schedule", () -> calendar().contains("\"HELD\"")));
        change("RECRUITING", "supply restored");
        var restored = trial.doors().newKey();
        acts(
                "and so does going on",
                Map.of(
                        "enrolment", () -> enrolment(somebody, restored).equals("CONSENT_MISSING"),
                        "randomization", () -> dispensing().equals("DOSE_NUMBER"),
                        "dosing-schedule", () -> !calendar().contains("\"HELD\"")));
    }

    private void change(String status, String reason) {
        trial.report()
                .accepted(
                        "status changed",
                        trial.post(
                                "ops-01",
                                "/api/studies/" + trial.study() + "/status",
                                Map.of("status", status, "asOf", trial.today().toString(), "reason", reason)));
    }

    /** Asks all in turn until each acts as it should, and notes when that was, counted from the change's answer. */
    private void acts(String what, Map<String, BooleanSupplier> services) {
        var since = Instant.now();
        var waiting = new LinkedHashMap<>(services);
        var when = new ArrayList<String>();
        while (!waiting.isEmpty() && Instant.now().isBefore(since.plus(LONGEST))) {
            waiting.entrySet().removeIf(service -> {
                var acts = service.getValue().getAsBoolean();
                if (acts) {
                    when.add(service.getKey() + " "
                            + Duration.between(since, Instant.now()).toMillis() + " ms");
                }
                return acts;
            });
            Doors.pause(BETWEEN_LOOKS);
        }
        services.keySet().forEach(service -> trial.report().holds(what, !waiting.containsKey(service), service));
        trial.report().note(what + " after: " + String.join(", ", when));
    }

    /** One command, asked again with its key until the news has arrived: how often that is, is chance. */
    private String enrolment(String subject, String key) {
        return trial.doors()
                .post(
                        new Command(
                                "inv-01",
                                "/api/subjects/" + subject + "/enrolment",
                                Map.of("enrolledOn", trial.today().toString())),
                        key)
                .code();
    }

    private String dispensing() {
        return trial.post(
                        "pha-01",
                        "/api/subjects/" + trial.subject(1) + "/dispensations",
                        Map.of(
                                "dose",
                                0,
                                "dispensedAt",
                                trial.today()
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant()
                                        .toString()))
                .code();
    }

    private String calendar() {
        return trial.doors()
                .get("coo-01", "/api/subjects/" + trial.subject(1) + "/calendar")
                .text();
    }
}
