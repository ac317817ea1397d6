package io.equipoise.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A year of a trial of twenty people at two sites, ending today: what every service would have told of it. */
final class TrialTale {
    static final String STUDY = "NCT07146087";
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<String> RULES = List.of(
            "AGE",
            "EDSS",
            "EDSS",
            "NO_RECENT_RELAPSE",
            "NO_RECENT_STEROID",
            "NO_HEALTHY_VOLUNTEERS",
            "DIAGNOSIS",
            "NO_MALIGNANCY");
    private static final int WEEKS_BETWEEN = 12;
    private static final int DOSES = 4;

    private final LocalDate today;
    private final List<Told> tale = new ArrayList<>();
    private final Map<String, Long> versions = new HashMap<>();

    private TrialTale(LocalDate today) {
        this.today = today;
    }

    static List<Told> endingOn(LocalDate today) {
        var tale = new TrialTale(today);
        tale.study();
        for (int person = 1; person <= RULES.size() + 20; person++) {
            tale.person(person);
        }
        tale.harms();
        tale.enrolment(29, "SubjectRegistered.v1", "screenedOn", today.minusDays(2));
        return tale.tale;
    }

    static String subject(int number) {
        return "%s-%s-%04d".formatted(STUDY, site(number), number);
    }

    private static String site(int number) {
        return number % 3 == 0 ? "02" : "01";
    }

    private void study() {
        tell("studies", "study-design", "study/" + STUDY, "StudyDefined.v1", Map.of(
                "study", STUDY,
                "version", 2,
                "title", "Allogeneic MSC-derived exosome therapy for progressive multiple sclerosis",
                "definition", definition(),
                "assumptions", List.of("/dosing/amount"),
                "gaps", List.of()));
        var opened = today.minusWeeks(58);
        tell("studies", "study-design", "study/" + STUDY, "StudyActivated.v1",
                Map.of("study", STUDY, "version", 2, "activatedOn", opened.toString()));
        tell("studies", "study-design", "study/" + STUDY, "StudyStatusChanged.v1",
                Map.of("study", STUDY, "status", "RECRUITING", "asOf", opened.toString(), "reason", "all approvals in place"));
        openSite("01", "Neurology day ward", 16, opened);
        openSite("02", "University outpatient clinic", 8, opened.plusWeeks(6));
    }

    private void openSite(String site, String name, int cap, LocalDate on) {
        tell("studies", "study-design", "places/" + STUDY, "SiteOpened.v1", Map.of(
                "study", STUDY, "site", site, "name", name, "country", "DE",
                "zone", "Europe/Berlin", "cap", cap, "openedOn", on.toString()));
    }

    private void person(int number) {
        var screened = today.minusWeeks(57).plusDays(number * 13L);
        enrolment(number, "SubjectRegistered.v1", "screenedOn", screened);
        enrolment(number, "ConsentGiven.v1", "consentVersion", "1.0", "givenOn", screened);
        boolean fails = number % 7 == 3 || number % 7 == 5;
        if (fails) {
            enrolment(number, "SubjectScreenFailed.v1", "on", screened.plusDays(2),
                    "rules", List.of(RULES.get(number % RULES.size())));
            return;
        }
        enrolment(number, "SubjectEnrolled.v1", "enrolledOn", screened.plusDays(5), "ordinal", number, "strata", Map.of());
        if (number == 28) {
            return;
        }
        var day0 = screened.plusDays(6);
        tell("randomization", "randomization", "allocation/" + STUDY, "SubjectRandomized.v1",
                with(number, "randomizedOn", day0, "ordinal", number));
        calendar(number, day0);
        doses(number, day0);
        scans(number, day0);
        if (number == 9) {
            enrolment(number, "ConsentWithdrawn.v1", "withdrawnOn", day0.plusWeeks(30));
            enrolment(number, "SubjectWithdrawn.v1", "on", day0.plusWeeks(30), "scope", "STUDY", "reason", "consent withdrawn");
        }
    }

