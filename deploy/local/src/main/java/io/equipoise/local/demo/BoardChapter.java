package io.equipoise.local.demo;

import io.equipoise.local.client.Answer;
import io.equipoise.local.client.Doors;
import io.equipoise.local.client.Doors.Command;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The data-safety board states a stopping rule, two related severe events cross it, nobody is enrolled, randomized or dosed
 * until the board lets the study go on by signature. In a study of its own: the other one goes on undisturbed.
 */
record BoardChapter(Trial trial, AlertEar ear) {
    static final String HELD = "SAFETY_HOLD";
    private static final String BOARD = "dsb-01";
    private static final String RULE = "SEVERE";

    void run() {
        Trial.say("8  Safety: the board's rule holds a study, and the board lets it go on");
        var held = trial.ofTheBoard();
        var small = new SmallTrial(held);
        small.open();
        var people = small.people();
        rule(held);
        severe(held, people.dosed().getFirst(), "Severe headache");
        noted(held);
        var doors = new HeldDoors(held, people);
        doors.areOpen();
        var crossing = severe(held, people.dosed().getLast(), "Severe infusion reaction");
        doors.measure(System.nanoTime());
        var hold = held(held, crossing);
        refused(held, people);
        goesOn(held, people, lift(held, hold));
    }

    private void rule(Trial held) {
        var counts = Map.of("terms", List.of(), "grade", 3, "serious", false, "related", true, "withinDays", 28);
        var rule = Map.of(
                "rule",
                RULE,
                "title",
                "Severe related events within four weeks",
                "counts",
                counts,
                "method",
                "EXACT",
                "parameters",
                Map.of("planned", "20", "acceptable", "0.1", "allowed", "0.05"),
                "choice",
                "HOLD",
                "liftedBy",
                List.of("DATA_SAFETY_BOARD"));
        var signed = Map.of(
                "rule", rule,
                "name", "Chair of the board",
                "meaning", "approval",
                "reason", "as the board's charter says");
        var door = stopping(held) + "/rules";
        trial.report().refused("a stopping rule by operations", trial.post("ops-01", door, signed), "ROLE_NOT_ALLOWED");
        trial.doors().logInAgain(BOARD);
        trial.report()
                .accepted(
                        "stopping rule stated by signature",
                        trial.doors().postWhen(new Command(BOARD, door, signed), "STUDY_UNKNOWN"));
    }

    private Answer severe(Trial held, String subject, String term) {
        var onset = held.today()
                .minusDays(SmallTrial.AGO - 1)
                .atTime(LocalTime.of(9, 5))
                .toInstant(ZoneOffset.UTC);
        var body = SafetyChapter.body(3, List.of(), onset, "RECOVERED", term);
        body.put("dose", 1);
        var command = new Command("inv-01", "/api/subjects/" + subject + "/adverse-events", body);
        return trial.report()
                .accepted(
                        "adverse event reported", trial.doors().postWhen(command, "DOSE_NOT_GIVEN", "SUBJECT_UNKNOWN"));
    }

    /** One event of two people dosed is within the boundary. */
    private void noted(Trial held) {
        var counted = trial.soon(() -> {
            var rule = standing(held).body().path("rules").path(0);
            return rule.path("n").asInt(0) == 2 && rule.path("events").asInt(0) == 1;
        });
        trial.report()
                .holds(
                        "one of two is within the boundary",
                        counted && standing(held).text("standing").equals("GOES_ON"),
                        standing(held).text());
    }

    /** Everybody who works with the study's people sees that it is held, and who may lift it; no rule and no count. */
    private String held(Trial held, Answer crossing) {
        var report = trial.report();
        var shown = standing(held);
        report.holds(
                "the second crosses it: the study is held",
                shown.text("standing").equals("HELD"),
                shown.text());
        var hold = shown.body().path("holds").path(0).path("hold").asString("");
        var seen = trial.doors().get("coo-01", stopping(held) + "/holds");
        report.holds(
                "the ward sees the hold, no rule and no count",
                seen.text().contains(hold) && !hold.isEmpty() && !seen.text().contains(RULE),
                seen.text());
        report.refused("the board's page by the ward", trial.doors().get("coo-01", stopping(held)), "ROLE_NOT_ALLOWED");
        var told = trial.soon(() -> ear.find("alert", held.study()).isPresent());
        report.holds("the officer is alerted to the boundary", told, crossing.text());
        ear.find("alert", held.study())
                .map(alert ->
                        new JsonMapper().readTree(alert.data()).path("alert").asString(""))
                .ifPresent(alert -> new TakingOver(trial).by("saf-01", alert, "the board is told"));
        return hold;
    }

    private void refused(Trial held, SmallTrial.People people) {
        var report = trial.report();
        var small = new SmallTrial(held);
        report.refused("held: nobody is enrolled", small.enrol(people), HELD);
        report.refused("held: nobody is randomized", small.randomize(people), HELD);
        report.refused("held: no dose is given", small.giveNow(people), HELD);
        report.accepted("held: screening goes on", small.screen());
    }

    /** @return a second that lies after the lift */
    private Instant lift(Trial held, String hold) {
        var report = trial.report();
        var door = stopping(held) + "/lifts";
        var signed = Map.of(
                "hold", hold,
                "name", "Chair of the board",
                "meaning", "approval on behalf of the board",
                "reason", "no pattern was seen; infusions are given more slowly");
        trial.doors().logInAgain("saf-01");
        report.refused("a lift by whom the rule does not name", trial.post("saf-01", door, signed), "LIFT_NOT_YOURS");
        trial.doors().logInAgain(BOARD);
        var lifted = report.accepted("hold lifted by signature", trial.post(BOARD, door, signed));
        report.holds(
                "with name, time and meaning",
                lifted.body().path("signature").toString().contains("approval on behalf of the board")
                        && lifted.body().path("signature").toString().contains(BOARD),
                lifted.text());
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }

    private void goesOn(Trial held, SmallTrial.People people, Instant from) {
        var report = trial.report();
        var small = new SmallTrial(held);
        report.accepted("lifted: the same person is enrolled", small.enrol(people, HELD));
        report.accepted("lifted: the same person is randomized", small.randomize(people, HELD));
        while (Instant.now().isBefore(from.plusSeconds(2))) {
            Doors.pause(50);
        }
        report.accepted("lifted: the dose that was due is given", small.give(people, from, HELD));
        report.holds("and the study goes on", standing(held).text("standing").equals("GOES_ON"), "");
    }

    private Answer standing(Trial held) {
        return trial.doors().get(BOARD, stopping(held));
    }

    private static String stopping(Trial held) {
        return "/api/safety/stopping/" + held.study();
    }
}
