package io.equipoise.local.simulate;

import io.equipoise.local.client.Doors.Command;
import java.time.LocalDate;
import java.util.Map;

/** The gate between two cohorts. */
record Escalation(StudyRun study, Line line) {

    /** Nobody goes on to the next cohort before a person has signed that this one was safe. */
    void signOff(String cohort, LocalDate on) {
        var signed = study.doors()
                .post(new Command(
                        "saf-01",
                        study.path("/cohorts/" + cohort + "/sign-off"),
                        Map.of(
                                "on",
                                on.toString(),
                                "treated",
                                line.counted("in " + cohort),
                                "toxicities",
                                0,
                                "reason",
                                "no dose-limiting toxicity seen")));
        line.holds(signed.accepted(), "sign-off of " + cohort + ": " + signed.text());
    }
}
