package io.equipoise.operations;

import static io.equipoise.operations.Teller.STUDY;
import static io.equipoise.operations.Teller.subject;
import static io.equipoise.operations.Teller.with;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A year of a trial of twenty people at two sites, ending today: what every service would have told of it. */
record TrialTale(Teller teller, LocalDate today) {
    private static final List<String> RULES = List.of(
            "AGE",
            "EDSS",
            "EDSS",
            "NO_RECENT_RELAPSE",
            "NO_RECENT_STEROID",
            "NO_HEALTHY_VOLUNTEERS",
            "DIAGNOSIS",
            "NO_MALIGNANCY");

    static List<Told> endingOn(LocalDate today) {
        var tale = new TrialTale(new Teller(), today);
        tale.study();
        for (int person = 1; person <= RULES.size() + 20; person++) {
            tale.person(person);
        }
        new SafetyTale(tale.teller, today).harms();
        tale.enrolment(
                29,
                "SubjectRegistered.v1",
                "screenedOn",
                today.minusDays(2),
                "attempt",
                2,
                "rescreenOf",
                Teller.subject(26));
        return tale.teller.tale();
    }

    private void study() {
        teller.tell(
                "studies",
                "study-design",
                "study/" + STUDY,
                "StudyDefined.v1",
                Map.of(
                        "study",
                        STUDY,
                        "version",
                        2,
                        "title",
                        "Allogeneic MSC-derived exosome therapy for progressive multiple sclerosis",
                        "definition",
                        definition(),
                        "assumptions",
                        List.of("/dosing/amount"),
                        "gaps",
                        List.of("/dosing/weight")));
        opened(today.minusWeeks(58));
    }

    private void status(String status, LocalDate asOf, String reason) {
        teller.tell(
                "studies",
                "study-design",
                "study/" + STUDY,
                "StudyStatusChanged.v1",
                Map.of("study", STUDY, "status", status, "asOf", asOf.toString(), "reason", reason));
    }

    private void opened(LocalDate opened) {
        status("NOT_YET_RECRUITING", opened.minusDays(10), "approvals are awaited");
        teller.tell(
                "studies",
                "study-design",
                "study/" + STUDY,
                "StudyActivated.v1",
                Map.of("study", STUDY, "version", 2, "activatedOn", opened.toString()));
        status("RECRUITING", opened, "all approvals in place");
        openSite("01", "Neurology day ward", 16, opened);
        openSite("02", "University outpatient clinic", 8, opened.plusWeeks(6));
    }

    private void openSite(String site, String name, int cap, LocalDate on) {
        teller.tell(
                "studies",
                "study-design",
                "places/" + STUDY,
                "SiteOpened.v1",
                Map.of(
                        "study",
                        STUDY,
                        "site",
                        site,
                        "name",
                        name,
                        "country",
                        "DE",
                        "zone",
                        "Europe/Berlin",
                        "cap",
                        cap,
                        "openedOn",
                        on.toString()));
    }

    private void person(int number) {
        var screened = today.minusWeeks(57).plusDays(number * 13L);
        enrolment(number, "SubjectRegistered.v1", "screenedOn", screened);
        enrolment(number, "ConsentGiven.v1", "consentVersion", "1.0", "givenOn", screened);
        boolean fails = number % 7 == 3 || number % 7 == 5;
        if (fails) {
            enrolment(
                    number,
                    "SubjectScreenFailed.v1",
                    "on",
                    screened.plusDays(2),
                    "rules",
                    number == 5 ? List.of() : List.of(RULES.get(number % RULES.size())),
                    "definitionVersion",
                    number < 15 ? 1 : 2);
            return;
        }
        enrolment(
                number,
                "SubjectEnrolled.v1",
                "enrolledOn",
                screened.plusDays(5),
                "ordinal",
                number,
                "strata",
                Map.of());
        if (number == 28) {
            return;
        }
        treated(number, screened.plusDays(6));
    }

    private void treated(int number, LocalDate day0) {
        teller.tell(
                "randomization",
                "randomization",
                "allocation/" + STUDY,
                "SubjectRandomized.v1",
                with(number, "randomizedOn", day0, "ordinal", number));
        var dosing = new DosingTale(teller, today);
        dosing.calendar(number, day0);
        dosing.doses(number, day0);
        new ImagingTale(teller, today).scans(number, day0);
        if (number == 9) {
            enrolment(number, "ConsentWithdrawn.v1", "withdrawnOn", day0.plusWeeks(30));
            enrolment(
                    number,
                    "SubjectWithdrawn.v1",
                    "on",
                    day0.plusWeeks(30),
                    "scope",
                    "STUDY",
                    "reason",
                    "consent withdrawn");
        }
    }

    private void enrolment(int number, String type, Object... fields) {
        teller.tell("enrolment", "enrolment", "subject/" + subject(number), type, with(number, fields));
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
