package io.equipoise.local.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A case of one event for two authorities, and the clocks that start with it. */
record CaseFile(Trial trial, String event) {
    static final List<String> AUTHORITIES = List.of("FDA-IND", "EU-CTR");
    private static final int DAYS = 7;

    OfficeCase open() {
        var report = trial.report();
        var opened = report.accepted(
                "case opened for FDA and the EU", trial.post(OfficeCase.OFFICER, OfficeCase.CASES, opening()));
        SusarChapter.takeOver(trial, event);
        var made = new OfficeCase(trial, opened.text("case"));
        var story = "Reaction twenty minutes after the fourth infusion, treated with adrenaline.";
        report.accepted("narrative of a case", made.post("/narrative", Map.of("narrative", story)));
        AUTHORITIES.forEach(authority -> clock(made, authority));
        var listed = trial.soon(() -> trial.doors()
                .get(OfficeCase.OFFICER, "/api/safety/clocks")
                .text()
                .contains(made.id()));
        report.holds("and stands on the board of clocks", listed, made.id());
        return made;
    }

    private Map<String, Object> opening() {
        var body = new HashMap<String, Object>();
        body.put("events", List.of(event));
        body.put("authorities", AUTHORITIES);
        body.put("receivedAt", trial.today().minusDays(1) + "T16:40");
        body.put("office", OfficeCase.OFFICE);
        body.put(
                "criteria",
                List.of(
                        "TRIAL_NUMBER",
                        "SPONSOR_STUDY_NUMBER",
                        "SUBJECT",
                        "REPORTER",
                        "REACTION",
                        "SUSPECT_PRODUCT",
                        "CAUSALITY"));
        body.put("reporter", "PHYSICIAN");
        body.put("country", "DE");
        body.put("what", "the ward's report by telephone");
        return body;
    }

    /** Seven days from the day on which the office received it; the sentence of the date is printed as it stands. */
    private void clock(OfficeCase made, String authority) {
        var clock = made.clock(authority);
        var due = clock.path("due").asString("");
        var why = sentence(clock, "DATE");
        trial.report()
                .holds(
                        "a clock says when it is due, and why",
                        due.equals(trial.today().minusDays(1).plusDays(DAYS).toString())
                                && clock.path("state").asString("").equals("RUNNING")
                                && !sentence(clock, "RULE").isEmpty()
                                && !why.isEmpty(),
                        authority + ": " + clock);
        trial.report()
                .note(authority + ", due " + due + " by "
                        + clock.path("paragraph").asString("") + ": " + why);
    }

    private static String sentence(JsonNode clock, String role) {
        return StreamSupport.stream(clock.path("because").spliterator(), false)
                .filter(sentence -> sentence.path("role").asString("").equals(role))
                .map(sentence -> sentence.path("text").asString(""))
                .findFirst()
                .orElse("");
    }
}
