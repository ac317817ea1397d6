package io.equipoise.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.TestStack;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;

/** What cannot be told a second time, or not be read yet, holds up its own stream and no other. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=sample",
            "spring.config.import=classpath:equipoise-platform.yml",
            "equipoise.body-limit=100000"
        })
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class PoisonIT implements OnTheStack {
    private static final TestStack STACK = TestStack.shared();

    private final MongoDatabase database;

    PoisonIT(@Autowired MongoDatabase database) {
        this.database = database;
    }

    @Test
    void poison_too_large_for_the_dead_letters_topic_blocks_nobody() {
        STACK.tell("enrolment", "letter/large", 1, "Word.v1", "x".repeat(1_046_000));
        tell("after-large", "fine");
        awaitWord("after-large", "fine");
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        database.getCollection("dead_letters").countDocuments(Filters.eq("key", "letter/large")) == 1);
        for (int i = 0; i < 9; i++) { // whichever partition it is on
            tell("after-large-" + i, "fine");
            awaitWord("after-large-" + i, "fine");
        }
    }

    @Test
    void a_known_event_in_a_version_of_the_future_parks_its_stream_and_no_other() {
        STACK.tell("enrolment", "letter/future", 1, "SubjectEnrolled.v99", "{\"word\":\"?\"}");
        STACK.tell("enrolment", "letter/future", 2, "Word.v1", "{\"word\":\"overtakes\"}");
        tell("beside-future", "fine");
        awaitWord("beside-future", "fine");
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        database.getCollection("parked").countDocuments(Filters.eq("stream", "letter/future")) == 2);
        assertThat(word("future")).isNull();
    }

    private void tell(String letter, String word) {
        STACK.tell("enrolment", "letter/" + letter, 1, "Word.v1", "{\"word\":\"" + word + "\"}");
    }

    private @Nullable String word(String letter) {
        var found = database.getCollection("letters")
                .find(Filters.eq("_id", "letter/" + letter))
                .first();
        return found == null ? null : found.getString("word");
    }

    private void awaitWord(String letter, String word) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(word(letter)).isEqualTo(word));
    }
}
