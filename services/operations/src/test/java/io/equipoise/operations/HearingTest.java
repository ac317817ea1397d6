package io.equipoise.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.equipoise.operations.adapter.mongo.TrialProjection;
import io.equipoise.platform.GoldenEars;
import io.equipoise.platform.GoldenEars.Ear;
import io.equipoise.store.EmbeddedStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HearingTest {
    private static final EmbeddedStore STORE = EmbeddedStore.temporary();
    private static final MongoClient CLIENT = MongoClients.create(STORE.uri());

    private int databases;

    @AfterAll
    static void stop() {
        CLIENT.close();
        STORE.close();
    }

    @Test
    void every_golden_example_that_is_said_to_be_heard_here_is() {
        assertThat(GoldenEars.deafTo("operations", this::empty, HearingTest::trial))
                .isEmpty();
    }

    private static Ear trial(MongoDatabase database) {
        var trial = new TrialProjection(database, heard -> {});
        return new Ear(trial.topics(), trial::apply);
    }

    private MongoDatabase empty() {
        return CLIENT.getDatabase("hearing-" + ++databases);
    }
}
