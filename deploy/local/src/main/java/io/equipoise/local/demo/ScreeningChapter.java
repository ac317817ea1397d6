package io.equipoise.local.demo;

import io.equipoise.local.client.Answer;
import io.equipoise.local.client.Doors;
import io.equipoise.local.client.Doors.Command;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import tools.jackson.databind.json.JsonMapper;

/** People are screened, consented, found eligible or not, enrolled up to the last place, and randomized. */
record ScreeningChapter(Trial trial) {
    private static final String COORDINATOR = "coo-01";
    private static final String INVESTIGATOR = "inv-01";

    void run() {
        Trial.say("2  Screening: twenty who fit, one for each rule who does not, one too many");
        for (int person = 1; person <= Trial.PEOPLE; person++) {
            var subject = fits(person);
            new ImagingChapter(trial).baseline(person, subject);
            randomize(person, subject);
        }
        balance();
        refusals();
        tooMany();
    }

    /** Only the statistician can see it: ten and ten. */
    private void balance() {
        var list = trial.doors().get("sta-01", "/api/studies/" + trial.study() + "/allocation-list");
        var counts = new HashMap<String, Integer>();
        for (var slot : list.body().findParents("subject")) {
            if (!slot.path("subject").asString("").isEmpty()) {
                counts.merge(slot.path("arm").asString(""), 1, Integer::sum);
            }
        }
        trial.report()
                .holds(
                        "ten and ten, seen by the statistician",
                        List.copyOf(counts.values()).equals(List.of(10, 10)),
                        "" + counts.values());
    }

    private String fits(int number) {
        var day0 = trial.day0(number);
        var person = Person.fitting(number, day0.minusDays(14));
        var subject = register(person.screenedOn());
        if (number % 2 == 0) {
            consent(subject, person.screenedOn());
            typeIn(subject, person);
        } else {
            send(subject, person);
        }
        var eligible =
                trial.soon(() -> eligibility(subject).body().path("eligible").asBoolean(false));
        trial.report()
                .holds(
                        "eligible: every criterion met",
                        eligible,
                        subject + ": " + eligibility(subject).text());
        trial.report().accepted("enrolled", enrol(subject, day0.minusDays(8)));
        return subject;
    }

    private void randomize(int number, String subject) {
        var command = new Command(
                INVESTIGATOR,
                "/api/subjects/" + subject + "/randomization",
                Map.of("randomizedOn", trial.day0(number).toString()));
        var key = trial.doors().newKey();
        var first = trial.doors().postWhen(command, "NOT_ENROLLED", "SUBJECT_UNKNOWN", "COMMAND_ID_REUSED");
        trial.report().accepted("randomized 1:1, arm not shown", first);
        if (number == 1) {
            var again = trial.doors().post(command, key);
            trial.report()
                    .holds(
                            "asked for a second time: the same place",
                            again.status() == 200 && again.text().equals(first.text()),
                            again.text());
            var another = Map.of("randomizedOn", trial.day0(number).plusDays(1).toString());
            trial.report()
                    .refused(
                            "randomized on another day",
                            trial.post(INVESTIGATOR, command.path(), another),
                            "ALREADY_RANDOMIZED");
        }
    }

    String register(LocalDate screenedOn) {
        var command = new Command(
                COORDINATOR,
                "/api/studies/" + trial.study() + "/subjects",
                Map.of("site", "01", "screenedOn", screenedOn.toString()));
        var answer = trial.doors().postWhen(command, "STUDY_UNKNOWN", "SITE_NOT_OPEN");
        trial.report().accepted("screening begun", answer);
        return answer.text("subject");
    }

    void consent(String subject, LocalDate on) {
        trial.report()
                .accepted(
                        "consent given",
                        trial.post(
                                COORDINATOR,
                                "/api/subjects/" + subject + "/consents",
                                Map.of("version", "1.0", "givenOn", on.toString())));
    }

    Answer typeIn(String subject, Person person) {
        return trial.report()
                .accepted(
                        "facts typed in",
                        trial.post(COORDINATOR, "/api/subjects/" + subject + "/screening-facts", person.typedIn()));
    }

