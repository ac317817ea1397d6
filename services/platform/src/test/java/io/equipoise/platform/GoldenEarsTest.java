package io.equipoise.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.GoldenEars.Ear;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.consume.NotYet;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GoldenEarsTest {
    private static final Set<String> ALL = Set.of("studies", "enrolment", "dosing");

    @Test
    void whoever_keeps_something_of_each_example_or_waits_hears_them_all() {
        assertThat(GoldenEars.deafTo(
                        "imaging",
                        database -> new Ear(ALL, heard -> {
                            if (heard.type().equals("CalendarPlanned.v1")) {
                                throw new NotYet("the study");
                            }
                            keep(database, heard);
                        })))
                .isEmpty();
    }

    @Test
    void whoever_ignores_an_example_or_does_not_listen_to_its_topic_is_deaf_to_it() {
        assertThat(GoldenEars.deafTo(
                        "imaging",
                        database -> new Ear(Set.of("studies", "enrolment"), heard -> {
                            if (!heard.type().equals("SiteOpened.v1")) {
                                keep(database, heard);
                            }
                        })))
                .containsExactly(
                        "studies SiteOpened.v1", "dosing CalendarPlanned.v1", "dosing CalendarRecalculated.v1");
    }

    @Test
    void what_is_said_to_be_heard_is_in_the_document() {
        assertThat(new TreeSet<>(GoldenEars.examples("enrolment").stream()
                        .map(Heard::type)
                        .toList()))
                .contains("EhrFactsReceived.v1", "SealClosed.v1", "StudyDefined.v1");
    }

    private static void keep(MongoDatabase database, Heard heard) {
        database.getCollection("kept").insertOne(new Document("type", heard.type()));
    }
}
