package io.equipoise.local.simulate;

import io.equipoise.local.client.Answer;
import io.equipoise.local.client.Doors;
import io.equipoise.local.client.Doors.Command;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One invented person's way through a study. */
record SubjectRun(StudyRun study, Protocol protocol, Line line, Inventor inventor) {
    private static final String COORDINATOR = "coo-01";
    private static final String INVESTIGATOR = "inv-01";
    private static final String SOURCE = "source document";
    private static final int TRIES = 1200;
    /** Somebody too young is also a minor, and no guardian may agree where the protocol knows of none. */
    private static final Set<String> NOT_IN =
            Set.of("NOT_ELIGIBLE", "GUARDIAN_RULE_UNKNOWN", "GUARDIAN_CONSENT_MISSING");

    /** @param cohort the dose group or level, empty where the study has none */
    void run(int number, LocalDate screenedOn, String cohort) {
        var somebody = inventor.somebody(screenedOn, number == 1 && !cohort.isEmpty());
        var registered = register(screenedOn);
        if (!expect(registered, "screening")) {
            return;
        }
        line.count("screened");
        var subject = registered.text("subject");
        expect(
                post(
                        COORDINATOR,
                        subject,
                        "/consents",
                        Map.of("version", protocol.consentVersion(), "givenOn", screenedOn.toString())),
                "consent");
        if (!somebody.facts().isEmpty()) {
            expect(post(COORDINATOR, subject, "/screening-facts", typedIn(somebody, screenedOn)), "facts");
        }
        guardian(subject, somebody, screenedOn);
        if (!enrolled(subject, somebody, screenedOn)) {
            return;
        }
        line.count("enrolled");
        var day0 = screenedOn.plusDays(3);
        if (!cohort.isEmpty()) {
            cohort(subject, cohort, day0);
        }
        if (protocol.randomizes()) {
            randomize(subject, day0);
        }
        new Doses(this, subject).give();
        event(subject, number, day0);
    }

    private void randomize(String subject, LocalDate on) {
        var command = new Command(
                INVESTIGATOR, "/api/subjects/" + subject + "/randomization", Map.of("randomizedOn", on.toString()));
        expect(
                study.doors().postWhen(command, "NOT_ENROLLED", "SUBJECT_UNKNOWN", "COMMAND_ID_REUSED"),
                "randomization");
    }

    private Answer register(LocalDate screenedOn) {
        var body = new HashMap<String, Object>(Map.of("site", "01", "screenedOn", screenedOn.toString()));
        if (protocol.invites()) {
            var uninvited = asked(body);
            line.holds(uninvited.code().equals("INVITATION_MISSING"), "uninvited: " + uninvited.text());
            line.refused(uninvited.code());
            var invitation = study.post(
                    INVESTIGATOR,
                    study.path("/invitations"),
                    Map.of(
                            "invitation",
                            "I-" + screenedOn,
                            "site",
                            "01",
                            "invitedOn",
                            screenedOn.minusDays(1).toString()));
            expect(invitation, "invitation");
            body.put("invitation", "I-" + screenedOn);
        }
        return asked(body);
    }

    private Answer asked(Map<String, Object> body) {
        return study.doors()
                .postWhen(
                        new Command(COORDINATOR, study.path("/subjects"), body),
                        "STUDY_UNKNOWN",
                        "SITE_NOT_OPEN",
                        "STUDY_NOT_RECRUITING",
                        "STUDY_NOT_ACTIVE");
    }

    /** A minor's mother agrees, and who is old enough to be asked agrees too. */
    private void guardian(String subject, Inventor.Invented somebody, LocalDate on) {
        var born = somebody.facts().get("birthDate");
        if (born == null || !youngerThan(protocol.guardedBelow(), born, on)) {
            return;
        }
        var consent = Map.of("version", protocol.consentVersion(), "givenOn", on.toString(), "relation", "MOTHER");
        expect(post(COORDINATOR, subject, "/guardian-consents", consent), "guardian's consent");
        if (!youngerThan(protocol.assentFrom(), born, on)) {
            var assent = Map.of("answer", "AGREES", "on", on.toString());
            expect(post(COORDINATOR, subject, "/assents", assent), "assent");
        }
    }

