package io.equipoise.local.demo;

import io.equipoise.local.client.Answer;
import io.equipoise.local.client.Doors;
import io.equipoise.local.client.Doors.Command;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * The doors of the three services that a hold binds. Each is asked for what it would refuse anyway, every 20 ms, until it
 * refuses for the hold: how often that is, is chance, so these askings are no part of what two runs are compared by.
 */
final class HeldDoors {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long BETWEEN = 20;
    private static final long NEVER = -1;

    private final Trial trial;
    private final List<Asked> asked;

    /** One question to one service, and how it is asked. */
    private record Asked(String service, Supplier<Answer> door) {
        boolean isHeld() {
            return door.get().code().equals(BoardChapter.HELD);
        }
    }

    HeldDoors(Trial trial, SmallTrial.People people) {
        this.trial = trial;
        this.asked = List.of(
                door("enrolment", () -> dated("enrolment", people.screened(), "enrolledOn", trial.today())),
                door(
                        "randomization",
                        () -> dated(
                                "randomization",
                                people.enrolled(),
                                "randomizedOn",
                                trial.today().minusDays(10))),
                door("dosing-schedule", () -> infusion(people.due())));
    }

    private Asked door(String service, Supplier<Command> command) {
        var doors = new Doors(trial.doors().options(), trial.doors().newKey() + "-hold");
        return new Asked(service, () -> doors.post(command.get()));
    }

    private static Command dated(String door, String subject, String field, LocalDate day) {
        return new Command("inv-01", "/api/subjects/" + subject + "/" + door, Map.of(field, day.toString()));
    }

    /** With a kit of nobody, started just now. */
    private static Command infusion(String subject) {
        var now = Instant.now();
        return SmallTrial.infusion(subject, "K-000001", now.minusMillis(1), now);
    }

    /** Before the boundary is crossed all three refuse for another reason, or the measuring would measure nothing. */
    void areOpen() {
        asked.forEach(each -> {
            var answer = each.door().get();
            trial.report()
                    .holds(
                            "before the crossing nobody is held",
                            answer.status() >= 400
                                    && answer.status() < 500
                                    && !answer.code().equals(BoardChapter.HELD),
                            each.service() + ": " + answer.text());
        });
    }

    /** @param since the answer to the event that crossed the boundary, by the clock of this machine in ns */
    void measure(long since) {
        var figures = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = asked.stream()
                    .map(each -> CompletableFuture.supplyAsync(() -> millis(each, since), threads))
                    .toList();
            for (int i = 0; i < asked.size(); i++) {
                var service = asked.get(i).service();
                long millis = waiting.get(i).join();
                figures.add(service + " " + millis + " ms");
                trial.report()
                        .holds(
                                "held by " + service + " after " + millis + " ms",
                                millis != NEVER,
                                "not within " + LONGEST.toSeconds() + " s");
            }
        }
        trial.report()
                .note("from the answer of the event that crossed the boundary to the refusal: "
                        + String.join(", ", figures));
    }

    private static long millis(Asked each, long since) {
        while (System.nanoTime() - since < LONGEST.toNanos()) {
            if (each.isHeld()) {
                return (System.nanoTime() - since) / 1_000_000;
            }
            Doors.pause(BETWEEN);
        }
        return NEVER;
    }
}
