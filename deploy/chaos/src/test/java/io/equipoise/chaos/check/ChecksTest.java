package io.equipoise.chaos.check;

import static io.equipoise.chaos.check.House.ANNA;
import static io.equipoise.chaos.check.House.BORIS;
import static io.equipoise.chaos.check.House.acknowledged;
import static io.equipoise.chaos.check.House.command;
import static io.equipoise.chaos.check.House.commit;
import static io.equipoise.chaos.check.House.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.chaos.evidence.Commit;
import io.equipoise.chaos.evidence.Looked;
import io.equipoise.chaos.evidence.Pushed;
import io.equipoise.chaos.evidence.Told;
import io.equipoise.chaos.ledger.Account;
import io.equipoise.chaos.ledger.Answer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChecksTest {

    /** A bug planted in a house in order, and the checks that must say so; nobody else may. */
    private record Planted(Consumer<House> bug, Set<String> caughtBy) {}

    private static final Map<String, Planted> BUGS = Map.ofEntries(
            bug("a lost commit", h -> h.journal.remove(2), "acknowledged is kept once", "nothing else is told"),
            bug(
                    "a lost commit amid others",
                    h -> {
                        h.journal.remove(0);
                        h.told.remove(0);
                    },
                    "acknowledged is kept once",
                    "positions are gapless",
                    "versions are consecutive",
                    "told in order"),
            bug(
                    "a commit doubled under the same id",
                    h -> {
                        h.journal.add(commit("enrolment", "k3", ANNA, 3, 4));
                        h.told.add(message("enrolment", ANNA, 3, 4));
                    },
                    "acknowledged is kept once"),
            bug(
                    "a commit doubled under another id",
                    h -> {
                        h.journal.add(commit("enrolment", "k9", ANNA, 3, 4));
                        h.told.add(message("enrolment", ANNA, 3, 4));
                    },
                    "kept was asked"),
            bug(
                    "a command refused and recorded all the same",
                    h -> h.book.set(0, new Account(command("k1"), 1, List.of(new Answer(409, "NO", "n")))),
                    "refused is not kept"),
            bug(
                    "a repeat answered otherwise",
                    h -> h.book.set(
                            0,
                            new Account(
                                    command("k1"), 2, List.of(new Answer(201, "", "one"), new Answer(200, "", "two")))),
                    "repeats agree"),
            bug(
                    "a command that nobody ever answered",
                    h -> h.book.add(new Account(command("k8"), 3, List.of(new Answer(503, "AWAY", "x")))),
                    "everything is answered"),
            bug(
                    "a position taken twice",
                    h -> h.journal.set(2, commit("enrolment", "k3", ANNA, 2, 2)),
                    "positions are gapless"),
            bug(
                    "a version jumped over",
                    h -> {
                        h.journal.set(2, commit("enrolment", "k3", ANNA, 3, 3));
                        h.told.set(2, message("enrolment", ANNA, 3, 3));
                    },
                    "versions are consecutive",
                    "told in order"),
            bug("a commit without facts", h -> h.journal.set(2, half()), "commits are whole"),
            bug("a message never told", h -> h.told.remove(2), "every commit is told"),
            bug(
                    "half of a message told",
                    h -> h.told.set(2, new Told("enrolment", 0, 3, "enrolment", ANNA, 2, 1, 2, "Something.v1", "c")),
                    "every commit is told"),
            bug(
                    "a message told of what no journal holds",
                    h -> h.told.add(message("enrolment", BORIS, 2, 9)),
                    "nothing else is told"),
            bug(
                    "a message that overtook another",
                    h -> {
                        h.told.set(0, message("enrolment", ANNA, 1, 8));
                    },
                    "told in order"),
            bug(
                    "one stream on two partitions",
                    h -> h.told.set(2, new Told("enrolment", 1, 3, "enrolment", ANNA, 2, 1, 1, "Something.v1", "c")),
                    "told in order"),
            bug(
                    "a repeat told with another content",
                    h -> h.told.add(new Told("enrolment", 0, 9, "enrolment", ANNA, 2, 1, 1, "Something.v1", "changed")),
                    "repeats are the same"),
            bug(
                    "a document changed in a read model",
                    h -> h.looks.add(new Looked("imaging", List.of("scans"), List.of(), List.of(), List.of())),
                    "projections equal a replay"),
            bug(
                    "a message set aside",
                    h -> h.looks.add(new Looked("imaging", List.of(), List.of("waits"), List.of(), List.of())),
                    "nothing is parked"),
            bug(
                    "a message that nobody could read",
                    h -> h.looks.add(new Looked("imaging", List.of(), List.of(), List.of("dead"), List.of())),
                    "no dead letter"),
            bug(
                    "a commit changed under its seal",
                    h -> h.looks.add(new Looked("imaging", List.of(), List.of(), List.of(), List.of("changed"))),
                    "seals verify"),
            bug(
                    "an alert raised twice",
                    h -> {
                        h.journal.add(new Commit(
                                "adverse-event",
                                "again",
                                "alert/AL-E1",
                                2,
                                0,
                                3,
                                "system:adverse-event",
                                "",
                                List.of(new Commit.Fact("AlertRaised.v1", Map.of("event", "E1")))));
                        h.told.add(message("adverse-event", "alert/AL-E1", 2, 3));
                    },
                    "each serious event has one alert"),
            bug(
                    "an alert never pushed",
                    h -> h.pushed.set(0, new Pushed(1, "acknowledged", "AL-E1", "")),
                    "each serious event has one alert"),
            bug("an alert never mailed", h -> h.mails.clear(), "each alert is mailed"),
            bug(
                    "a number left out on the alert line",
                    h -> h.pushed.add(new Pushed(3, "acknowledged", "AL-E1", "")),
                    "the alert line has no gap"));

    private static Map.Entry<String, Planted> bug(String name, Consumer<House> plant, String... caughtBy) {
        return Map.entry(name, new Planted(plant, Set.of(caughtBy)));
    }

    private static Commit half() {
        return new Commit("enrolment", "coo-01:k3", ANNA, 2, 0, 3, "coo-01", "f", List.of());
    }

    @Test
    void a_house_in_order_passes_every_check() {
        var house = House.inOrder();
        assertThat(Checks.run(house.book, house.evidence())).isEmpty();
    }

    @Test
    void repeats_and_commits_of_a_second_stream_are_no_fault() {
        var house = House.inOrder();
        house.told.add(message("enrolment", ANNA, 1, 10));
        house.told.add(message("enrolment", ANNA, 2, 11));
        house.journal.add(commit("enrolment", "k3/place-1", "places/S1", 1, 4));
        house.book.add(
                new Account(command("k7"), 2, List.of(new Answer(409, "CAP", "n"), new Answer(409, "CAP", "n"))));
        assertThat(Checks.run(house.book, house.evidence())).isEmpty();
        assertThat(Telling.repeats(house.evidence())).isEqualTo(2);
    }

    @Test
    void what_is_sealed_anew_each_time_is_no_other_content() {
        var house = House.inOrder();
        house.journal.add(commit("randomization", "k5", "allocation/S1", 1, 1));
        house.book.add(acknowledged("k5"));
        for (var topic : List.of("randomization", "allocation")) {
            for (int offset = 1; offset <= 2; offset++) {
                house.told.add(new Told(
                        topic,
                        0,
                        offset,
                        "randomization",
                        "allocation/S1",
                        1,
                        1,
                        1,
                        "ArmAllocated.v1",
                        topic.equals("allocation") ? "sealed " + offset : "plain"));
            }
        }
        assertThat(Checks.run(house.book, house.evidence())).isEmpty();
    }

    @Test
    void each_planted_bug_is_found_by_the_checks_that_are_for_it_and_by_no_other() {
        BUGS.forEach((name, planted) -> {
            var house = House.inOrder();
            planted.bug().accept(house);
            var said = Checks.run(house.book, house.evidence()).stream()
                    .map(Finding::check)
                    .collect(Collectors.toSet());
            assertThat(said).as(name).isEqualTo(planted.caughtBy());
        });
    }

    @Test
    void no_check_is_without_a_bug_that_it_finds() {
        var bitten = new HashSet<String>();
        BUGS.values().forEach(planted -> bitten.addAll(planted.caughtBy()));
        assertThat(bitten).containsExactlyInAnyOrderElementsOf(Checks.names());
    }

    @Test
    void an_acknowledged_command_of_a_client_that_also_lost_an_answer_counts_as_acknowledged() {
        var account = new Account(command("k1"), 3, List.of(new Answer(503, "", "x"), new Answer(200, "", "d")));
        assertThat(account.acknowledged()).isTrue();
        assertThat(account.refused()).isFalse();
        assertThat(acknowledged("k1").refused()).isFalse();
    }
}
