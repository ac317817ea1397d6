package io.equipoise.randomization.adapter.rest;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.World;
import io.equipoise.randomization.adapter.rest.TreatmentEndpoint.RandomizationRequest;
import io.equipoise.randomization.domain.Arm;
import io.equipoise.randomization.domain.DesignKind;
import io.equipoise.randomization.domain.ListRow;
import io.equipoise.randomization.domain.Parameters;
import io.equipoise.randomization.domain.Parameters.Weight;
import io.equipoise.randomization.domain.Seed;
import io.equipoise.randomization.domain.design.Coin;
import io.equipoise.randomization.domain.design.Measure;
import io.equipoise.randomization.domain.design.Probability;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;

/**
 * One trial whose arms are decided at the moment, by minimization over a factor and the site and later a second time by an
 * urn, after a list that was brought and never released; with every answer that blinded people get.
 */
public final class DesignTwin {
    public static final int PEOPLE = 12;
    private static final String SEX = "[{'stratum':'SEX','levels':['F','M']}]";
    private static final LocalDate DAY_0 = LocalDate.of(2025, 3, 11);

    public final World world = new World();
    public final Map<String, String> answers = new LinkedHashMap<>();

    private final Caller caller = new Caller("inv-01", Set.of(Role.INVESTIGATOR), Set.of("01"));
    private final TreatmentEndpoint door = new TreatmentEndpoint(world.process.treating);
    private final CommitmentEndpoint commitment = new CommitmentEndpoint(world.process.allocations);
    private final List<String> arms;

    public DesignTwin(List<String> arms) {
        this.arms = arms;
    }

    public DesignTwin run() {
        world.withStudy(arms, SEX);
        asked("commitment before", () -> ResponseEntity.ok(commitment.show(World.STUDY)));
        bringAList();
        settle();
        asked("commitment", () -> ResponseEntity.ok(commitment.show(World.STUDY)));
        people().forEach(subject -> {
            randomizeAgain("too soon", subject);
            world.enrolled(subject, subject.number() % 3 == 0 ? "{'SEX':'M'}" : "{'SEX':'F'}");
            randomize("randomized", subject);
            randomize("randomized again", subject);
        });
        var stranger = new SubjectId(World.STUDY, "01", 99);
        world.enrolled(stranger, "{'SEX':'X'}");
        randomize("of no stratum", stranger);
        people().forEach(subject -> {
            randomizeAgain("a second time", subject);
            randomizeAgain("a third time", subject);
        });
        world.status("SUSPENDED");
        randomizeAgain("suspended", stranger);
        return this;
    }

    public static List<SubjectId> people() {
        return IntStream.rangeClosed(1, PEOPLE)
                .mapToObj(number -> new SubjectId(World.STUDY, "01", number))
                .toList();
    }

    private void bringAList() {
        var rows = List.of(row("SEX=F", 1, 0), row("SEX=F", 2, 1), row("SEX=M", 1, 1), row("SEX=M", 2, 0));
        world.process.uploads.draft(World.STUDY, rows, World.by("sta-01", "draft"));
        world.process.uploads.approve(World.STUDY, World.by("sta-02", "approve"));
    }

    private ListRow row(String stratum, int position, int arm) {
        return new ListRow(stratum, position, new Arm(arms.get(arm)));
    }

    private void settle() {
        var minimization = new Parameters(
                DesignKind.MINIMIZATION,
                null,
                new Probability(4, 5),
                null,
                null,
                null,
                Measure.VARIANCE,
                Coin.PREFERRED,
                List.of(new Weight("SEX", 2), new Weight("SITE", 1)));
        var urn = new Parameters(DesignKind.URN, Parameters.Scope.STRATUM, null, null, 1, 1, null, null, List.of());
        world.process.schemes.declare(
                World.STUDY,
                1,
                new Seed("c0ffee00c0ffee001234567890abcdef"),
                minimization,
                World.by("sta-01", "first"));
        world.process.schemes.declare(World.STUDY, 2, null, urn, World.by("sta-01", "second"));
    }

    private void randomize(String step, SubjectId subject) {
        tried(step, subject, by -> door.randomize(subject.toString(), new RandomizationRequest(DAY_0), caller, by));
    }

    private void randomizeAgain(String step, SubjectId subject) {
        tried(
                step,
                subject,
                by -> door.randomizeAgain(
                        subject.toString(), new RandomizationRequest(DAY_0.plusWeeks(24)), caller, by));
    }

    private interface Request {
        ResponseEntity<Object> by(Attribution by);
    }

    private void tried(String step, SubjectId subject, Request request) {
        var key = step + " " + subject;
        asked(key, () -> request.by(World.by("inv-01", key.replace(' ', '-'))));
    }

    private void asked(String step, Supplier<? extends ResponseEntity<?>> request) {
        try {
            var answer = request.get();
            answers.put(step, answer.getStatusCode() + " " + answer.getHeaders() + " " + text(answer.getBody()));
        } catch (Problem problem) {
            answers.put(step, problem.status() + " " + text(problem.detail()));
        }
    }

    private static String text(Object value) {
        return World.JSON.writeValueAsString(value);
    }
}
