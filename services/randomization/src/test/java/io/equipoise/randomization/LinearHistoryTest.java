package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.randomization.domain.Allocation;
import io.equipoise.randomization.domain.AllocationCommand;
import io.equipoise.randomization.domain.AllocationCommand.BreakCode;
import io.equipoise.randomization.domain.AllocationCommand.Dispense;
import io.equipoise.randomization.domain.AllocationCommand.DrawList;
import io.equipoise.randomization.domain.AllocationCommand.Randomize;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * Two processes of the service over one store, five hundred requests at once for one stratum that runs out and for kits
 * of which the last is wanted by many; twenty races. Each answer, a refusal too, must be what the study's history, at
 * some moment between asking and answering, says: the journal's order is a linear history of all of them.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LinearHistoryTest {
    private static final String STREAM = "allocation/" + Trial.STUDY;
    private static final int REQUESTS = 500;
    private static final int PLACES = 20;

    /** A request with when it was sent, when it was answered, and how. */
    private record Asked(AllocationCommand command, long sent, long answered, Outcome<AllocationEvent> answer) {
        long version() {
            return answer instanceof Outcome.Recorded<AllocationEvent>(var commit, var repeated) ? commit.version() : 0;
        }
    }

    @RepeatedTest(20)
    void five_hundred_requests_at_once_leave_one_linear_history() throws Exception {
        try (var world = new World()) {
            var processes = List.of(process(world), process(world));
            processes.getFirst().handle(STREAM, drawn(), World.by("sta", "draw"));
            processes.getFirst().handle(STREAM, Trial.receiving(Trial.FOUR_KITS), World.by("pha", "kits"));
            var asked = race(IntStream.range(0, REQUESTS)
                    .<Callable<Asked>>mapToObj(n -> () -> ask(processes.get(n % 2), n))
                    .toList());
            var commits = world.process.journal.read(STREAM);
            var states = new ArrayList<Allocation>(List.of(Allocation.DECIDER.initial()));
            commits.forEach(commit -> states.add(Allocation.DECIDER.replay(states.getLast(), commit.facts())));
            asked.forEach(one -> isJustified(one, asked, states));
            assertThat(asked.stream().filter(one -> one.version() > 0)).hasSize(commits.size() - 2);
            assertThat(states.getLast().seats()).hasSize(PLACES);
            assertThat(asked).anyMatch(one -> code(one.answer()).equals("LIST_EXHAUSTED"));
            assertThat(asked).anyMatch(one -> code(one.answer()).equals("NO_KIT_AVAILABLE"));
        }
    }

    @Test
    void an_answer_that_no_moment_of_the_history_justifies_is_found_out() {
        var states = new ArrayList<Allocation>(List.of(Allocation.DECIDER.initial()));
        states.add(Allocation.DECIDER.replay(List.of(Trial.DRAWN)));
        states.add(Allocation.DECIDER.replay(List.of(Trial.DRAWN, Trial.RECEIVED)));
        var full = new Outcome.Refused<AllocationEvent>(Refusal.conflict("LIST_EXHAUSTED", "It is not."));
        var command = new Randomize(Trial.enrolled(Trial.ANNA), true, Trial.DAY_0, Trial.NOW);
        var lie = new Asked(command, 1, 2, full);
        assertThatThrownBy(() -> isJustified(lie, List.of(lie), states)).isInstanceOf(AssertionError.class);
    }

    /** Between what was answered before it was sent and what was sent after it was answered. */
    private static void isJustified(Asked one, List<Asked> all, List<Allocation> states) {
        long earliest = all.stream()
                .filter(other -> other.answered() < one.sent())
                .mapToLong(Asked::version)
                .max()
                .orElse(2);
        long latest = all.stream()
                .filter(other -> other.sent() > one.answered() && other.version() > 0)
                .mapToLong(other -> other.version() - 1)
                .min()
                .orElse(states.size() - 1L);
        if (one.version() > 0) {
            assertThat(one.version()).isBetween(earliest + 1, latest);
        } else {
            assertThat(IntStream.rangeClosed((int) Math.max(2, earliest), (int) latest))
                    .as(one.toString())
                    .anyMatch(version -> says(states.get(version), one));
        }
    }

    private static boolean says(Allocation state, Asked one) {
        return switch (Allocation.DECIDER.decide().apply(state, one.command())) {
            case Decision.Refused<AllocationEvent>(var reason) ->
                code(one.answer()).equals(reason.code());
            case Decision.Accepted<AllocationEvent>(var facts) ->
                facts.isEmpty() && one.answer() instanceof Outcome.Unchanged<AllocationEvent>;
        };
    }

    private static Asked ask(CommandHandler<Allocation, AllocationCommand, AllocationEvent> process, int number) {
        var subject = new SubjectId(Trial.STUDY, Trial.SITE, 1 + number % 40);
        AllocationCommand command = switch (number / 40 % 4) {
            case 0, 1 -> new Randomize(Trial.enrolled(subject), true, Trial.DAY_0, Trial.NOW);
            case 2 -> new Dispense(Trial.enrolled(subject), true, 1, Trial.FIRST_INFUSION, Trial.NOW);
            default -> breakCode(subject);
        };
        long sent = System.nanoTime();
        var answer = process.handle(STREAM, command, World.by("somebody", "request-" + number));
        return new Asked(command, sent, System.nanoTime(), answer);
    }

    private static BreakCode breakCode(SubjectId subject) {
        var now = Trial.NOW;
        return new BreakCode(
                subject, "OVERDOSE", "seizure at night", now.toldAt(), "inv", true, now.toldAt(), null, now);
    }

    private static List<Asked> race(List<Callable<Asked>> requests) throws Exception {
        var start = new CountDownLatch(1);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = requests.stream()
                    .map(request -> pool.submit(() -> {
                        start.await();
                        return request.call();
                    }))
                    .toList();
            start.countDown();
            var asked = new ArrayList<Asked>();
            for (var answer : answers) {
                asked.add(answer.get());
            }
            return asked;
        }
    }

    private static String code(Outcome<AllocationEvent> answer) {
        return answer instanceof Outcome.Refused<AllocationEvent>(var reason) ? reason.code() : "";
    }

    private static CommandHandler<Allocation, AllocationCommand, AllocationEvent> process(World world) {
        return new CommandHandler<>(world.new Process().journal, Allocation.DECIDER);
    }

    private static DrawList drawn() {
        return new DrawList(Trial.STUDY, Trial.DESIGN, Trial.SEED, List.of(2, 4), PLACES);
    }
}
