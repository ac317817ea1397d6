package io.equipoise.dosing;

import io.equipoise.platform.TestStack;

/** What the other services tell about one study, each in the order of its streams. */
final class Others {
    private static final String DEFINITION = """
        {"dosing": {
          "firstDose": {"basis": "assumed", "value": {"anchor": "RANDOMIZATION", "day": 0}},
          "courses": [{"course": "INFUSION", "title": "Infusion",
            "route": {"basis": "stated", "value": "INTRAVENOUS"},
            "amount": {"basis": "assumed", "value": {"per": "DOSE", "number": "1.0e10", "unit": "particles"}},
            "schedule": {"basis": "read", "value": {"kind": "EVERY", "interval": "P12W", "count": 4, "until": "P48W"}},
            "minimumGap": {"basis": "assumed", "value": "P70D"},
            "window": {"basis": "assumed", "value": {"before": "P7D", "after": "P7D"}},
            "volume": {"basis": "assumed", "value": {"number": "100", "unit": "mL"}}}]},
         "status": {"basis": "assumed", "value": "RECRUITING"},
         "imaging": {"scans": {"basis": "assumed", "value": [
          {"scan": "WEEK_24", "title": "Week 24 MRI", "day": 168, "before": "P14D", "after": "P14D"}]}}}
        """;

    private static final String OPEN = """
        {"design": {"allocation": {"basis": "stated", "value": "NON_RANDOMIZED"},
          "cohorts": {"basis": "stated", "value": [
            {"cohort": "L1", "title": "low", "order": 1, "size": 2}, {"cohort": "L2", "title": "high", "order": 2}]},
          "escalation": {"basis": "stated", "value": {"gate": "SIGN_OFF", "sentinels": 1, "stagger": "P7D"}}},
         "dosing": {
          "firstDose": {"basis": "stated", "value": {"anchor": "ENROLMENT", "day": 1}},
          "weight": {"basis": "stated", "value": {"required": true, "notOlderThan": "P1D"}},
          "courses": [
            {"course": "LOW", "title": "Low dose", "cohort": "L1", "route": {"basis": "stated", "value": "INTRAVENOUS"},
             "amount": {"basis": "stated", "value": {"per": "KG", "number": "100", "unit": "\u00b5g"}},
             "reductions": {"basis": "stated", "value": {"steps": ["0.5"], "next": "STAYS"}},
             "schedule": {"basis": "stated", "value": {"kind": "EVERY", "interval": "P1W", "count": 2}}},
            {"course": "HIGH", "title": "High dose", "cohort": "L2", "route": {"basis": "stated", "value": "INTRAVENOUS"},
             "amount": {"basis": "stated", "value": {"per": "KG", "number": "200", "unit": "ug"}},
             "schedule": {"basis": "stated", "value": {"kind": "ONCE"}}},
            {"course": "RESCUE", "title": "Rescue dose", "route": {"basis": "stated", "value": "INHALATION"},
             "amount": {"basis": "stated", "value": {"per": "DOSE", "number": "10", "unit": "mg"}},
             "schedule": {"basis": "stated", "value": {"kind": "AS_NEEDED", "atMost": 2, "per": "P1D"}}}]},
         "companions": {"basis": "stated", "value": [
           {"companion": "LASER", "title": "Intravenous laser", "confounder": true}]},
         "status": {"basis": "stated", "value": "RECRUITING"},
         "visits": {"basis": "stated", "value": [{"visit": "WEEK_3", "title": "Week 3", "day": 21}]}}
        """;

    private final TestStack stack;
    private final String study;
    private long studyVersion;
    private long allocationVersion;

    Others(TestStack stack, String study) {
        this.stack = stack;
        this.study = study;
    }

    String subject(int number) {
        return "%s-01-%04d".formatted(study, number);
    }

    void studyIsActive() {
        study(
                "StudyDefined.v1",
                "{\"study\":\"%s\",\"version\":1,\"title\":\"t\",\"definition\":%s,\"gaps\":[]}"
                        .formatted(study, DEFINITION));
        study("StudyActivated.v1", "{\"study\":\"%s\",\"version\":1,\"activatedOn\":\"2025-02-03\"}".formatted(study));
    }

