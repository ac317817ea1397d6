package io.equipoise.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A journal of 20,000 commits in 2,000 streams: each question reads what it answers with, and not the rest. */
class IndexUseTest {

    private static final int STREAMS = 2_000;
    private static final int VERSIONS = 10;

    private static final EmbeddedStore STORE = EmbeddedStore.temporary();
    private static final MongoClient CLIENT = MongoClients.create(STORE.uri());
    private static final MongoCollection<Document> JOURNAL =
            CLIENT.getDatabase("test").getCollection("journal");

    @BeforeAll
    static void fill() {
        JOURNAL.createIndex(ascending("stream", "version"), new IndexOptions().unique(true));
        JOURNAL.createIndex(ascending("lane", "position"), new IndexOptions().unique(true));
        JOURNAL.insertMany(IntStream.range(0, STREAMS * VERSIONS)
                .mapToObj(i -> new Document("_id", "command-" + i)
                        .append("stream", "subject/" + i % STREAMS)
                        .append("version", (long) i / STREAMS + 1)
                        .append("lane", 0)
                        .append("position", (long) i)
                        .append("told", false))
                .toList());
    }

    @AfterAll
    static void close() {
        CLIENT.close();
        STORE.close();
    }

    @Test
    void reading_a_stream_in_order_reads_only_that_stream() {
        assertThat(read(() -> assertThat(
                                JOURNAL.find(eq("stream", "subject/77")).sort(ascending("version")))
                        .extracting(commit -> commit.getLong("version"))
                        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L)))
                .isEqualTo(VERSIONS);
    }

    @Test
    void the_next_commits_of_a_lane_are_read_from_its_bookmark() {
        assertThat(read(() -> assertThat(JOURNAL.find(and(eq("lane", 0), gt("position", 15_000L)))
                                .sort(ascending("position"))
                                .limit(50)
                                .into(new ArrayList<>()))
                        .hasSize(50)
                        .first()
                        .satisfies(
                                commit -> assertThat(commit.getLong("position")).isEqualTo(15_001L))))
                .isLessThanOrEqualTo(51);
    }

    @Test
    void the_last_position_is_read_from_the_end_of_the_index() {
        assertThat(read(() -> assertThat(JOURNAL.find(eq("lane", 0))
                                .sort(descending("position"))
                                .first())
                        .containsEntry("position", 19_999L)))
                .isOne();
    }

    @Test
    void a_conditional_update_reads_the_document_it_changes() {
        assertThat(read(() -> assertThat(
                                JOURNAL.updateOne(and(eq("_id", "command-4711"), lt("version", 5L)), set("told", true))
                                        .getModifiedCount())
                        .isOne()))
                .isLessThanOrEqualTo(2);
        assertThat(read(() -> JOURNAL.updateOne(and(eq("stream", "subject/5"), eq("version", 3L)), set("told", true))))
                .isLessThanOrEqualTo(2);
    }

    @Test
    void what_is_not_there_is_not_searched_for() {
        assertThat(read(() -> assertThat(
                                JOURNAL.find(eq("stream", "subject/none")).first())
                        .isNull()))
                .isZero();
        assertThat(read(() -> assertThat(JOURNAL.countDocuments(eq("_id", "command-none")))
                        .isZero()))
                .isZero();
    }

    @Test
    void without_an_index_everything_is_read_which_shows_that_the_count_counts() {
        assertThat(read(() -> JOURNAL.find(eq("unindexed", 1)).first())).isEqualTo(STREAMS * VERSIONS);
    }

    private static long read(Runnable question) {
        var journal = IndexCheck.collection(STORE, "test", "journal");
        long before = journal.documentsRead();
        question.run();
        return journal.documentsRead() - before;
    }
}
