package io.equipoise.local.demo;

import io.equipoise.local.client.Answer;
import io.equipoise.local.client.Doors.Command;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Four infusions twelve weeks apart; one held, one missed, one out of its window, one person who leaves. */
record DosingChapter(Trial trial) {
    static final int HELD = 3;
    static final int MISSED = 5;
    static final int LATE = 7;
    static final int HASTY = 9;
    static final int LEAVING = 12;
    private static final String NURSE = "coo-01";
    private static final String INVESTIGATOR = "inv-01";
    private static final LocalTime START = LocalTime.of(8, 0);

    void run() {
        Trial.say("4  Dosing: four infusions, twelve weeks apart");
        for (int person = 1; person <= Trial.PEOPLE; person++) {
            var subject = trial.subject(person);
            var calendar = trial.soon(() -> doses(subject) == Trial.DOSES);
            trial.report().holds("calendar planned from day 0", calendar, subject + " has none");
            for (int dose = 1; dose <= Trial.DOSES; dose++) {
                if (person == LEAVING && dose == 3) {
                    leave(subject, planned(person, dose).minusDays(7));
                    break;
                }
                give(person, subject, dose);
            }
        }
        Trial.say("   given, but for one held, one missed, one late, one who left");
    }

    private void give(int person, String subject, int dose) {
        var on = planned(person, dose);
        if (person == HELD && dose == 2) {
            hold(subject, dose, on);
        } else if (person == MISSED && dose == 3) {
            trial.report()
                    .accepted(
                            "a dose missed",
                            trial.post(
                                    NURSE,
                                    dosePath(subject, dose) + "/missed",
                                    reasoned(on.plusDays(8), "did not attend")));
        } else if (person == LATE && dose == 2) {
            late(subject, dose, on.plusDays(12));
        } else if (person == HASTY && dose == 2) {
            hasty(subject, dose, on);
        } else {
            administer(subject, dose, on, null);
        }
    }

    private void administer(
            String subject, int dose, LocalDate on, @org.jspecify.annotations.Nullable String deviation) {
        var kit = kit(subject, dose, on);
        trial.report().accepted("infusion given", infuse(subject, dose, kit, on, deviation));
    }

    private void hold(String subject, int dose, LocalDate on) {
        trial.report()
                .accepted(
                        "a dose held",
                        trial.post(INVESTIGATOR, dosePath(subject, dose) + "/hold", reasoned(on, "grade 3 event")));
        var kit = kit(subject, dose, on);
        trial.report().refused("infusion of a held dose", infuse(subject, dose, kit, on, null), "DOSE_HELD");
        trial.report()
                .accepted(
                        "the held dose released",
                        trial.post(
                                INVESTIGATOR,
                                dosePath(subject, dose) + "/release",
                                reasoned(on.plusDays(3), "resolved")));
        trial.report().accepted("infusion given", infuse(subject, dose, kit, on.plusDays(3), null));
    }

    private void late(String subject, int dose, LocalDate on) {
        var kit = kit(subject, dose, on);
        trial.report().refused("infusion outside its window", infuse(subject, dose, kit, on, null), "OUT_OF_WINDOW");
        trial.report()
                .accepted(
                        "the same, as a recorded deviation",
                        infuse(subject, dose, kit, on, "the patient was travelling; sponsor informed"));
    }

    private void hasty(String subject, int dose, LocalDate on) {
        var early = on.minusDays(20);
        var kit = kit(subject, dose, early);
        trial.report()
                .refused(
                        "infusion sooner than the shortest gap",
                        infuse(subject, dose, kit, early, "it would suit us better"),
                        "TOO_EARLY");
        trial.report()
                .refused(
                        "infusion with a kit of nobody",
                        infuse(subject, dose, "K-000001", on, null),
                        "KIT_NOT_DISPENSED_TO_SUBJECT");
        trial.report().accepted("infusion given", infuse(subject, dose, kit, on, null));
    }

    private void leave(String subject, LocalDate on) {
        trial.report()
                .accepted(
                        "consent withdrawn",
                        trial.post(
                                NURSE,
                                "/api/subjects/" + subject + "/consents/withdrawal",
                                Map.of("withdrawnOn", on.toString(), "reason", "moved away")));
        var stopped = trial.soon(() -> states(subject).contains("CANCELLED"));
        trial.report().holds("withdrawal stops later doses", stopped, states(subject));
        var answer = infuse(subject, 3, "K-000001", on.plusDays(7), null);
        trial.report().refused("infusion after withdrawal", answer, "\"code\":\"");
    }

    private String kit(String subject, int dose, LocalDate on) {
        var answer = trial.report().accepted("kit dispensed", new Supply(trial).dispense(subject, dose, on));
        return answer.text("kit");
    }

    private Answer infuse(
            String subject, int dose, String kit, LocalDate on, @org.jspecify.annotations.Nullable String deviation) {
        var start = on.atTime(START).toInstant(ZoneOffset.UTC);
        var body = new HashMap<String, Object>();
        body.put("dose", dose);
        body.put("kit", kit);
        body.put("startedAt", start.toString());
        body.put("stoppedAt", start.plusSeconds(45 * 60).toString());
        body.put("volume", Map.of("number", "100", "unit", "mL"));
        body.put(
                "interruptions",
                dose == 1
                        ? List.of(Map.of(
                                "from", start.plusSeconds(600).toString(),
                                "to", start.plusSeconds(900).toString(),
                                "why", "line flushed"))
                        : List.of());
        if (deviation != null) {
            body.put("acceptDeviation", deviation);
        }
        var command = new Command(NURSE, "/api/subjects/" + subject + "/administrations", body);
        return kit.equals("K-000001")
                ? trial.doors().post(command)
                : trial.doors()
                        .postWhen(command, "KIT_NOT_DISPENSED_TO_SUBJECT", "CONSENT_MISSING", "STUDY_NOT_DOSING");
    }

    private LocalDate planned(int person, int dose) {
        return trial.day0(person).plusWeeks(12L * (dose - 1));
    }

    long doses(String subject) {
        long count = 0;
        for (var entry : calendar(subject).body().path("entries")) {
            count += entry.path("kind").asString("").equals("DOSE") ? 1 : 0;
        }
        return count;
    }

    private String states(String subject) {
        return calendar(subject).text();
    }

    private Answer calendar(String subject) {
        return trial.doors().get(NURSE, "/api/subjects/" + subject + "/calendar");
    }

    private static String dosePath(String subject, int dose) {
        return "/api/subjects/" + subject + "/doses/" + dose;
    }

    private static Map<String, String> reasoned(LocalDate on, String reason) {
        return Map.of("on", on.toString(), "reason", reason);
    }
}
