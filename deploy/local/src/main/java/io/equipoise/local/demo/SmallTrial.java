package io.equipoise.local.demo;

import io.equipoise.local.client.Answer;
import io.equipoise.local.client.Doors.Command;
import io.equipoise.local.client.Pharmacy;
import io.equipoise.local.client.Pharmacy.Shipment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The same protocol as a study of its own, small and at its beginning: somebody stands before every door that a hold shuts. */
record SmallTrial(Trial trial) {
    /** Days since the two were dosed. */
    static final int AGO = 20;

    private static final int KITS = 12;
    private static final String COORDINATOR = "coo-01";
    private static final String INVESTIGATOR = "inv-01";

    /**
     * @param dosed two who had their first dose
     * @param due has the kit for a dose whose window is open
     * @param enrolled and not randomized
     * @param fitting and not enrolled
     * @param screened and nothing else
     */
    record People(List<String> dosed, String due, String kit, String enrolled, String fitting, String screened) {}

    void open() {
        var report = trial.report();
        var definition = new DefinitionChapter(trial);
        report.accepted("study loaded as registered", definition.define("NCT07146087.yaml", "application/yaml"));
        report.accepted(
                "overlay of labelled assumptions",
                definition.define("assumptions.yaml", "application/merge-patch+yaml"));
        report.accepted(
                "overlay of labelled assumptions", definition.define("held.yaml", "application/merge-patch+yaml"));
        report.accepted("activation", definition.activate());
        report.accepted("site opened", definition.site());
        list();
        kits();
    }

    private void list() {
        var seed = new byte[16];
        trial.casting().chance("small list").nextBytes(seed);
        var draw = new Command(
                "sta-01",
                path("/allocation-list"),
                Map.of("seed", HexFormat.of().formatHex(seed), "blockSizes", List.of(2, 4), "slotsPerStratum", 20));
        trial.report()
                .accepted(
                        "list drawn from a seed",
                        trial.doors().postWhen(draw, "STUDY_UNKNOWN", "STUDY_NOT_ACTIVE", "DESIGN_INCOMPLETE"));
    }

    private void kits() {
        var types = new ArrayList<String>();
        for (int kit = 0; kit < KITS; kit += 2) {
            types.addAll(trial.casting().ordered(List.of("EXOSOMES", "SALINE")));
        }
        var shipment = new Shipment("01", "L-1", "P-0001", types, trial.today().plusYears(1));
        var chance = trial.casting().chance("small kits");
        trial.report().accepted("kits received", new Pharmacy(trial.doors(), trial.study()).receive(shipment, chance));
    }

    /** In the order in which they are registered, so that their numbers are the same in every run. */
    People people() {
        var dosed = List.of(dosed(1), dosed(2));
        var day = trial.today().minusDays(1);
        var due = enrolled(3, day);
        randomize(due, day);
        var kit = dispense(due, day);
        var enrolled = enrolled(4, day);
        var fitting = fitting(5, trial.today().minusDays(14));
        var screened = new ScreeningChapter(trial).register(trial.today());
        return new People(dosed, due, kit, enrolled, fitting, screened);
    }

    private String dosed(int number) {
        var day = trial.today().minusDays(AGO);
        var subject = enrolled(number, day);
        randomize(subject, day);
        var start = day.atTime(LocalTime.of(8, 0)).toInstant(ZoneOffset.UTC);
        var given = give(subject, dispense(subject, day), start, start.plusSeconds(45 * 60));
        trial.report().accepted("infusion given", given);
        return subject;
    }

    private String fitting(int number, LocalDate screenedOn) {
        var screening = new ScreeningChapter(trial);
        var person = Person.fitting(number, screenedOn);
        var subject = screening.register(screenedOn);
        screening.consent(subject, screenedOn);
        screening.typeIn(subject, person);
        return subject;
    }

    private String enrolled(int number, LocalDate day0) {
        var subject = fitting(number, day0.minusDays(14));
        trial.report().accepted("enrolled", new ScreeningChapter(trial).enrol(subject, day0.minusDays(8)));
        return subject;
    }

    private void randomize(String subject, LocalDate day) {
        var answer = trial.doors().postWhen(randomization(subject, day), "NOT_ENROLLED", "SUBJECT_UNKNOWN");
        trial.report().accepted("randomized 1:1, arm not shown", answer);
        var planned = trial.soon(() -> new DosingChapter(trial).doses(subject) == Trial.DOSES);
        trial.report().holds("calendar planned from day 0", planned, subject + " has none");
    }

    private String dispense(String subject, LocalDate day) {
        return trial.report()
                .accepted("kit dispensed", new Supply(trial).dispense(subject, 1, day))
                .text("kit");
    }

    private static Command randomization(String subject, LocalDate day) {
        return new Command(
                INVESTIGATOR, "/api/subjects/" + subject + "/randomization", Map.of("randomizedOn", day.toString()));
    }

    Answer enrol(People people, String... notYet) {
        var command = new Command(
                INVESTIGATOR,
                "/api/subjects/" + people.fitting() + "/enrolment",
                Map.of("enrolledOn", trial.today().toString()));
        return trial.doors().postWhen(command, notYet);
    }

    Answer randomize(People people, String... notYet) {
        return trial.doors().postWhen(randomization(people.enrolled(), trial.today()), notYet);
    }

    /** A dose of a second: an invented person may have it while we wait. */
    Answer give(People people, Instant from, String... notYet) {
        return give(people.due(), people.kit(), from, from.plusSeconds(1), notYet);
    }

    Answer giveNow(People people) {
        var now = Instant.now();
        return trial.doors().post(infusion(people.due(), people.kit(), now.minusMillis(1), now));
    }

    Answer screen() {
        return trial.post(
                COORDINATOR,
                path("/subjects"),
                Map.of("site", "01", "screenedOn", trial.today().toString()));
    }

    private Answer give(String subject, String kit, Instant from, Instant to, String... notYet) {
        var codes = new ArrayList<>(List.of(notYet));
        codes.addAll(List.of("KIT_NOT_DISPENSED_TO_SUBJECT", "CONSENT_MISSING", "STUDY_NOT_DOSING"));
        return trial.doors().postWhen(infusion(subject, kit, from, to), codes.toArray(String[]::new));
    }

    static Command infusion(String subject, String kit, Instant from, Instant to) {
        var body = Map.of(
                "dose", 1,
                "kit", kit,
                "startedAt", from.toString(),
                "stoppedAt", to.toString(),
                "volume", Map.of("number", "100", "unit", "mL"),
                "interruptions", List.of());
        return new Command(COORDINATOR, "/api/subjects/" + subject + "/administrations", body);
    }

    private String path(String rest) {
        return "/api/studies/" + trial.study() + rest;
    }
}
