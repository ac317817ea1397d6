package io.equipoise.operations.adapter.mongo;

import static io.equipoise.operations.adapter.mongo.TaleStore.NOW;
import static io.equipoise.operations.adapter.mongo.TaleStore.TODAY;
import static io.equipoise.operations.adapter.mongo.TaleStore.board;
import static io.equipoise.operations.adapter.mongo.TaleStore.trial;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import io.equipoise.operations.Tales;
import io.equipoise.operations.application.Board;
import io.equipoise.operations.application.ScreenFailures;
import io.equipoise.operations.application.Study;
import io.equipoise.platform.consume.Heard;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** However it is told, the projection ends the same. */
class TrialProjectionTest {
    @RegisterExtension
    static final TaleStore STORE = new TaleStore();

    @Test
    void told_twice_it_is_the_same() {
        var tale = Tales.of(TODAY);
        var twice = new ArrayList<>(tale);
        twice.addAll(tale);
        assertThat(everything(STORE.told(twice))).isEqualTo(everything(STORE.told(tale)));
    }

    @Test
    void each_message_told_three_times_in_a_row_it_is_the_same() {
        var tale = Tales.of(TODAY);
        var thrice = tale.stream()
                .flatMap(each -> List.of(each, each, each).stream())
                .toList();
        assertThat(everything(STORE.told(thrice))).isEqualTo(everything(STORE.told(tale)));
    }

    @Test
    void an_early_message_told_again_late_changes_nothing() {
        var tale = Tales.of(TODAY);
        var again = new ArrayList<>(tale);
        again.addAll(tale.subList(0, tale.size() / 2).reversed());
        assertThat(everything(STORE.told(again))).isEqualTo(everything(STORE.told(tale)));
    }

