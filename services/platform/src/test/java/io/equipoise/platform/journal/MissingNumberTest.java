package io.equipoise.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.equipoise.platform.web.StrictJson;
import io.equipoise.store.EmbeddedStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Several processes write one lane. One of them took number 2 and died, or is slow, before its commit was kept. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MissingNumberTest {
    private static final EmbeddedStore STORE = EmbeddedStore.temporary();
    private static final MongoClient CLIENT = MongoClients.create(STORE.uri());

    private MongoCollection<Document> commits;
    private EventCodec<Said> codec;
    private MongoJournal<Said> slow;
    private MongoJournal<Said> next;

    record Said(String word) {}

    /** 1 was kept, 2 was taken and is not there, 3 was kept by a process that knew of 2; the slow one knows of 1 only. */
    @BeforeEach
    void a_number_is_missing() {
        var database = CLIENT.getDatabase("gap");
        database.drop();
        commits = database.getCollection("journal");
        var keys = new KeyVault(database.getCollection("keys"), new byte[32]);
        codec = EventCodec.<Said>of(StrictJson.mapper(), keys).event("Said.v1", Said.class);
        slow = journal(Duration.ZERO);
        say(slow, "first");
        var dying = journal(Duration.ZERO);
        say(dying, "dying");
        next = journal(Duration.ZERO);
        commits.deleteOne(Filters.eq("_id", "dying"));
        say(next, "third");
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        STORE.close();
    }

    @Test
    void a_reader_stops_before_the_missing_number_as_long_as_it_has_patience() {
        var patient = journal(Duration.ofHours(1));
        assertThat(patient.after(0, 1, 10)).isEmpty();
        assertThat(patient.after(0, 1, 10)).isEmpty();
        assertThat(patient.after(0, 0, 10)).hasSize(1);
        assertThat(positions()).containsExactly(1L, 3L);
    }

    @Test
    void the_number_of_a_writer_that_died_is_closed_by_an_empty_commit_and_readers_go_on() {
        assertThat(next.after(0, 1, 10)).as("is noticed").isEmpty();
        assertThat(next.after(0, 1, 10)).as("is closed").isEmpty();
        var seen = next.after(0, 1, 10);
        assertThat(seen).extracting(Commit::position).containsExactly(2L, 3L);
        assertThat(seen.getFirst().facts()).isEmpty();
        assertThat(seen.getFirst().stream()).isEqualTo("closed/0");
        assertThat(seen.getFirst().by().reason()).isEqualTo("the number stayed missing");
    }

    @Test
    void a_late_writer_whose_number_was_closed_takes_a_new_one() {
        next.after(0, 1, 10);
        next.after(0, 1, 10);
        assertThat(say(slow, "late").position()).isEqualTo(4);
        assertThat(positions()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(next.after(0, 0, 10))
                .extracting(commit -> commit.by().commandId())
                .containsExactly("first", "closed/0/2", "third", "late");
    }

    @Test
    void a_late_writer_who_comes_before_the_closer_keeps_its_number_and_nothing_is_closed() {
        next.after(0, 1, 10);
        assertThat(say(slow, "late").position()).isEqualTo(2);
        assertThat(next.after(0, 1, 10))
                .extracting(commit -> commit.by().commandId())
                .containsExactly("late", "third");
    }

    @Test
    void two_readers_that_close_the_same_number_close_it_once() {
        var other = journal(Duration.ZERO);
        next.after(0, 1, 10);
        other.after(0, 1, 10);
        next.closeWhenPatienceEnds(0, 2);
        other.closeWhenPatienceEnds(0, 2);
        assertThat(positions()).containsExactly(1L, 2L, 3L);
    }

    private MongoJournal<Said> journal(Duration patience) {
        return new MongoJournal<>(commits, codec, 1, patience);
    }

    private static Commit<Said> say(Journal<Said> journal, String word) {
        var by = new Attribution(word, word, "anna", "operations", Instant.EPOCH, null, null, word, null, null);
        return journal.append("said/" + word, 1, by, List.of(new Said(word)));
    }

    private List<Long> positions() {
        var found = commits.find().map(commit -> commit.getLong("position")).into(new java.util.ArrayList<>());
        return LongStream.of(found.stream().mapToLong(Long::longValue).sorted().toArray())
                .boxed()
                .toList();
    }
}
