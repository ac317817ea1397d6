package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.GoldenEars;
import io.equipoise.platform.GoldenEars.Ear;
import io.equipoise.randomization.adapter.mongo.PeopleProjection;
import io.equipoise.randomization.adapter.mongo.StudyProjection;
import io.equipoise.store.EmbeddedStore;
import java.util.List;
import java.util.stream.Collectors;
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
        assertThat(GoldenEars.deafTo("randomization", this::empty, HearingTest::house))
                .isEmpty();
    }

    private static Ear house(MongoDatabase database) {
        var projections = List.of(new PeopleProjection(database), new StudyProjection(database));
        var topics = projections.stream()
                .flatMap(projection -> projection.topics().stream())
                .collect(Collectors.toSet());
        return new Ear(
                topics,
                heard -> projections.stream()
                        .filter(projection -> projection.topics().contains(heard.topic()))
                        .forEach(projection -> projection.apply(heard)));
    }

    private MongoDatabase empty() {
        return CLIENT.getDatabase("hearing-" + ++databases);
    }
}
