package io.equipoise.platform.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Bookmarks;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.journal.Journal;
import io.equipoise.platform.journal.Tail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KafkaIdentityIT {
    private final AtomicReference<@Nullable String> cluster = new AtomicReference<>();
    private final MongoClient mongo = MongoClients.create(TestStack.shared().mongo());
    private final Bookmarks bookmarks = new Bookmarks(mongo.getDatabase("identity-" + UUID.randomUUID()));
    private final KafkaIdentity identity = new KafkaIdentity(
            () -> Optional.ofNullable(cluster.get()),
            bookmarks,
            List.of(new Tail<>("relay", new Nothing(), bookmarks, commits -> {})),
            Duration.ofMillis(50));

    /** A journal of one lane with nothing in it. */
    private static final class Nothing implements Journal<String> {
        @Override
        public List<Commit<String>> read(String stream, long afterVersion) {
            return List.of();
        }

        @Override
        public Optional<Commit<String>> find(String commandId) {
            return Optional.empty();
        }

        @Override
        public Commit<String> append(String stream, long version, Attribution by, List<String> facts) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Commit<String>> after(int lane, long position, int limit) {
            return List.of();
        }

        @Override
        public int lanes() {
            return 1;
        }

        @Override
        public void onAppend(IntConsumer listener) {}
    }

    @BeforeEach
    void told_up_to_seven() {
        bookmarks.reach("relay/0", 7);
    }

    @AfterEach
    void end() {
        identity.stop();
        mongo.close();
    }

    @Test
    void the_first_broker_is_remembered_and_nothing_is_told_again() {
        cluster.set("one");
        identity.start();
        assertThat(known()).isEqualTo("one");
        assertThat(told()).isEqualTo(7);
    }

    @Test
    void a_new_broker_is_noticed_while_the_service_runs() {
        cluster.set("one");
        identity.start();
        cluster.set("two");
        await().atMost(Duration.ofSeconds(60)).until(() -> "two".equals(known()));
        assertThat(told()).isZero();
    }

    @Test
    void a_new_broker_that_was_away_at_the_start_is_noticed_later() {
        bookmarks.told("one");
        identity.start();
        assertThat(told()).isEqualTo(7);
        cluster.set("two");
        await().atMost(Duration.ofSeconds(60)).until(() -> "two".equals(known()));
        assertThat(told()).isZero();
    }

    @Test
    void a_broker_that_answers_says_its_cluster_and_one_that_is_away_says_nothing() {
        var there =
                Map.<String, Object>of("bootstrap.servers", TestStack.shared().kafka());
        var away = Map.<String, Object>of("bootstrap.servers", "127.0.0.1:1");
        assertThat(new BrokerAsked(there).get()).isPresent().isEqualTo(new BrokerAsked(there).get());
        assertThat(new BrokerAsked(away).get()).isEmpty();
    }

    private @Nullable String known() {
        return bookmarks.broker().orElse(null);
    }

    private long told() {
        return bookmarks.reached("relay/0");
    }
}
