package io.equipoise.randomization.adapter.rest;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.World;
import io.equipoise.randomization.adapter.rest.TreatmentEndpoint.DispensationRequest;
import io.equipoise.randomization.adapter.rest.TreatmentEndpoint.RandomizationRequest;
import io.equipoise.randomization.adapter.rest.TreatmentEndpoint.ReturnRequest;
import io.equipoise.randomization.application.BreakingCodes.Need;
import io.equipoise.randomization.application.BreakingCodes.Standing;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.Arm;
import io.equipoise.randomization.domain.ProductLot;
import io.equipoise.randomization.domain.Requester;
import io.equipoise.randomization.domain.Seed;
import io.equipoise.randomization.domain.Shipment;
import io.equipoise.randomization.domain.Shipment.BoxedKit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;

/**
 * One trial as its people live it, with every answer they get. Told with the arms in one order or in the other, it is the
 * same trial with the arms swapped: the same seed puts the other arm at each place, and the kits hold the other thing.
 */
public final class TwinTrial {
    public static final SubjectId ANNA = new SubjectId(World.STUDY, "01", 1);
    public static final SubjectId BORIS = new SubjectId(World.STUDY, "01", 2);
    public static final SubjectId CLARA = new SubjectId(World.STUDY, "01", 3);
    public static final SubjectId DORA = new SubjectId(World.STUDY, "01", 4);
    public static final SubjectId NOBODY = new SubjectId(World.STUDY, "01", 9);

    static final Instant FIRST_INFUSION = Instant.parse("2025-03-11T08:30:00Z");
    static final String SEIZURE = "seizure one hour after the infusion";

    private static final Requester NIGHT_SHIFT = new Requester("Dr. Seizure-Weiss", "physician on duty");

    public final World world = new World();
    public final Map<String, String> answers = new LinkedHashMap<>();
    public final Map<SubjectId, String> revealed = new LinkedHashMap<>();

    private final Caller caller = new Caller("inv-01", Set.of(Role.INVESTIGATOR, Role.PHARMACIST), Set.of("01"));
    private final TreatmentEndpoint door = new TreatmentEndpoint(world.process.treating);
    private final List<String> arms;

    public TwinTrial(List<String> arms) {
        this.arms = arms;
    }

    /** Everything that can be asked, for subjects of both arms, with every refusal on the way. */
    public TwinTrial run() {
        randomize("before anybody told us of the study", ANNA);
        world.withStudy(arms, "[]");
        List.of(ANNA, BORIS, CLARA, DORA).forEach(subject -> world.enrolled(subject, "{}"));
        randomize("before the list is drawn", ANNA);
        draw();
        everybodyIsRandomized();
        everybodyIsDosed();
        kitsComeBack();
        codesAreBroken();
        answers.putAll(new TwinEnvelopes(world.process.sealing, caller).run());
        answers.putAll(new TwinSafety(world).run());
        answers.putAll(new TwinFollowUps(world, caller).run());
        world.withdrawn(ANNA);
        world.withdrawn(BORIS);
        both(subject -> dispense("withdrawn", subject, 9, FIRST_INFUSION));
        world.status("SUSPENDED");
        dispense("suspended", CLARA, 9, FIRST_INFUSION);
        dispense("suspended", DORA, 9, FIRST_INFUSION);
        world.status("RECRUITING");
        answers.putAll(new TwinSupply(world, arms).run());
        return this;
    }

    private void draw() {
        world.process.lists.draw(
                World.STUDY, new Seed("c0ffee00c0ffee00"), List.of(4), 4, World.by("statistician", "draw"));
    }

    private void everybodyIsRandomized() {
        randomize("not enrolled", NOBODY);
        randomize("of a site that is not open", new SubjectId(World.STUDY, "02", 1));
        List.of(ANNA, BORIS, CLARA, DORA).forEach(subject -> {
            dispense("before randomization", subject, 1, FIRST_INFUSION);
            tried(
                    "too early",
                    subject,
                    by -> door.randomize(
                            subject.toString(), new RandomizationRequest(LocalDate.of(2025, 1, 1)), caller, by));
            tried(
                    "in the future",
                    subject,
                    by -> door.randomize(
                            subject.toString(), new RandomizationRequest(LocalDate.of(2027, 1, 1)), caller, by));
            randomize("randomized", subject);
            randomize("asked for again", subject);
            tried(
                    "randomized again",
                    subject,
                    by -> door.randomize(
                            subject.toString(), new RandomizationRequest(LocalDate.of(2025, 3, 12)), caller, by));
        });
        world.enrolled(NOBODY, "{}");
        randomize("when the list is full", NOBODY);
    }

