package io.equipoise.operations;

import static io.equipoise.operations.Teller.STUDY;
import static io.equipoise.operations.Teller.at;
import static io.equipoise.operations.Teller.with;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adverse events of every grade; three alerts, one that nobody has acknowledged; a broken code. */
record SafetyTale(Teller teller, LocalDate today) {

    void harms() {
        harm(1, 1, "Headache", 330, List.of());
        harm(2, 1, "Fatigue", 300, List.of());
        harm(4, 3, "Infusion related reaction", 240, List.of("HOSPITALIZATION"));
        harm(6, 2, "Urinary tract infection", 190, List.of());
        harm(6, 1, "Nausea", 120, List.of());
        harm(8, 2, "Back pain", 160, List.of());
        harm(11, 4, "Anaphylactic reaction", 90, List.of("LIFE_THREATENING"));
        harm(14, 1, "Dizziness", 60, List.of());
        harm(16, 2, "Alanine aminotransferase increased", 20, List.of());
        harm(7, 5, "Cardiac arrest", 3, List.of("DEATH"));
        for (int number : List.of(4, 11, 7)) {
            alert(number, number != 7);
        }
        teller.tell(
                "randomization",
                "randomization",
                "allocation/" + STUDY,
                "CodeBroken.v1",
                with(11, "category", "MEDICAL_EMERGENCY", "brokenBy", "inv-01", "at", at(today.minusDays(90), 21)));
    }

    private void harm(int number, int grade, String term, int daysAgo, List<String> criteria) {
        var event = "AE-%04d-%d".formatted(number, daysAgo);
        teller.tell(
                "adverse-events",
                "adverse-event",
                "adverse-event/" + event,
                "AdverseEventReported.v1",
                with(
                        number,
                        "event",
                        event,
                        "term",
                        term,
                        "grade",
                        grade,
                        "serious",
                        !criteria.isEmpty(),
                        "criteria",
                        criteria,
                        "onset",
                        at(today.minusDays(daysAgo), 12),
                        "relation",
                        "POSSIBLE",
                        "dose",
                        1,
                        "outcome",
                        grade == 5 ? "FATAL" : "RECOVERED",
                        "version",
                        1));
    }

    private void alert(int number, boolean acknowledged) {
        var alert = "AL-%04d".formatted(number);
        int daysAgo = number == 4 ? 240 : number == 11 ? 90 : 3;
        var raised = at(today.minusDays(daysAgo), 13);
        var what = number == 4
                ? "Grade 3 infusion related reaction: hospitalization"
                : number == 11 ? "Grade 4 anaphylactic reaction: life-threatening" : "Grade 5 cardiac arrest: death";
        safety(
                alert,
                "AlertRaised.v1",
                with(
                        number,
                        "alert",
                        alert,
                        "event",
                        "AE",
                        "rule",
                        "SERIOUS",
                        "summary",
                        what,
                        "raisedAt",
                        raised,
                        "escalateAt",
                        raised.plusSeconds(900)));
        delivered(alert, raised);
        if (acknowledged) {
            taken(alert, raised);
        } else {
            undelivered(alert, raised);
            escalated(alert, raised);
        }
    }

    private void delivered(String alert, Instant raised) {
        safety(
                alert,
                "AlertDelivered.v1",
                Map.of(
                        "alert",
                        alert,
                        "study",
                        STUDY,
                        "channel",
                        "EMAIL",
                        "to",
                        "safety-officer",
                        "at",
                        raised.plusSeconds(1).toString()));
    }

    private void taken(String alert, Instant raised) {
        var at = raised.plusSeconds(240).toString();
        safety(
                alert,
                "AlertAcknowledged.v1",
                Map.of("alert", alert, "study", STUDY, "by", "saf-01", "at", at, "note", "site called"));
    }

    private void undelivered(String alert, Instant raised) {
        var at = raised.plusSeconds(2).toString();
        var failed = new LinkedHashMap<String, Object>(Map.of("alert", alert, "study", STUDY, "channel", "WEBHOOK"));
        failed.putAll(Map.of("to", "hook", "at", at, "attempts", 3, "problem", "HTTP 503"));
        safety(alert, "AlertUndelivered.v1", failed);
    }

    private void escalated(String alert, Instant raised) {
        var at = raised.plusSeconds(900).toString();
        safety(
                alert,
                "AlertEscalated.v1",
                Map.of("alert", alert, "study", STUDY, "step", 1, "to", "safety-officer", "at", at));
    }

    private void safety(String alert, String type, Map<String, Object> data) {
        teller.tell("adverse-events", "adverse-event", "alert/" + alert, type, data);
    }
}
