package io.equipoise.dosing.adapter.mongo;

import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.web.StrictJson;
import java.time.Instant;
import java.util.List;

/** What others tell about Anna's study, in the order of each stream. */
interface Told {
    String STUDY = "NCT07146087";
    String ANNA = "NCT07146087-01-0001";

    String DEFINITION = """
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
          {"scan": "BASELINE", "title": "Baseline MRI", "day": 0, "before": "P28D", "after": "P0D"},
          {"scan": "WEEK_24", "title": "Week 24 MRI", "day": 168, "before": "P14D", "after": "P14D"}]}}}
        """;

    List<Heard> STUDIES = List.of(
            heard("studies", "study/NCT07146087", 1, "StudyDefined.v1", """
                {"study":"NCT07146087","version":1,"title":"t","definition":{"dosing":{}},"gaps":[]}\
                """),
            heard("studies", "study/NCT07146087", 2, "StudyDefined.v1", """
                {"study":"NCT07146087","version":2,"title":"t","definition":%s,"gaps":[]}\
                """.formatted(DEFINITION)),
            heard("studies", "study/NCT07146087", 3, "StudyActivated.v1", """
                {"study":"NCT07146087","version":2,"activatedOn":"2025-02-03"}\
                """),
            heard("studies", "study/NCT07146087", 4, "SiteOpened.v1", """
                {"study":"NCT07146087","site":"01","name":"ward","country":"DE","zone":"Europe/Berlin","openedOn":"2025-02-10"}\
                """),
            heard("studies", "study/NCT07146087", 5, "StudyStatusChanged.v1", """
                {"study":"NCT07146087","status":"SUSPENDED","asOf":"2025-05-01","reason":"a safety signal"}\
                """),
            heard("studies", "study/NCT07146087", 6, "StudyStatusChanged.v1", """
                {"study":"NCT07146087","status":"RECRUITING","asOf":"2025-05-20","reason":"cleared"}\
                """));

    List<Heard> AHEAD_AT_SITE_02 = List.of(
            heard("studies", "study/NCT07146087", 8, "StudyDefined.v1", """
                {"study":"NCT07146087","version":3,"title":"t","definition":%s,"gaps":[]}\
                """.formatted(DEFINITION)),
            heard("studies", "study/NCT07146087", 9, "SiteVersionActivated.v1", """
                {"study":"NCT07146087","site":"02","version":3,"activatedOn":"2025-03-01"}\
                """));

    List<Heard> EVERYWHERE_LATER = List.of(heard("studies", "study/NCT07146087", 10, "StudyActivated.v1", """
        {"study":"NCT07146087","version":3,"activatedOn":"2025-04-01"}\
        """));

    List<Heard> ENROLMENT = List.of(
            heard("enrolment", "subject/" + ANNA, 1, "SubjectRegistered.v1", """
                {"subject":"NCT07146087-01-0001","screenedOn":"2025-03-03"}\
                """),
            heard("enrolment", "subject/" + ANNA, 2, "ConsentGiven.v1", """
                {"subject":"NCT07146087-01-0001","consentVersion":"1.0","givenOn":"2025-03-03"}\
                """),
            heard("enrolment", "subject/" + ANNA, 3, "SubjectEnrolled.v1", """
                {"subject":"NCT07146087-01-0001","study":"NCT07146087","site":"01","enrolledOn":"2025-03-10",
                 "ordinal":1,"strata":{}}\
                """),
            heard("enrolment", "subject/" + ANNA, 4, "ConsentWithdrawn.v1", """
                {"subject":"NCT07146087-01-0001","withdrawnOn":"2025-09-01"}\
                """),
            heard("enrolment", "subject/" + ANNA, 5, "SubjectWithdrawn.v1", """
                {"subject":"NCT07146087-01-0001","on":"2025-09-01","scope":"STUDY","reason":"consent withdrawn"}\
                """));

    List<Heard> RANDOMIZATION = List.of(
            heard("randomization", "allocation/NCT07146087", 1, "KitDispensed.v1", """
                {"subject":"NCT07146087-01-0001","study":"NCT07146087","site":"01","kit":"K-1","dose":1,
                 "packagingLot":"P-0001","dispensedAt":"2025-03-11T08:30:00Z"}\
                """),
            heard("randomization", "allocation/NCT07146087", 2, "KitReturned.v1", """
                {"subject":"NCT07146087-01-0001","study":"NCT07146087","site":"01","kit":"K-1","dose":1,
                 "returnedAt":"2025-03-11T12:00:00Z"}\
                """));

    Heard HOLD_PLACED = heard("adverse-events", "stopping/NCT07146087", 1, "SafetyHoldPlaced.v1", """
        {"study":"NCT07146087","hold":"HO-NCT07146087-1","placedAt":"2025-04-01T12:00:00Z",
         "liftedBy":["data-safety-board"]}\
        """);

    Heard HOLD_LIFTED = heard("adverse-events", "stopping/NCT07146087", 2, "SafetyHoldLifted.v1", """
        {"study":"NCT07146087","hold":"HO-NCT07146087-1","liftedAt":"2025-04-02T12:00:00Z","role":"data-safety-board"}\
        """);

    Heard FOR_ENROLMENT_ONLY = heard("studies", "study/NCT07146087", 3, "StudyActivated.v1", """
        {"study":"NCT07146087","version":1,"activatedOn":"2025-01-03","scope":"ENROLMENT"}\
        """);

    private static Heard heard(String topic, String stream, long version, String type, String json) {
        return new Heard(
                "other",
                topic,
                stream,
                version,
                1,
                type,
                StrictJson.mapper().readTree(json),
                Instant.parse("2025-03-01T00:00:00Z"),
                null,
                null,
                null);
    }
}
