package io.equipoise.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.store.EmbeddedStore;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Somebody with the database's password; indexes do not stop them, and are not made here. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SealBookTest {
    private static final EmbeddedStore STORE = EmbeddedStore.temporary();
    private static final MongoClient CLIENT = MongoClients.create(STORE.uri());

    private MongoDatabase database;
    private MongoCollection<Document> journal;
    private MongoCollection<Document> seals;
    private SealBook book;

    @BeforeEach
    void nine_commits_under_three_seals() {
        database = CLIENT.getDatabase("sealed");
        database.drop();
        journal = database.getCollection("journal");
        seals = database.getCollection("seals");
        book = new SealBook("enrolment", database);
        for (int position = 1; position <= 9; position++) {
            journal.insertOne(commit(position, "word " + position));
            if (position % 3 == 0) {
                assertThat(book.close(0)).isPresent();
            }
        }
        assertThat(book.verify(0).problems()).isEmpty();
        assertThat(book.verify(0).seals()).isEqualTo(3);
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        STORE.close();
    }

    @Test
    void a_cut_off_tail_is_found() {
        journal.deleteMany(Filters.gt("position", 7L));
        assertThat(book.verify(0).problems()).contains(new SealBook.Problem(0, 8, "a sealed commit is missing"));
    }

    @Test
    void a_cut_off_tail_whose_seal_was_cut_off_too_leaves_a_chain_that_fits_and_lacks_what_others_wrote_down() {
        var anchored = book.newest(0);
        journal.deleteMany(Filters.gt("position", 6L));
        seals.deleteOne(Filters.eq("ordinal", 3L));
        assertThat(book.verify(0).problems()).isEmpty();
        assertThat(book.after(0, 0)).extracting(Seal::to).doesNotContain(anchored.to());
    }

    @Test
    void an_inserted_commit_is_found() {
        journal.insertOne(commit(5, "slipped in beside"));
        assertThat(book.verify(0).problems()).isNotEmpty();
    }

    @Test
    void an_inserted_commit_that_moved_all_later_ones_up_is_found() {
        for (long position = 9; position >= 5; position--) {
            journal.updateOne(
                    Filters.eq("position", position), new Document("$set", new Document("position", position + 1)));
        }
        journal.insertOne(commit(5, "slipped in between"));
        assertThat(book.verify(0).problems())
                .extracting(SealBook.Problem::position)
                .contains(4L, 7L);
    }

    @Test
    void commits_that_swapped_their_places_are_found() {
        var fourth = at(4);
        var fifth = at(5);
        journal.replaceOne(Filters.eq("_id", fourth.get("_id")), fourth.append("position", 5L));
        journal.replaceOne(Filters.eq("_id", fifth.get("_id")), fifth.append("position", 4L));
        assertThat(book.verify(0).problems())
                .containsExactly(new SealBook.Problem(0, 4, "a commit of positions 4 to 6 was changed"));
    }

    @Test
    void a_seal_made_anew_over_a_changed_commit_does_not_fit_the_next_one() {
        journal.replaceOne(Filters.eq("position", 5L), at(5).append("actor", "somebody else"));
        var later = seals.find(Filters.eq("ordinal", 3L)).first();
        seals.deleteMany(Filters.gt("ordinal", 1L));
        journal.deleteMany(Filters.gt("position", 6L));
        assertThat(book.close(0)).isPresent();
        for (int position = 7; position <= 9; position++) {
            journal.insertOne(commit(position, "word " + position));
        }
        seals.insertOne(Objects.requireNonNull(later));
        assertThat(book.verify(0).problems())
                .contains(new SealBook.Problem(0, 7, "seal 3 does not follow the one before"));
    }

    @Test
    void a_wholly_rewritten_journal_with_a_chain_made_anew_fits_itself_and_no_anchor() {
        var anchored = book.after(0, 0);
        journal.replaceOne(Filters.eq("position", 2L), at(2).append("actor", "somebody else"));
        seals.deleteMany(new Document());
        for (var old : anchored) {
            seals.insertOne(rewritten(old));
        }
        assertThat(book.verify(0).problems()).as("alone it cannot be told").isEmpty();
        var shown = book.after(0, 0);
        assertThat(shown).extracting(Seal::to).containsExactly(3L, 6L, 9L);
        for (int i = 0; i < 3; i++) {
            assertThat(shown.get(i).seal()).isNotEqualTo(anchored.get(i).seal());
        }
    }

    /** The seal that an honest sealer would have made of the journal as it is now, over the same positions. */
    private Document rewritten(Seal old) {
        var scratch = CLIENT.getDatabase("scratch");
        scratch.drop();
        journal.find(Filters.lte("position", old.to()))
                .forEach(commit -> scratch.getCollection("journal").insertOne(commit));
        seals.find().forEach(seal -> scratch.getCollection("seals").insertOne(seal));
        assertThat(new SealBook("enrolment", scratch).close(0)).isPresent();
        return Objects.requireNonNull(scratch.getCollection("seals")
                .find(Filters.eq("ordinal", old.ordinal()))
                .first());
    }

    private Document at(long position) {
        return Objects.requireNonNull(
                journal.find(Filters.eq("position", position)).first());
    }

    private static Document commit(long position, String word) {
        return new Document("_id", word)
                .append("lane", 0)
                .append("position", position)
                .append("actor", "anna")
                .append("facts", List.of(new Document("type", "Said.v1").append("data", new Document("word", word))));
    }
}
