package io.equipoise.local.demo;

import io.equipoise.local.client.Answer;
import io.equipoise.local.client.Doors;
import io.equipoise.local.client.Options;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events of every grade; the serious ones pushed, mailed, acknowledged; one code broken in an emergency. */
record SafetyChapter(Trial trial, AlertEar ear) {
    private static final String INVESTIGATOR = "inv-01";
    private static final int EMERGENCY = 8;

    void run() {
        Trial.say("5  Alerts: events of every grade; two serious; one code broken");
        trial.report().holds("the officer's line is open", trial.soon(ear::connected), "no stream");
        report(1, 1, 1, List.of(), "RECOVERED", "Headache");
        report(2, 2, 1, List.of(), "RECOVERED", "Infusion related reaction");
        report(HELD, 3, 1, List.of(), "RECOVERED", "Back pain");
        report(6, 4, 2, List.of(), "RECOVERING", "Lymphocyte count decreased");
        serious(EMERGENCY, 3, List.of("HOSPITALIZATION"), "RECOVERING", "Infusion related reaction");
        serious(10, 5, List.of("DEATH"), "FATAL", "Pneumonia");
        refusals();
        breakCode();
    }

    private static final int HELD = DosingChapter.HELD;

    private Answer report(int person, int grade, int dose, List<String> criteria, String... outcomeAndTerm) {
        var onset = trial.day0(person)
                .plusWeeks(12L * (dose - 1))
                .atTime(LocalTime.of(9, 5))
                .toInstant(ZoneOffset.UTC);
        var body = body(grade, criteria, onset, outcomeAndTerm);
        body.put("dose", dose);
        var path = "/api/subjects/" + trial.subject(person) + "/adverse-events";
        var answer = trial.doors().postWhen(new Doors.Command(INVESTIGATOR, path, body), "DOSE_NOT_GIVEN");
        return trial.report().accepted("adverse event reported", answer);
    }

    static HashMap<String, Object> body(int grade, List<String> criteria, Instant onset, String... outcomeAndTerm) {
        var body = new HashMap<String, Object>();
        body.put("term", outcomeAndTerm[1]);
        body.put("grade", grade);
        body.put("criteria", criteria);
        body.put("onset", onset.toString());
        body.put("relation", "POSSIBLE");
        body.put("outcome", outcomeAndTerm[0]);
        return body;
    }

    private void serious(int person, int grade, List<String> criteria, String outcome, String term) {
        var entered = Instant.now();
        var answer = report(person, grade, 4, criteria, outcome, term);
        var event = answer.text("event");
        var arrived = trial.soon(() -> ear.find("alert", event).isPresent());
        trial.report().holds("serious: the alert is pushed", arrived, "nothing about " + event);
        ear.find("alert", event).ifPresent(alert -> {
            var after = Duration.between(entered, alert.at()).toMillis();
            trial.report().holds("pushed within a second of the entry", after <= 1000, after + " ms");
            trial.report().note("alert on the officer's screen " + after + " ms after the investigator pressed enter");
        });
        var messages = "/api/messages";
        var mailed = trial.soon(() -> mail(messages).contains(event));
        trial.report().holds("and mailed", mailed, "no mail about " + event);
        acknowledge(TakingOver.ofEvent(event));
    }

    private String mail(String path) {
        return trial.doors().fetch(java.net.URI.create(options().mail() + path)).text();
    }

    private Options options() {
        return trial.doors().options();
    }

    private void acknowledge(String alert) {
        var taking = new TakingOver(trial);
        taking.by("saf-01", alert, "site called");
        trial.report()
                .refused("acknowledged a second time", taking.take("saf-02", alert, "me too"), "ALREADY_ACKNOWLEDGED");
        var once = trial.soon(() -> ear.find("acknowledged", alert).isPresent());
        var alerts = ear.pushed().stream()
                .filter(p -> p.event().equals("alert") && p.data().contains(alert))
                .count();
        trial.report().holds("one event, one alert, on every screen", once && alerts == 1, alerts + " alerts");
    }

    private void refusals() {
        var onset = trial.day0(1).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        var path = "/api/subjects/" + trial.subject(1) + "/adverse-events";
        trial.report()
                .refused(
                        "an event of grade 6",
                        trial.post(INVESTIGATOR, path, body(6, List.of(), onset, "RECOVERED", "Headache")),
                        "GRADE");
        trial.report()
                .refused(
                        "an event of another site's investigator",
                        trial.post("inv-02", path, body(1, List.of(), onset, "RECOVERED", "Headache")),
                        "OTHER_SITE");
    }

    /** The decision is the investigator's alone (ICH E6(R3); EMA/CTFG): no gate, but a reason, and a record. */
    private void breakCode() {
        var path = "/api/subjects/" + trial.subject(EMERGENCY) + "/code-breaks";
        var body = Map.of(
                "category", "MEDICAL_EMERGENCY",
                "reason", "treating team must know before surgery",
                "at", Instant.now().minusSeconds(60).toString());
        trial.doors().logInAgain(INVESTIGATOR);
        trial.report().refused("code break by a coordinator", trial.post("coo-01", path, body), "ROLE_NOT_ALLOWED");
        trial.report()
                .refused(
                        "code break without a reason",
                        trial.post(
                                INVESTIGATOR,
                                path,
                                Map.of("category", "MEDICAL_EMERGENCY", "reason", "", "at", body.get("at"))),
                        "REASON");
        var shown = trial.report().accepted("code broken in an emergency", trial.post(INVESTIGATOR, path, body));
        trial.report().holds("shown to the one who asked", !shown.text("arm").isEmpty(), "no arm");
    }
}