    private void everybodyIsDosed() {
        List.of(ANNA, BORIS, CLARA, DORA).forEach(subject -> dispense("empty shelf", subject, 1, FIRST_INFUSION));
        world.process.supplying.receive(
                new Shipment(
                        World.STUDY,
                        "01",
                        new ProductLot("LOT-CANARY-7"),
                        "P-0001",
                        List.of(
                                box(0, "K-11"),
                                box(1, "K-12"),
                                box(1, "K-13"),
                                box(0, "K-14"),
                                box(0, "K-15"),
                                box(1, "K-16")),
                        LocalDate.of(2026, 3, 31)),
                World.by("pharmacist", "kits"));
        List.of(ANNA, BORIS, CLARA, DORA).forEach(subject -> {
            dispense("no such dose", subject, 0, FIRST_INFUSION);
            dispense("in the future", subject, 1, World.NOW.plusSeconds(3600));
            dispense("too early", subject, 1, Instant.parse("2025-01-01T00:00:00Z"));
            dispense("expired", subject, 1, Instant.parse("2026-04-02T00:00:00Z"));
            dispense("first dose", subject, 1, FIRST_INFUSION);
            dispense("first dose again", subject, 1, FIRST_INFUSION);
        });
        List.of(ANNA, BORIS, CLARA, DORA).forEach(subject -> {
            dispense("second dose", subject, 2, FIRST_INFUSION);
            dispense("third dose", subject, 3, FIRST_INFUSION);
        });
    }

    private void kitsComeBack() {
        for (var kit : List.of("K-11", "K-12", "K-13", "K-14", "K-15", "K-16", "K-99")) {
            both(subject -> tried(
                    "return " + kit,
                    subject,
                    by -> door.takeBack(
                            subject.toString(),
                            new ReturnRequest(kit, FIRST_INFUSION.plusSeconds(60), "leaking"),
                            caller,
                            by)));
        }
    }

    private void codesAreBroken() {
        for (var subject : List.of(ANNA, BORIS, CLARA, DORA)) {
            breakCode(subject, "curious", new Need("CURIOSITY", SEIZURE, FIRST_INFUSION), true);
            breakCode(subject, "short", new Need("OVERDOSE", "urgent", FIRST_INFUSION), true);
            breakCode(subject, "elsewhere", new Need("OVERDOSE", SEIZURE, FIRST_INFUSION), false);
            breakCode(
                    subject, "half asked", new Need("OVERDOSE", SEIZURE, FIRST_INFUSION, new Requester("", "")), true);
            breakCode(subject, "future", new Need("OVERDOSE", SEIZURE, World.NOW.plusSeconds(999)), true);
            breakCode(subject, "broken", new Need("OVERDOSE", SEIZURE, FIRST_INFUSION, NIGHT_SHIFT), true);
        }
        breakCode(NOBODY, "not randomized", new Need("OVERDOSE", SEIZURE, FIRST_INFUSION), true);
    }

    private void breakCode(SubjectId subject, String step, Need need, boolean ownSite) {
        var outcome = world.process.codes.breakCode(
                subject, need, new Standing(ownSite, World.NOW), World.by("inv-01", step + subject));
        switch (outcome) {
            case Outcome.Recorded<AllocationEvent>(var commit, var again) ->
                revealed.put(
                        subject,
                        world.process.codes.reveal(subject, commit).arm().code());
            case Outcome.Refused<AllocationEvent>(var reason) -> answers.put("code " + step + subject, text(reason));
            case Outcome.Unchanged<AllocationEvent>() -> throw new AssertionError("a code break is a fact");
        }
    }

    private BoxedKit box(int arm, String number) {
        return new BoxedKit(number, new Arm(arms.get(arm)));
    }

    private static void both(Consumer<SubjectId> what) {
        what.accept(ANNA);
        what.accept(BORIS);
    }

    private void randomize(String step, SubjectId subject) {
        tried(
                step,
                subject,
                by -> door.randomize(
                        subject.toString(), new RandomizationRequest(LocalDate.of(2025, 3, 11)), caller, by));
    }

    private void dispense(String step, SubjectId subject, int dose, Instant at) {
        tried(
                "dispense " + step,
                subject,
                by -> door.dispense(subject.toString(), new DispensationRequest(dose, at), caller, by));
    }

    private void tried(String step, SubjectId subject, Function<Attribution, ResponseEntity<Object>> request) {
        var key = step + " " + subject;
        answers.put(key, answer(() -> request.apply(World.by("inv-01", key.replace(' ', '-')))));
    }

    static String answer(Supplier<ResponseEntity<Object>> request) {
        try {
            var answer = request.get();
            return answer.getStatusCode() + " " + answer.getHeaders() + " " + text(answer.getBody());
        } catch (Problem problem) {
            return problem.status() + " " + text(problem.detail());
        }
    }

    static String text(Object value) {
        return World.JSON.writeValueAsString(value);
    }
}