    private void calendar(int number, LocalDate day0) {
        var entries = new ArrayList<Map<String, Object>>();
        entries.add(entry("BASELINE", "Baseline MRI", day0, -28, 0));
        for (int dose = 1; dose <= DOSES; dose++) {
            var entry = entry("DOSE_" + dose, "Infusion " + dose, day0.plusWeeks((dose - 1L) * WEEKS_BETWEEN), -7, 7);
            entry.put("kind", "DOSE");
            entry.put("dose", dose);
            entries.add(entry);
        }
        entries.add(entry("WEEK_24", "Week 24 MRI", day0.plusDays(168), -14, 14));
        entries.add(entry("WEEK_48", "Week 48 MRI", day0.plusDays(336), -14, 14));
        tell("dosing", "dosing-schedule", "calendar/" + subject(number), "CalendarPlanned.v1",
                with(number, "day0", day0, "because", "randomized on " + day0, "entries", entries));
    }

    private static Map<String, Object> entry(String entry, String title, LocalDate planned, int before, int after) {
        var told = new LinkedHashMap<String, Object>();
        told.put("entry", entry);
        told.put("title", title);
        told.put("kind", "SCAN");
        told.put("day", 0);
        told.put("planned", planned.toString());
        told.put("earliest", planned.plusDays(before).toString());
        told.put("latest", planned.plusDays(after).toString());
        told.put("state", "PLANNED");
        return told;
    }

    private void doses(int number, LocalDate day0) {
        for (int dose = 1; dose <= DOSES; dose++) {
            var on = day0.plusWeeks((dose - 1L) * WEEKS_BETWEEN);
            if (number == 4 && dose == 2) {
                dosing(number, "DoseHeld.v1", "dose", dose, "heldOn", on, "reason", "grade 3 adverse event");
                dosing(number, "DoseReleased.v1", "dose", dose, "releasedOn", on.plusDays(4), "reason", "resolved to grade 1");
                on = on.plusDays(10);
            }
            if (on.isAfter(today) || (number == 9 && dose > 3) || (number == 20 && dose > 2)) {
                return;
            }
            if (number == 16 && dose == 3) {
                dosing(number, "DoseHeld.v1", "dose", dose, "heldOn", on, "reason", "raised liver enzymes");
                return;
            }
            if (number == 6 && dose == 3) {
                dosing(number, "DoseMissed.v1", "dose", dose, "missedOn", on.plusDays(8), "reason", "did not attend");
            } else {
                given(number, dose, on, on.isAfter(day0.plusWeeks((dose - 1L) * WEEKS_BETWEEN).plusDays(7)));
            }
        }
    }

    private void given(int number, int dose, LocalDate on, boolean late) {
        var started = on.atTime(10, 0).atZone(BERLIN).toInstant();
        dosing(number, "DoseAdministered.v1", "dose", dose, "kit", "K-48%02d%02d".formatted(number, dose),
                "packagingLot", "P-0001", "startedAt", started, "stoppedAt", started.plusSeconds(2700),
                "volume", Map.of("number", "100", "unit", "mL"), "interruptions", List.of(),
                "deviations", late ? List.of("OUT_OF_WINDOW") : List.of());
    }

    private void scans(int number, LocalDate day0) {
        scan(number, "BASELINE", day0.minusDays(5), true);
        if (number != 8) {
            scan(number, "WEEK_24", day0.plusDays(170), number != 11);
        } else {
            tell("imaging", "imaging", "scan/missing-" + number, "ScanMissing.v1",
                    with(number, "timePoint", "WEEK_24", "latest", day0.plusDays(182)));
        }
        scan(number, "WEEK_48", day0.plusDays(338), true);
    }

    private void scan(int number, String timePoint, LocalDate on, boolean passes) {
        if (on.isAfter(today) || (number == 9 && timePoint.equals("WEEK_48"))) {
            return;
        }
        var scan = "SC-%04d-%s".formatted(number, timePoint);
        tell("imaging", "imaging", "scan/" + scan, "ScanReceived.v1", with(number, "scan", scan, "timePoint", timePoint,
                "acquiredOn", on, "modality", "MR", "instances", 1, "studyInstanceUid", "2.25." + number));
        if (on.isBefore(today.minusDays(8))) {
            tell("imaging", "imaging", "scan/" + scan, "ScanQualityChecked.v1", with(number, "scan", scan, "timePoint",
                    timePoint, "passed", passes, "findings", passes ? List.of() : List.of("motion")));
        }
        if (passes && on.isBefore(today.minusDays(20))) {
            tell("imaging", "imaging", "scan/" + scan, "ScanRead.v1", with(number, "scan", scan, "timePoint", timePoint,
                    "readOn", on.plusDays(6), "evaluable", true));
        }
    }

