package io.equipoise.platform.consume;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import io.equipoise.platform.relay.Envelope;
import io.equipoise.platform.web.StrictJson;
import io.equipoise.store.EmbeddedStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A stream is heard by one process, and after its partition has moved by another one; both share the service's store. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InboxTest {
    private static final String TOPIC = "enrolment";
    private static final EmbeddedStore STORE = EmbeddedStore.temporary();
    private static final List<String> ASKED_OF_THE_STORE = Collections.synchronizedList(new ArrayList<>());
    private static final MongoClient CLIENT = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(STORE.uri()))
            .addCommandListener(new CommandListener() {
                @Override
                public void commandSucceeded(CommandSucceededEvent event) {
                    ASKED_OF_THE_STORE.add(event.getCommandName());
                }
            })
            .build());

    private final List<Long> applied = new ArrayList<>();
    private Inbox first;
    private Inbox second;

    @BeforeEach
    void two_processes() {
        var database = CLIENT.getDatabase("inbox");
        database.drop();
        first = inbox(database);
        second = inbox(database);
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        STORE.close();
    }

    @Test
    void many_messages_in_their_turn_cost_one_write_and_no_reading() {
        tell(first, 1);
        ASKED_OF_THE_STORE.clear();
        first.take(told(2));
        first.take(told(3));
        first.writeDown();
        first.writeDown();
        assertThat(ASKED_OF_THE_STORE).containsExactly("update");
        assertThat(applied).containsExactly(1L, 2L, 3L);
    }

    @Test
    void what_was_taken_by_a_process_that_died_before_writing_it_down_is_heard_again() {
        first.take(told(1));
        first.take(told(2));
        assertThat(first.isWrittenDown()).isFalse();
        tell(second, 1);
        tell(second, 2);
        assertThat(applied).containsExactly(1L, 2L, 1L, 2L);
    }

    @Test
    void what_was_parked_and_then_taken_is_written_down_before_it_is_no_longer_parked() {
        tell(first, 2);
        first.take(told(1));
        assertThat(applied).containsExactly(1L, 2L);
        tell(second, 1);
        tell(second, 3);
        assertThat(applied).as("as after a death of the first").containsExactly(1L, 2L, 3L);
    }

    @Test
    void what_was_taken_before_partitions_moved_is_not_written_down_over_anothers_place() {
        first.take(told(1));
        tell(second, 1);
        tell(second, 2);
        first.lookAgain();
        first.writeDown();
        tell(second, 3);
        tell(first, 3);
        assertThat(applied).containsExactly(1L, 1L, 2L, 3L);
    }

    @Test
    void what_another_process_heard_in_the_meantime_is_no_gap() {
        tell(first, 1);
        tell(second, 2);
        tell(first, 3);
        assertThat(applied).containsExactly(1L, 2L, 3L);
        assertThat(first.parked()).isZero();
    }

    @Test
    void what_another_process_heard_is_dropped_once_partitions_have_moved() {
        tell(first, 1);
        tell(second, 2);
        first.lookAgain();
        tell(first, 2);
        assertThat(applied).containsExactly(1L, 2L);
    }

    @Test
    void what_another_process_parked_waits_for_its_turn_here() {
        tell(second, 3);
        tell(first, 1);
        tell(first, 2);
        assertThat(applied).containsExactly(1L, 2L);
        first.retry(TOPIC, Set.of(0));
        assertThat(applied).containsExactly(1L, 2L, 3L);
        assertThat(first.parked()).isZero();
    }

    @Test
    void what_came_too_early_goes_on_at_once_when_the_missing_one_arrives() {
        tell(first, 1);
        tell(first, 3);
        tell(first, 4);
        assertThat(first.parked()).isEqualTo(2);
        tell(first, 2);
        tell(first, 3);
        assertThat(applied).containsExactly(1L, 2L, 3L, 4L);
        assertThat(first.parked()).isZero();
    }

    @Test
    void what_was_forgotten_is_heard_from_the_start() {
        tell(first, 1);
        tell(first, 2);
        first.forget();
        tell(first, 1);
        assertThat(applied).containsExactly(1L, 2L, 1L);
    }

    @Test
    void what_was_heard_last_of_the_protocol_version_is_remembered() {
        var heard = new ProtocolsHeard(CLIENT.getDatabase("inbox"));
        assertThat(heard.of(TOPIC, TOPIC, "subject/A")).isEmpty();
        tell(first, 1);
        assertThat(heard.of(TOPIC, TOPIC, "subject/A")).contains(7);
        tell(first, 2);
        tell(first, 4);
        assertThat(heard.of(TOPIC, TOPIC, "subject/A")).contains(8);
        tell(first, 3);
        assertThat(heard.of(TOPIC, TOPIC, "subject/A")).contains(10);
        assertThat(heard.<Object, String>told(TOPIC, fact -> "subject/" + fact).of("state", List.of("A")))
                .contains(10);
    }

    @Test
    void who_can_act_on_a_message_knows_the_protocol_version_that_it_came_under() {
        var database = CLIENT.getDatabase("inbox");
        var heard = new ProtocolsHeard(database);
        var known = new ArrayList<Optional<Integer>>();
        var inbox = new Inbox(
                database, StrictJson.mapper(), message -> known.add(heard.of(TOPIC, TOPIC, "subject/A")), heard);
        inbox.take(told(1));
        inbox.take(told(2));
        assertThat(known).containsExactly(Optional.of(7), Optional.of(8));
        assertThat(heard.of(TOPIC, TOPIC, "subject/A")).contains(8);
    }

    private Inbox inbox(MongoDatabase database) {
        return new Inbox(database, StrictJson.mapper(), heard -> applied.add(heard.version()));
    }

    private static void tell(Inbox inbox, long version) {
        inbox.receive(told(version));
    }

    private static ConsumerRecord<String, byte[]> told(long version) {
        var told = new Envelope(
                        "id-" + version,
                        TOPIC,
                        "subject/A",
                        "ConsentGiven.v1",
                        Instant.EPOCH,
                        version,
                        1,
                        1,
                        null,
                        6 + (int) version,
                        null)
                .record(TOPIC, "{}".getBytes(StandardCharsets.UTF_8));
        var record = new ConsumerRecord<>(TOPIC, 0, version, told.key(), told.value());
        told.headers().forEach(record.headers()::add);
        return record;
    }
}