    /** The same, but nobody goes first in a dose group. */
    void openStudyWithoutSentinelsIsActive() {
        openStudyIsActive(
                OPEN.replace("\"sentinels\": 1, \"stagger\": \"P7D\"", "\"sentinels\": 0"), 1, "ENROLMENT_AND_DOSING");
    }

    /** A study without randomization: two dose groups, from lots, per kilogram. */
    void openStudyIsActive(int version, String scope) {
        openStudyIsActive(OPEN, version, scope);
    }

    private void openStudyIsActive(String definition, int version, String scope) {
        study(
                "StudyDefined.v1",
                "{\"study\":\"%s\",\"version\":%d,\"title\":\"t\",\"definition\":%s,\"gaps\":[]}"
                        .formatted(study, version, definition));
        study(
                "StudyActivated.v1",
                "{\"study\":\"%s\",\"version\":%d,\"activatedOn\":\"2025-02-03\",\"scope\":\"%s\"}"
                        .formatted(study, version, scope));
    }

    void enrolled(int number) {
        enrolment(number, 2, "SubjectEnrolled.v1", "\"enrolledOn\":\"2025-03-10\",\"ordinal\":%d".formatted(number));
    }

    void siteIsOpen() {
        study(
                "SiteOpened.v1",
                "{\"study\":\"%s\",\"site\":\"01\",\"name\":\"ward\",\"zone\":\"Europe/Berlin\"}".formatted(study));
    }

    void statusIs(String status, String asOf) {
        study(
                "StudyStatusChanged.v1",
                "{\"study\":\"%s\",\"status\":\"%s\",\"asOf\":\"%s\",\"reason\":\"as decided\"}"
                        .formatted(study, status, asOf));
    }

    void consented(int number) {
        enrolment(number, 1, "ConsentGiven.v1", "\"consentVersion\":\"1.0\",\"givenOn\":\"2025-03-03\"");
    }

    void consentWithdrawn(int number, String on) {
        enrolment(number, 2, "ConsentWithdrawn.v1", "\"withdrawnOn\":\"%s\"".formatted(on));
    }

    void withdrawn(int number, long version, String on) {
        enrolment(
                number,
                version,
                "SubjectWithdrawn.v1",
                "\"on\":\"%s\",\"scope\":\"STUDY\",\"reason\":\"moved away\"".formatted(on));
    }

    void moved(int number, int from, int version) {
        enrolment(
                number,
                version,
                "SubjectMovedToVersion.v1",
                "\"from\":%d,\"version\":%d,\"on\":\"2025-03-12\",\"reason\":\"agreed anew\"".formatted(from, version));
    }

    void randomized(int number) {
        allocation("SubjectRandomized.v1", number, "\"randomizedOn\":\"2025-03-11\",\"ordinal\":1");
    }

    void dispensed(int number, int dose, String on) {
        allocation(
                "KitDispensed.v1",
                number,
                "\"kit\":\"%s\",\"dose\":%d,\"packagingLot\":\"P-0001\",\"dispensedAt\":\"%sT08:00:00Z\""
                        .formatted(kit(number, dose), dose, on));
    }

    static String kit(int number, int dose) {
        return "K-%d-%d".formatted(number, dose);
    }

    /** Everything that Anna's first infusion needs. */
    void ready(int number) {
        consented(number);
        randomized(number);
    }

    private void study(String type, String json) {
        stack.tell("studies", "study/" + study, ++studyVersion, type, json);
    }

    private void enrolment(int number, long version, String type, String fields) {
        stack.tell("enrolment", "subject/" + subject(number), version, type, person(number, fields));
    }

    private void allocation(String type, int number, String fields) {
        stack.tell("randomization", "allocation/" + study, ++allocationVersion, type, person(number, fields));
    }

    private String person(int number, String fields) {
        return "{\"subject\":\"%s\",\"study\":\"%s\",\"site\":\"01\",%s}".formatted(subject(number), study, fields);
    }
}
