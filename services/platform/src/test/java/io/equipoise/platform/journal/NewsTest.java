package io.equipoise.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.platform.web.StrictJson;
import io.equipoise.store.EmbeddedStore;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What followers of the writers are given: from memory where this process wrote it, and never other than the store has it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NewsTest {
    private static final EmbeddedStore STORE = EmbeddedStore.temporary();
    private static final MongoClient CLIENT = MongoClients.create(STORE.uri());
    private static final int ALL = 500;

    private MongoDatabase database;
    private KeyVault keys;
    private MongoJournal<Said> ours;

    sealed interface Said {}

    record Aloud(String word) implements Said {}

    record Whispered(String word) implements Said {}

    @BeforeEach
    void an_empty_journal() {
        database = CLIENT.getDatabase("news");
        database.drop();
        keys = new KeyVault(database.getCollection("keys"), new byte[32]);
        ours = journal();
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        STORE.close();
    }

    @Test
    void what_this_process_wrote_is_not_read_again() {
        say(ours, "first", new Aloud("first"));
        say(ours, "second", new Aloud("second"));
        database.getCollection("journal").deleteMany(Filters.empty());

        assertThat(words(ours.news(0, 0, ALL))).containsExactly("first", "second");
        assertThat(words(ours.news(0, 1, ALL))).containsExactly("second");
        assertThat(words(ours.news(0, 0, 1))).containsExactly("first");
        assertThat(ours.news(0, 2, ALL)).isEmpty();
        assertThat(ours.after(0, 0, ALL))
                .as("whoever checks the store asks the store")
                .isEmpty();
    }

    @Test
    void it_is_what_the_store_would_give() {
        say(ours, "first", new Aloud("first"));

        assertThat(ours.news(0, 0, ALL)).isEqualTo(ours.after(0, 0, ALL));
    }

    @Test
    void what_another_process_wrote_in_between_is_not_left_out() {
        var theirs = journal();
        say(ours, "first", new Aloud("first"));
        say(theirs, "second", new Aloud("second"));
        assertThat(words(ours.news(0, 1, ALL))).containsExactly("second");
        say(ours, "third", new Aloud("third"));

        assertThat(words(ours.news(0, 0, ALL))).containsExactly("first", "second", "third");
        assertThat(words(ours.news(0, 1, ALL))).containsExactly("second", "third");
        assertThat(words(ours.news(0, 2, ALL))).containsExactly("third");
    }

    @Test
    void what_is_too_long_ago_is_read_from_the_store() {
        IntStream.rangeClosed(1, 300).forEach(n -> say(ours, "word-" + n, new Aloud("word-" + n)));

        assertThat(ours.news(0, 0, ALL)).hasSize(300);
        assertThat(ours.news(0, 43, ALL)).hasSize(257);
        assertThat(ours.news(0, 44, ALL)).hasSize(256);
    }

    @Test
    void a_secret_is_forgotten_with_its_key() {
        say(ours, "first", new Whispered("arm A"));
        assertThat(words(ours.news(0, 0, ALL))).containsExactly("arm A");

        keys.forget("a scope");

        assertThat(words(ours.news(0, 0, ALL))).containsExactly("(forgotten)");
    }

    private MongoJournal<Said> journal() {
        var codec = EventCodec.<Said>of(StrictJson.mapper(), keys)
                .event("Aloud.v1", Aloud.class)
                .secret("Whispered.v1", Whispered.class, fact -> "a scope", "word")
                .forgottenAs("Whispered.v1", "word", "(forgotten)");
        return new MongoJournal<>(database.getCollection("journal"), codec, 1);
    }

    private static void say(MongoJournal<Said> journal, String id, Said fact) {
        var by = new Attribution(
                id, "", "system", "system", Instant.parse("2026-11-23T09:30:00.123456Z"), null, null, id, null, null);
        journal.append("stream-" + id, 1, by, List.of(fact));
    }

    private static List<String> words(List<Commit<Said>> commits) {
        return commits.stream()
                .flatMap(commit -> commit.facts().stream())
                .map(fact -> switch (fact) {
                    case Aloud(var word) -> word;
                    case Whispered(var word) -> word;
                })
                .toList();
    }
}
