package io.equipoise.adverseevent.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.equipoise.adverseevent.domain.Alert;
import io.equipoise.adverseevent.domain.AlertFact.AlertRaised;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.Wards;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** When the feed looks into its log, and when it need not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AlertFeedReadsTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private final Log log = new Log();

    /** Counts how often it is asked. */
    private static final class Log implements FeedLog {
        private final Map<String, FeedEntry> bySource = new java.util.LinkedHashMap<>();
        private final List<FeedEntry> entries = new CopyOnWriteArrayList<>();
        private int reads;

        @Override
        public synchronized FeedEntry append(String source, String kind, Map<String, Object> data) {
            return bySource.computeIfAbsent(source, s -> {
                var entry = new FeedEntry(last() + 1, kind, data);
                entries.add(entry);
                return entry;
            });
        }

        @Override
        public synchronized List<FeedEntry> after(long number, int limit) {
            reads++;
            return entries.stream()
                    .filter(entry -> entry.number() > number)
                    .limit(limit)
                    .toList();
        }

        @Override
        public long last() {
            return entries.isEmpty() ? 0 : entries.getLast().number();
        }
    }

    @Test
    void for_all_who_are_up_to_date_the_log_is_not_read_at_all() {
        var feed = new AlertFeed(log);
        log.reads = 0;
        var readers = new ArrayList<List<Long>>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 50; i++) {
            var seen = new CopyOnWriteArrayList<Long>();
            readers.add(seen);
            threads.add(Thread.ofVirtual().start(() -> follow(feed, seen)));
        }
        for (int i = 1; i <= 20; i++) {
            feed.told(raised(i));
        }
        await().atMost(SOON).until(() -> readers.stream().allMatch(seen -> seen.size() == 20));
        threads.forEach(Thread::interrupt);
        assertThat(readers).allSatisfy(seen -> assertThat(seen).containsExactlyElementsOf(numbers(1, 20)));
        assertThat(log.reads).isZero();
    }

    @Test
    void after_a_restart_the_log_is_read_once_for_all_who_come_back() {
        tell(new AlertFeed(log), 1, 1_500);
        log.reads = 0;
        var restarted = new AlertFeed(log);
        for (long reader = 500; reader <= 1_500; reader++) {
            assertThat(restarted.after(reader, 1)).hasSize(reader == 1_500 ? 0 : 1);
        }
        assertThat(log.reads).isEqualTo(1);
    }

    @Test
    void who_was_away_for_long_gets_all_of_it_in_order() {
        var feed = new AlertFeed(log);
        tell(feed, 1, 3_500);
        var seen = new ArrayList<Long>();
        for (var page = feed.after(0, 100); !page.isEmpty(); page = feed.after(seen.getLast(), 100)) {
            page.forEach(entry -> seen.add(entry.number()));
        }
        assertThat(seen).containsExactlyElementsOf(numbers(1, 3_500));
    }

    @Test
    void what_another_process_told_in_between_is_not_passed_over() {
        var one = new AlertFeed(log);
        var other = new AlertFeed(log);
        tell(one, 1, 3);
        tell(other, 1, 7);
        one.told(raised(8));
        assertThat(one.after(3, 100)).extracting(FeedEntry::number).containsExactlyElementsOf(numbers(4, 8));
        assertThat(one.last()).isEqualTo(8);
        other.told(raised(8));
        assertThat(other.after(7, 100)).extracting(FeedEntry::number).containsExactly(8L);
    }

    @Test
    void a_number_from_a_process_that_is_ahead_is_known_and_waited_after() throws InterruptedException {
        var behind = new AlertFeed(log);
        tell(new AlertFeed(log), 1, 4);
        assertThat(behind.gave(4)).isTrue();
        assertThat(behind.gave(5)).isFalse();
        assertThat(behind.after(4, 10)).isEmpty();
        assertThat(behind.await(4, Duration.ofMillis(1))).isFalse();
        tell(behind, 1, 5);
        assertThat(behind.after(4, 10)).extracting(FeedEntry::number).containsExactly(5L);
    }

    @Test
    void a_number_that_is_lost_is_said_and_not_passed_over() {
        var feed = new AlertFeed(log);
        tell(feed, 1, 1_200);
        log.entries.removeIf(entry -> entry.number() <= 1_200);
        assertThatThrownBy(() -> feed.after(5, 10))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no number 6");
    }

    private static void follow(AlertFeed feed, List<Long> seen) {
        try {
            while (feed.await(seen.isEmpty() ? 0 : seen.getLast(), SOON)) {
                feed.after(seen.isEmpty() ? 0 : seen.getLast(), 3).forEach(entry -> seen.add(entry.number()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(AlertFeed feed, int from, int to) {
        for (int i = from; i <= to; i++) {
            feed.told(raised(i));
        }
    }

    private static List<Long> numbers(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private static Commit<SafetyFact> raised(int number) {
        var alert = Alert.idFor("AE-%08d".formatted(number));
        var fact = new AlertRaised(alert, "AE-1", Wards.ANNA, "SERIOUS", 3, "Grade 3", Wards.TOLD, null, List.of());
        var by = new Attribution("t" + number, "t", "system", "system", Wards.TOLD, null, null, "t", null, null);
        return new Commit<>(Alert.stream(alert), 1, 0, number, by, List.of(fact));
    }
}
