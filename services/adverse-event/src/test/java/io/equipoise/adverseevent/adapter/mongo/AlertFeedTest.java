package io.equipoise.adverseevent.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.equipoise.adverseevent.application.AlertFeed;
import io.equipoise.adverseevent.application.FeedEntry;
import io.equipoise.adverseevent.domain.Alert;
import io.equipoise.adverseevent.domain.AlertFact.AlertAcknowledged;
import io.equipoise.adverseevent.domain.AlertFact.AlertDelivered;
import io.equipoise.adverseevent.domain.AlertFact.AlertEscalated;
import io.equipoise.adverseevent.domain.AlertFact.AlertRaised;
import io.equipoise.adverseevent.domain.Channel;
import io.equipoise.adverseevent.domain.Delivery;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.Target;
import io.equipoise.adverseevent.domain.Wards;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.store.EmbeddedStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AlertFeedTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static EmbeddedStore store;
    private static MongoClient client;
    private MongoDatabase database;

    @BeforeAll
    static void start() {
        store = EmbeddedStore.temporary();
        client = MongoClients.create(store.uri());
    }

    @AfterAll
    static void stop() {
        client.close();
        store.close();
    }

    @BeforeEach
    void empty() {
        database = client.getDatabase("feed");
        database.drop();
    }

    @Test
    void what_happens_to_alerts_is_numbered_without_gaps() {
        var feed = feed();
        feed.told(raised(1));
        feed.told(commit(1, 2, new AlertDelivered(alert(1), Wards.ANNA, delivery(), Wards.TOLD)));
        feed.told(commit(1, 3, new AlertEscalated(alert(1), Wards.ANNA, 1, Wards.TOLD, List.of())));
        feed.told(commit(1, 4, new AlertAcknowledged(alert(1), Wards.ANNA, "saf-01", Wards.TOLD, "called")));
        assertThat(feed.after(0, 10))
                .extracting(entry -> entry.number() + " " + entry.kind())
                .containsExactly("1 alert", "2 escalated", "3 acknowledged");
    }

    @Test
    void told_twice_by_two_processes_a_fact_keeps_its_number() throws InterruptedException {
        var one = feed();
        var other = feed();
        var tellers = List.of(new Thread(() -> tell(one)), new Thread(() -> tell(other)));
        tellers.forEach(Thread::start);
        for (var teller : tellers) {
            teller.join();
        }
        tell(feed());
        var entries = feed().after(0, 1_000);
        assertThat(entries).extracting(FeedEntry::number).containsExactlyElementsOf(numbers(200));
        assertThat(entries).extracting(entry -> entry.data().get("alert")).doesNotHaveDuplicates();
    }

    private static void tell(AlertFeed feed) {
        for (int i = 1; i <= 200; i++) {
            feed.told(raised(i));
        }
    }

    @Test
    void resumed_over_fifty_cuts_and_two_restarts_every_number_comes_exactly_once() throws InterruptedException {
        var chance = new Random(37);
        var seen = new ArrayList<Long>();
        var feed = feed();
        int told = 0;
        for (int cut = 0; cut < 50; cut++) {
            for (int i = chance.nextInt(6); i > 0; i--) {
                feed.told(raised(++told));
            }
            if (cut % 20 == 19) {
                feed = feed();
            }
            var last = seen.isEmpty() ? 0 : seen.getLast();
            feed.after(last, 1 + chance.nextInt(5)).forEach(entry -> seen.add(entry.number()));
        }
        while (seen.getLast() < told) {
            feed.after(seen.getLast(), 7).forEach(entry -> seen.add(entry.number()));
        }
        assertThat(seen).containsExactlyElementsOf(numbers(told));
    }

    @Test
    void a_reader_who_waits_is_woken_by_the_news() throws InterruptedException {
        var feed = feed();
        var woken = new CountDownLatch(1);
        var reader = Thread.ofVirtual().start(() -> {
            try {
                if (feed.await(0, Duration.ofMinutes(5))) {
                    woken.countDown();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        feed.told(raised(1));
        woken.await();
        reader.join();
        assertThat(feed.await(1, Duration.ofMillis(5))).isFalse();
    }

    @Test
    void readers_who_never_come_back_hold_up_nobody() {
        var feed = feed();
        var stuck = new CountDownLatch(1);
        for (int i = 0; i < 200; i++) {
            Thread.ofVirtual()
                    .start(() -> follow(feed, number -> {
                        try {
                            stuck.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                    }));
        }
        var seen = new CopyOnWriteArrayList<Long>();
        var reader = Thread.ofVirtual().start(() -> follow(feed, seen::add));
        for (int i = 1; i <= 500; i++) {
            feed.told(raised(i));
        }
        await().atMost(SOON).until(() -> seen.size() == 500);
        assertThat(seen).containsExactlyElementsOf(numbers(500));
        reader.interrupt();
        stuck.countDown();
    }

    @Test
    void a_turn_is_one_processs_until_it_ends_or_is_given_back() {
        var one = new MongoTurns(database);
        var other = new MongoTurns(database);
        var now = Wards.TOLD;
        assertThat(one.take("errand", now, now.plusSeconds(60))).isTrue();
        assertThat(other.take("errand", now, now.plusSeconds(60))).isFalse();
        assertThat(other.take("errand", now.plusSeconds(60), now.plusSeconds(90)))
                .isTrue();
        other.giveBack("errand", now.plusSeconds(61));
        assertThat(one.take("errand", now.plusSeconds(61), now.plusSeconds(90))).isTrue();
    }

    private static void follow(AlertFeed feed, LongConsumer reader) {
        long at = 0;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                for (var entry : feed.after(at, 10)) {
                    reader.accept(entry.number());
                    at = entry.number();
                }
                if (!feed.await(at, SOON)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private AlertFeed feed() {
        return new AlertFeed(new MongoFeedLog(database));
    }

    private static List<Long> numbers(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static String alert(int number) {
        return Alert.idFor("AE-%08d".formatted(number));
    }

    private static Delivery delivery() {
        return new Delivery(Delivery.ALERT, new Target(Channel.EMAIL, "safety-officer"));
    }

    private static Commit<SafetyFact> raised(int number) {
        var fact = new AlertRaised(
                alert(number), "AE-1", Wards.ANNA, "SERIOUS", 3, "Grade 3", Wards.TOLD, null, List.of());
        return commit(number, 1, fact);
    }

    private static Commit<SafetyFact> commit(int number, long version, SafetyFact fact) {
        var id = "test/" + number + "/" + version;
        var by = new Attribution(id, id, "system", "system", Wards.TOLD, null, null, id, null, null);
        return new Commit<>(Alert.stream(alert(number)), version, 0, number, by, List.of(fact));
    }
}