    private static boolean youngerThan(Optional<Integer> years, String born, LocalDate on) {
        return years.filter(age -> LocalDate.parse(born).plusYears(age).isAfter(on))
                .isPresent();
    }

    /** Whoever was invented not to fit must be refused, and by a rule's name. */
    private boolean enrolled(String subject, Inventor.Invented somebody, LocalDate screenedOn) {
        var eligibility = study.doors().get(INVESTIGATOR, "/api/subjects/" + subject + "/eligibility");
        var enrolment = post(
                INVESTIGATOR,
                subject,
                "/enrolment",
                Map.of("enrolledOn", screenedOn.plusDays(2).toString()));
        if (somebody.spoiled()) {
            line.holds(NOT_IN.contains(enrolment.code()), "somebody who does not fit: " + enrolment.text());
            line.refused(enrolment.code());
            expect(
                    post(
                            COORDINATOR,
                            subject,
                            "/screen-failure",
                            Map.of("on", screenedOn.plusDays(2).toString(), "reason", "does not fit")),
                    "screen failure");
            return false;
        }
        return expect(enrolment, "enrolment; eligibility: " + shortened(eligibility) + "; answer");
    }

    private void cohort(String subject, String cohort, LocalDate on) {
        expect(
                study.doors()
                        .postWhen(
                                new Command(
                                        INVESTIGATOR,
                                        "/api/subjects/" + subject + "/cohort",
                                        Map.of("cohort", cohort, "on", on.toString(), "reason", "next in line")),
                                "NOT_ENROLLED",
                                "SUBJECT_UNKNOWN",
                                "COMMAND_ID_REUSED"),
                "cohort " + cohort);
        line.count("in " + cohort);
    }

    /** Every third person has a mild event, every ninth a serious one. */
    private void event(String subject, int number, LocalDate on) {
        if (number % 3 != 0) {
            return;
        }
        boolean serious = number % 9 == 0;
        var body = new HashMap<String, Object>();
        body.put("term", serious ? "Pneumonia" : "Headache");
        body.put("grade", serious ? 3 : 1);
        body.put("criteria", serious ? List.of("HOSPITALIZATION") : List.of());
        body.put("onset", on.plusDays(1) + "T09:00:00Z");
        body.put("relation", "POSSIBLE");
        body.put("outcome", "RECOVERED");
        if (expect(post(INVESTIGATOR, subject, "/adverse-events", body), "adverse event")) {
            line.count("events");
        }
    }

    private Map<String, Object> typedIn(Inventor.Invented somebody, LocalDate on) {
        var list = new ArrayList<Map<String, String>>();
        somebody.facts()
                .forEach((fact, value) ->
                        list.add(Map.of("fact", fact, "value", value, "observedOn", on.toString(), "source", SOURCE)));
        return Map.of("facts", list);
    }

    /** What was not met, by name. */
    private static String shortened(Answer eligibility) {
        return Protocol.each(eligibility.body().path("criteria"))
                .filter(criterion -> !criterion.path("answer").asString("").equals("MET"))
                .map(criterion -> criterion.path("rule").asString("") + " "
                        + criterion.path("answer").asString(""))
                .toList()
                .toString();
    }

    boolean expect(Answer answer, String what) {
        line.holds(answer.accepted(), what + ": " + answer.status() + " " + answer.text());
        return answer.accepted();
    }

    Answer post(String account, String subject, String path, Map<String, ?> body) {
        return study.doors()
                .postWhen(
                        new Command(account, "/api/subjects/" + subject + path, body),
                        "SUBJECT_UNKNOWN",
                        "CONSENT_NOT_KNOWN");
    }

    /** What a door answers once another service's news has arrived there; the last answer where it never does. */
    Answer soon(String account, String path, Predicate<Answer> holds) {
        var answer = study.doors().get(account, path);
        for (int tried = 0; tried < TRIES && !holds.test(answer); tried++) {
            Doors.pause(25);
            answer = study.doors().get(account, path);
        }
        return answer;
    }
}