    private void send(String subject, Person person) {
        var json = JsonMapper.builder().build().writeValueAsBytes(person.bundle(trial.study(), subject));
        var bundle = new Command("ehr-01", "/fhir/r4", "application/fhir+json", json, Map.of());
        var key = trial.doors().newKey();
        var answer = trial.doors().post(bundle, key);
        for (int i = 0; i < 100 && answer.status() == 404; i++) {
            Doors.pause(100);
            answer = trial.doors().post(bundle, key);
        }
        trial.report().accepted("consent and facts from the EHR (FHIR R4)", answer);
    }

    private Answer eligibility(String subject) {
        return trial.doors().get(INVESTIGATOR, "/api/subjects/" + subject + "/eligibility");
    }

    Answer enrol(String subject, LocalDate on) {
        return trial.post(INVESTIGATOR, "/api/subjects/" + subject + "/enrolment", Map.of("enrolledOn", on.toString()));
    }

    private void refusals() {
        var day = trial.day0(Trial.PEOPLE).minusDays(20);
        var fits = Person.fitting(4, day);
        notEligible(
                "too young",
                fits.with("birthDate", day.minusYears(18).plusDays(1).toString()),
                "AGE");
        notEligible("too old", fits.with("birthDate", day.minusYears(66).toString()), "AGE");
        notEligible("EDSS below 3.0", fits.with("edss", "2.5"), "EDSS");
        notEligible("EDSS above 6.5", fits.with("edss", "7.0"), "EDSS");
        notEligible(
                "relapse inside 3 months",
                fits.with("lastRelapseOn", day.minusMonths(2).toString()),
                "NO_RECENT_RELAPSE");
        notEligible(
                "steroid inside 3 months",
                fits.with("lastSteroidOn", day.minusDays(40).toString()),
                "NO_RECENT_STEROID");
        notEligible("healthy volunteer", fits.with("healthyVolunteer", "YES"), "NO_HEALTHY_VOLUNTEERS");
        notEligible("wrong diagnosis", fits.with("diagnosis", "RELAPSING_REMITTING_MS"), "DIAGNOSIS");
        var impossible = register(day);
        trial.report()
                .refused(
                        "EDSS 3.2 is not a possible score",
                        trial.post(
                                COORDINATOR,
                                "/api/subjects/" + impossible + "/screening-facts",
                                fits.with("edss", "3.2").typedIn()),
                        "VALUE_IMPOSSIBLE");
        var unasked = register(day);
        typeIn(unasked, fits);
        trial.report().refused("enrolment without consent", enrol(unasked, day.plusDays(5)), "CONSENT_MISSING");
    }

    private void notEligible(String what, Person person, String rule) {
        var subject = register(person.screenedOn());
        consent(subject, person.screenedOn());
        typeIn(subject, person);
        var failed = StreamSupport.stream(
                        eligibility(subject).body().path("criteria").spliterator(), false)
                .filter(c -> c.path("answer").asString("").equals("NOT_MET"))
                .map(c -> c.path("rule").asString(""))
                .toList();
        trial.report().holds("the rule that is not met is named", failed.equals(List.of(rule)), what + ": " + failed);
        trial.report()
                .refused(
                        "enrolment: " + what, enrol(subject, person.screenedOn().plusDays(5)), "NOT_ELIGIBLE");
        trial.report()
                .accepted(
                        "screening failed, with the rules",
                        trial.post(
                                COORDINATOR,
                                "/api/subjects/" + subject + "/screen-failure",
                                Map.of("on", person.screenedOn().plusDays(5).toString(), "reason", what)));
    }

    private void tooMany() {
        var day = trial.day0(Trial.PEOPLE).minusDays(15);
        var person = Person.fitting(6, day);
        var subject = register(day);
        consent(subject, day);
        typeIn(subject, person);
        trial.report()
                .refused("enrolment beyond the last place", enrol(subject, day.plusDays(3)), "ENROLMENT_CAP_REACHED");
    }
}
