package io.equipoise.local.demo;

import io.equipoise.local.client.Answer;
import io.equipoise.local.client.Doors.Command;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** A serious reaction that nobody expected: judged, made a case, coded, unblinded for its report, and reported. */
record SusarChapter(Trial trial) {
    private static final int PERSON = 15;
    private static final String INVESTIGATOR = "inv-01";
    private static final String PRODUCT = "EXOSOMES";
    private static final String TERM = "Anaphylaxis after infusion";
    private static final String DICTIONARY = "MEDDRA";
    private static final String MADE_UP = "0.1";
    private static final String CODE = "90000001";

    void run() {
        Trial.say("7  Safety: a reaction that nobody expected, from the ward to the regulator");
        publish("1.0", trial.opened(), "Headache");
        publish("2.0", trial.today().minusDays(10), TERM);
        var subject = trial.subject(PERSON);
        var event = reported(subject);
        judge(event);
        var office = new CaseFile(trial, event).open();
        code(event);
        new SafetyBreak(trial, event, subject).run(office);
        var file = new RegulatorsFile(trial, office, subject, TERM);
        file.form();
        if (office.isAddressed()) {
            var sent = file.send();
            file.readBack(sent);
            new Submissions(trial, office).of(sent);
        } else {
            file.isRefused();
            new Submissions(trial, office).byHand();
        }
    }

    /** What the product is expected to do from a day on: one term, serious or not, up to grade 4. */
    private void publish(String version, LocalDate inForceFrom, String term) {
        var body = Map.of(
                "product",
                PRODUCT,
                "version",
                version,
                "inForceFrom",
                inForceFrom.toString(),
                "document",
                "Investigator's brochure, edition " + version,
                "terms",
                List.of(Map.of("term", term, "highestGrade", 4, "serious", true)));
        trial.report()
                .accepted(
                        "reference safety information in force by date",
                        trial.post(OfficeCase.OFFICER, "/api/studies/" + trial.study() + "/safety-information", body));
    }

    private String reported(String subject) {
        var onset = trial.day0(PERSON).plusWeeks(36).atTime(LocalTime.of(9, 5)).toInstant(ZoneOffset.UTC);
        var criteria = List.of("LIFE_THREATENING", "HOSPITALIZATION");
        var body = SafetyChapter.body(4, criteria, onset, "RECOVERED", TERM);
        body.put("relation", "PROBABLE");
        body.put("dose", Trial.DOSES);
        body.put("narrative", "Hoarse and faint twenty minutes after the infusion; adrenaline; kept for a night.");
        var answer = trial.doors()
                .postWhen(
                        new Command(INVESTIGATOR, "/api/subjects/" + subject + "/adverse-events", body),
                        "DOSE_NOT_GIVEN");
        return trial.report().accepted("adverse event reported", answer).text("event");
    }

    private void judge(String event) {
        var report = trial.report();
        var before = judgement(event);
        report.holds(
                "serious and suspected: a SUSAR candidate",
                before.body().path("susarCandidate").asBoolean(false)
                        && !before.body().path("susar").asBoolean(true),
                before.text());
        var ward = Map.of("product", PRODUCT, "dose", Trial.DOSES, "result", "PROBABLE", "method", "WHO-UMC");
        report.accepted(
                "causality judged by the investigator",
                trial.post(INVESTIGATOR, at(event, "/causality/investigator"), ward));
        report.refused(
                "the sponsor's causality by an investigator",
                trial.post(INVESTIGATOR, at(event, "/causality/sponsor"), ward),
                "ROLE_NOT_ALLOWED");
        expectedness(event);
    }

    /** By the list that was in force on the day of the onset; that a later one has the term changes nothing. */
    private void expectedness(String event) {
        var report = trial.report();
        var sponsor = Map.of(
                "product",
                PRODUCT,
                "result",
                "UNLIKELY",
                "method",
                "WHO-UMC",
                "reason",
                "an antibiotic began that day");
        report.accepted(
                "causality judged by the sponsor",
                trial.post(OfficeCase.OFFICER, at(event, "/causality/sponsor"), sponsor));
        report.refused(
                "expectedness by a list of a later day",
                trial.post(OfficeCase.OFFICER, at(event, "/expectedness"), unexpected("2.0")),
                "SAFETY_INFORMATION_NOT_IN_FORCE");
        report.accepted(
                "unexpected by the list of the day of onset",
                trial.post(OfficeCase.OFFICER, at(event, "/expectedness"), unexpected("1.0")));
        var after = judgement(event);
        var suspected = after.body().path("suspected");
        report.holds(
                "a SUSAR, though the sponsor doubts it",
                after.body().path("susar").asBoolean(false)
                        && suspected.path("answer").asString("").equals("YES")
                        && suspected.path("by").asString("").equals(INVESTIGATOR),
                after.text());
        var site = trial.doors().get(INVESTIGATOR, at(event, "/causality"));
        report.holds(
                "the site sees its own judgement only",
                site.body().path("causality").size() == 1 && !site.text().contains("SPONSOR"),
                site.text());
    }

    private static Map<String, String> unexpected(String version) {
        return Map.of("product", PRODUCT, "version", version, "result", "UNEXPECTED");
    }

    private Answer judgement(String event) {
        return trial.doors().get(OfficeCase.OFFICER, at(event, "/judgement"));
    }

    /** MedDRA is licensed: this list has its name, a version that it never had, and codes that it does not have. */
    private void code(String event) {
        var report = trial.report();
        var terms = List.of(
                Map.of("code", "90000000", "term", "Anaphylaxis (made up)"),
                Map.of("code", CODE, "term", TERM, "preferred", "90000000"));
        var list = Map.of("dictionary", DICTIONARY, "version", MADE_UP, "language", "en", "terms", terms);
        var uploaded = trial.post(OfficeCase.OFFICER, "/api/dictionaries", list);
        report.holds(
                "a made-up dictionary, uploaded once",
                uploaded.accepted() || uploaded.code().equals("DICTIONARY_VERSION_EXISTS"),
                uploaded.text());
        var suggested = trial.doors().get(OfficeCase.OFFICER, at(event, "/coding-suggestions/" + DICTIONARY));
        report.holds(
                "the term as reported finds its code",
                suggested
                        .body()
                        .path("suggestions")
                        .path(0)
                        .path("code")
                        .asString("")
                        .equals(CODE),
                suggested.text());
        var chosen = Map.of("dictionary", DICTIONARY, "version", MADE_UP, "code", CODE);
        var coded = report.accepted("event coded", trial.post(OfficeCase.OFFICER, at(event, "/coding"), chosen));
        report.holds("with the same words", coded.text("match").equals("EXACT"), coded.text());
    }

    private static String at(String event, String door) {
        return "/api/adverse-events/" + event + door;
    }

    /** The alert of an event is taken over by the officer, as soon as it is there. */
    static void takeOver(Trial trial, String event) {
        new TakingOver(trial).by(OfficeCase.OFFICER, TakingOver.ofEvent(event), "a case is being made");
    }
}
