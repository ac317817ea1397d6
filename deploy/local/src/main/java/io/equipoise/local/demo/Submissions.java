package io.equipoise.local.demo;

import io.equipoise.local.client.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;

/** What went out and what was answered: by a file of the authority's system, and by a person who writes it down. */
record Submissions(Trial trial, OfficeCase office) {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    void of(String file) {
        var report = trial.report();
        var batch = E2bReading.of(file).batch();
        submit("EU-CTR", batch);
        var taken = report.accepted(
                "the authority's system answers",
                trial.post(
                        OfficeCase.OFFICER, "/api/safety/icsr-acknowledgements", Map.of("file", acknowledged(batch))));
        var answer = taken.body().path(0);
        report.holds(
                "and the answer is kept with what was sent",
                answer.path("recorded").asBoolean(false)
                        && answer.path("receipt").asString("").equals("ACCEPTED"),
                taken.text());
        answered("FDA-IND");
        CaseFile.AUTHORITIES.forEach(this::met);
    }

    void byHand() {
        CaseFile.AUTHORITIES.forEach(this::answered);
        CaseFile.AUTHORITIES.forEach(this::met);
    }

    private void answered(String authority) {
        var sent = submit(authority, "by the gateway of " + authority);
        var receipt = Map.of(
                "receipt",
                "ACCEPTED",
                "at",
                OfficeCase.secondsAgo(30).toString(),
                "reference",
                "answer of " + authority);
        var door = "/submissions/" + sent.body().path("submission").asInt(0) + "/acknowledgement";
        trial.report().accepted("an answer written down", office.post(door, receipt));
    }

    private void met(String authority) {
        var clock = office.clock(authority);
        trial.report()
                .holds(
                        "sent and answered: the clock is met",
                        clock.path("state").asString("").equals("MET"),
                        authority + ": " + clock);
    }

    private Answer submit(String authority, String reference) {
        var body = Map.of(
                "authority",
                authority,
                "sentAt",
                OfficeCase.secondsAgo(90).toString(),
                "complete",
                true,
                "reference",
                reference);
        return trial.report().accepted("submission recorded", office.post("/submissions", body));
    }

    private String acknowledged(String batch) {
        try (var in = Objects.requireNonNull(Submissions.class.getResourceAsStream("/demo/acknowledgement.xml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{batch}", batch)
                    .replace("{report}", office.number())
                    .replace("{at}", SECOND.format(OfficeCase.secondsAgo(30)) + "+0000");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