    private void harms() {
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
        tell("randomization", "randomization", "allocation/" + STUDY, "CodeBroken.v1", with(11, "category",
                "MEDICAL_EMERGENCY", "brokenBy", "inv-01", "at", at(today.minusDays(90), 21)));
    }

    private void harm(int number, int grade, String term, int daysAgo, List<String> criteria) {
        var event = "AE-%04d-%d".formatted(number, daysAgo);
        tell("adverse-events", "adverse-event", "adverse-event/" + event, "AdverseEventReported.v1", with(number,
                "event", event, "term", term, "grade", grade, "serious", !criteria.isEmpty(), "criteria", criteria,
                "onset", at(today.minusDays(daysAgo), 12), "relation", "POSSIBLE", "dose", 1,
                "outcome", grade == 5 ? "FATAL" : "RECOVERED", "version", 1));
    }

    private void alert(int number, boolean acknowledged) {
        var alert = "AL-%04d".formatted(number);
        int daysAgo = number == 4 ? 240 : number == 11 ? 90 : 3;
        var raised = at(today.minusDays(daysAgo), 13);
        var what = number == 4 ? "Grade 3 infusion related reaction: hospitalization"
                : number == 11 ? "Grade 4 anaphylactic reaction: life-threatening" : "Grade 5 cardiac arrest: death";
        safety(alert, "AlertRaised.v1", with(number, "alert", alert, "event", "AE", "rule", "SERIOUS",
                "summary", what, "raisedAt", raised, "escalateAt", raised.plusSeconds(900)));
        safety(alert, "AlertDelivered.v1", Map.of("alert", alert, "study", STUDY, "channel", "EMAIL",
                "to", "safety-officer", "at", raised.plusSeconds(1).toString()));
        if (acknowledged) {
            safety(alert, "AlertAcknowledged.v1", Map.of("alert", alert, "study", STUDY, "by", "saf-01",
                    "at", raised.plusSeconds(240).toString(), "note", "site called"));
        } else {
            safety(alert, "AlertUndelivered.v1", Map.of("alert", alert, "study", STUDY, "channel", "WEBHOOK",
                    "to", "hook", "at", raised.plusSeconds(2).toString(), "attempts", 3, "problem", "HTTP 503"));
            safety(alert, "AlertEscalated.v1", Map.of("alert", alert, "study", STUDY, "step", 1,
                    "to", "safety-officer", "at", raised.plusSeconds(900).toString()));
        }
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 5)).atZone(BERLIN).toInstant();
    }

    private void enrolment(int number, String type, Object... fields) {
        tell("enrolment", "enrolment", "subject/" + subject(number), type, with(number, fields));
    }

    private void dosing(int number, String type, Object... fields) {
        tell("dosing", "dosing-schedule", "calendar/" + subject(number), type, with(number, fields));
    }

    private void safety(String alert, String type, Map<String, Object> data) {
        tell("adverse-events", "adverse-event", "alert/" + alert, type, data);
    }

    static Map<String, Object> with(int number, Object... fields) {
        var data = new LinkedHashMap<String, Object>();
        data.put("subject", subject(number));
        data.put("study", STUDY);
        data.put("site", site(number));
        for (int i = 0; i < fields.length; i += 2) {
            var value = fields[i + 1];
            data.put((String) fields[i], value instanceof LocalDate || value instanceof Instant ? value.toString() : value);
        }
        return data;
    }

    private void tell(String topic, String service, String stream, String type, Map<String, Object> data) {
        tale.add(new Told(topic, service, stream, versions.merge(stream, 1L, Long::sum), type, data));
    }

    private static Object definition() {
        try (var file = TrialTale.class.getResourceAsStream("/definition.json")) {
            if (file == null) {
                throw new IllegalStateException("definition.json is missing");
            }
            return new JsonMapper().readValue(file, Map.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
