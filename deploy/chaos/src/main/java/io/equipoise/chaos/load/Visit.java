package io.equipoise.chaos.load;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One person's way through the study, command by command; now and then one is sent again, or again with another body. */
final class Visit {
    private static final String NURSE = "coo-01";
    private static final String INVESTIGATOR = "inv-01";

    private final Doors doors;
    private final Study study;
    private final Random random;
    private final String keys;
    private final Tally tally;
    private int steps;

    Visit(Doors doors, Study study, Random random, String keys, Tally tally) {
        this.doors = doors;
        this.study = study;
        this.random = random;
        this.keys = keys;
        this.tally = tally;
    }

    /** The whole way: every service has something to do. */
    void whole() {
        var subject = screened();
        if (subject == null) {
            return;
        }
        var day0 = study.today().minusDays(45);
        enrolled(subject, day0);
        treated(subject, day0);
    }

    private void enrolled(String subject, LocalDate day0) {
        var on = day0.minusDays(5);
        did(
                INVESTIGATOR,
                subject,
                "/enrolment",
                Map.of("enrolledOn", on.toString()),
                "NOT_ELIGIBLE",
                "CONSENT_MISSING");
        did(
                INVESTIGATOR,
                subject,
                "/randomization",
                Map.of("randomizedOn", day0.toString()),
                "NOT_ENROLLED",
                "SUBJECT_UNKNOWN");
    }

    private void treated(String subject, LocalDate day0) {
        var at = day0.atTime(LocalTime.of(7, 30)).toInstant(ZoneOffset.UTC).toString();
        var kit = did("pha-01", subject, "/dispensations", Map.of("dose", 1, "dispensedAt", at), "SUBJECT_UNKNOWN")
                .text("kit");
        var start = day0.atTime(LocalTime.of(8, 0)).toInstant(ZoneOffset.UTC);
        var infusion = new HashMap<String, Object>(Map.of(
                "dose", 1,
                "kit", kit,
                "startedAt", start.toString(),
                "stoppedAt", start.plusSeconds(2700).toString(),
                "volume", Map.of("number", "100", "unit", "mL"),
                "interruptions", List.of()));
        did(
                NURSE,
                subject,
                "/administrations",
                infusion,
                "KIT_NOT_DISPENSED_TO_SUBJECT",
                "CONSENT_MISSING",
                "STUDY_NOT_DOSING",
                "NO_CALENDAR",
                "SUBJECT_UNKNOWN");
        events(subject, start.plusSeconds(3600).toString());
        if (random.nextInt(8) == 0) {
            var gone = Map.of("withdrawnOn", study.today().minusDays(5).toString(), "reason", "moved away");
            did(NURSE, subject, "/consents/withdrawal", gone);
        }
    }

    /** Only what enrolment and adverse-event decide alone, so that it goes on while nobody hears anybody. */
    void apart(String known) {
        var subject = register();
        if (subject != null) {
            typedIn(subject, Person.fitting(study));
        }
        events(known, study.today().minusDays(3).toString());
    }

    private @Nullable String screened() {
        var subject = register();
        if (subject == null) {
            return null;
        }
        var person = Person.fitting(study);
        if (random.nextInt(3) == 0) {
            var bundle = Request.json("ehr-01", "/fhir/r4", person.bundle(study.name(), subject));
            var fhir = new Request(bundle.account(), bundle.path(), "application/fhir+json", bundle.body());
            settle(send(fhir, "SUBJECT_UNKNOWN", "STUDY_UNKNOWN"));
        } else {
            typedIn(subject, person);
        }
        return subject;
    }

    private @Nullable String register() {
        var body =
                Map.of("site", "01", "screenedOn", study.today().minusDays(60).toString());
        var reply = send(
                Request.json(NURSE, study.path("/subjects"), body), "STUDY_UNKNOWN", "SITE_NOT_OPEN", "SITE_UNKNOWN");
        settle(reply);
        return reply.accepted() ? reply.text("subject") : null;
    }

    private void typedIn(String subject, Person person) {
        did(NURSE, subject, "/consents", Map.of("version", "1.0", "givenOn", person.screenedOn()));
        did(NURSE, subject, "/screening-facts", person.typedIn());
    }

    private void events(String subject, String onset) {
        did(INVESTIGATOR, subject, "/adverse-events", event(onset, 1, List.of()), "SUBJECT_UNKNOWN", "SITE_UNKNOWN");
        if (random.nextInt(3) == 0) {
            did(
                    INVESTIGATOR,
                    subject,
                    "/adverse-events",
                    event(onset, 3, List.of("HOSPITALIZATION")),
                    "SUBJECT_UNKNOWN",
                    "SITE_UNKNOWN");
        }
    }

    private static Map<String, Object> event(String onset, int grade, List<String> criteria) {
        return Map.of(
                "term",
                "Headache",
                "grade",
                grade,
                "criteria",
                criteria,
                "onset",
                onset,
                "relation",
                "POSSIBLE",
                "outcome",
                "RECOVERED");
    }

    private Reply did(String account, String subject, String door, Map<String, ?> body, String... notYet) {
        var reply = send(Request.json(account, "/api/subjects/" + subject + door, body), notYet);
        settle(reply);
        return reply;
    }

    /** Sends; one in ten is sent again under the same key, one in twenty with another body. */
    private Reply send(Request request, String... notYet) {
        var key = keys + "-" + ++steps;
        var reply = doors.post(request, key, notYet);
        tally.asked(request.path(), reply);
        if (reply.accepted() && random.nextInt(10) == 0) {
            tally.repeated(doors.post(request, key, notYet), reply);
        }
        if (reply.accepted() && random.nextInt(20) == 0) {
            tally.changed(doors.post(changed(request), key));
        }
        return reply;
    }

    /** Still a body that the door would take, so that only the key speaks against it. */
    private static Request changed(Request request) {
        return new Request(request.account(), request.path(), request.type(), request.body() + " ");
    }

    private static void settle(Reply reply) {
        if (!reply.accepted()) {
            throw new NotSettled(reply);
        }
    }

    /** A step was refused, or nobody answered: the rest of the way makes no sense. */
    static final class NotSettled extends RuntimeException {
        NotSettled(Reply reply) {
            super(reply.status() + " " + reply.code());
        }
    }
}