    @Test
    void streams_told_in_any_order_among_each_other_end_the_same() {
        var tale = Tales.of(TODAY);
        var expected = everything(STORE.told(tale));
        for (int seed = 1; seed <= 5; seed++) {
            assertThat(everything(STORE.told(interleaved(tale, new Random(seed)))))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    @Test
    void streams_told_in_any_order_among_each_other_show_the_same_board() {
        var tale = Tales.of(TODAY);
        var expected = board(STORE.told(tale));
        for (int seed = 1; seed <= 2; seed++) {
            assertThat(board(STORE.told(interleaved(tale, new Random(seed)))))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    @Test
    void a_projection_that_forgot_one_message_is_found_different() {
        var tale = Tales.of(TODAY);
        assertThat(everything(STORE.told(tale.subList(0, tale.size() - 1)))).isNotEqualTo(everything(STORE.told(tale)));
    }

    @Test
    void what_was_told_of_the_trial_is_counted_on_the_board() {
        var board = board(STORE.told(Tales.of(TODAY)));
        assertThat(board.study().recruiting()).isTrue();
        assertThat(board.assumed()).isEqualTo(12);
        assertThat(board.enrolment().target()).isEqualTo(20);
        assertThat(board.consort().assessed().n()).isEqualTo(29);
        assertThat(board.consort().excluded().n()).isEqualTo(8);
        assertThat(board.consort().reasons().getLast().label()).isEqualTo("For a reason outside the rules");
        assertThat(board.consort().screening().n()).isEqualTo(1);
        assertThat(board.consort().enrolled().n()).isEqualTo(20);
        assertThat(board.consort().randomized().n()).isEqualTo(19);
        assertThat(board.consort().waiting().n()).isEqualTo(1);
        assertThat(board.consort().doses()).hasSize(4);
        assertThat(board.consort().doses().getFirst().given().n()).isEqualTo(19);
        assertThat(board.consort().doses().get(2).held().n()).isEqualTo(1);
        assertThat(board.consort().doses().get(2).missed().n()).isEqualTo(1);
        assertThat(board.consort().discontinued().n()).isEqualTo(1);
        assertThat(board.consort().following().n() + board.consort().completed().n() + 1)
                .isEqualTo(19);
        assertThat(board.events().events()).isEqualTo(10);
        assertThat(board.alertsOpen()).isEqualTo(1);
        assertThat(board.codeBreaks()).hasSize(1);
        assertThat(board.swimmer().lanes()).hasSize(19);
    }

    @Test
    void screen_failures_are_counted_by_rule_version_and_site_and_every_count_opens() {
        var failures = board(STORE.told(Tales.of(TODAY))).failures();
        assertThat(failures.failures()).isEqualTo(8);
        assertThat(failures.screened()).isEqualTo(29);
        assertThat(failures.otherwise().n()).isEqualTo(1);
        assertThat(failures.otherwiseBySite()).containsExactly(new ScreenFailures.OfSite("01", 1));
        assertThat(failures.rules().stream().mapToInt(rule -> rule.count().n()).sum())
                .isEqualTo(7);
        assertThat(failures.rules()).allSatisfy(rule -> {
            assertThat(rule.version()).isIn(1, 2);
            assertThat(rule.sites().stream()
                            .mapToLong(ScreenFailures.OfSite::count)
                            .sum())
                    .isEqualTo(rule.count().n());
        });
    }

    @Test
    void every_status_is_kept_in_its_order_with_its_date_and_reason() {
        var standing = board(STORE.told(Tales.of(TODAY))).standing();
        assertThat(standing.statuses())
                .extracting(Study.Status::status)
                .containsExactly("RECRUITING", "NOT_YET_RECRUITING", "RECRUITING");
        assertThat(standing.statuses().getLast().reason()).isEqualTo("all approvals in place");
        assertThat(standing.allowed()).extracting("answer").containsExactly("yes", "yes", "yes", "yes");
    }

    @Test
    void a_second_attempt_names_the_first() {
        var trial = trial(STORE.told(Tales.of(TODAY)));
        var again = trial.people().stream()
                .filter(person -> person.subject().equals(Tales.subject(29)))
                .findFirst()
                .orElseThrow()
                .enrolment();
        assertThat(again.attempt()).isEqualTo(2);
        assertThat(again.rescreenOf()).isEqualTo(Tales.subject(26));
    }

    @Test
    void staff_of_a_site_see_that_sites_people_only() {
        var board = Board.of(trial(STORE.told(Tales.of(TODAY))), Set.of("02"), List.of(), NOW);
        assertThat(board.consort().assessed().rows())
                .isNotEmpty()
                .allMatch(row -> row.subject().contains("-02-"));
        assertThat(board.due()).allMatch(item -> item.site().equals("02"));
        assertThat(board.alerts()).allMatch(line -> line.alert().site().equals("02"));
        assertThat(board.enrolment().sites()).extracting("site").containsExactly("02");
        assertThat(board.tasks()).noneMatch(task -> task.what().contains("-01-"));
    }

    private static Map<String, List<String>> everything(MongoDatabase database) {
        var all = new LinkedHashMap<String, List<String>>();
        for (var name : new TrialProjection(database, heard -> {}).collections()) {
            all.put(
                    name,
                    database.getCollection(name).find().sort(Sorts.ascending("_id")).into(new ArrayList<>()).stream()
                            .map(Document::toJson)
                            .toList());
        }
        return all;
    }

    /** Any order that keeps the order within each stream of a topic. */
    private static List<Heard> interleaved(List<Heard> tale, Random random) {
        var streams = new ArrayList<>(tale.stream()
                .collect(Collectors.groupingBy(each -> each.topic() + each.stream(), HashMap::new, Collectors.toList()))
                .values());
        var turns = new ArrayList<Integer>();
        for (int i = 0; i < streams.size(); i++) {
            turns.addAll(Collections.nCopies(streams.get(i).size(), i));
        }
        Collections.shuffle(turns, random);
        var next = new int[streams.size()];
        return turns.stream().map(i -> streams.get(i).get(next[i]++)).toList();
    }
}
