package io.equipoise.dosing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.equipoise.dosing.adapter.kafka.Listeners;
import io.equipoise.dosing.adapter.mongo.CalendarsProjection;
import io.equipoise.dosing.adapter.mongo.MongoKnownFacts;
import io.equipoise.dosing.adapter.mongo.ToldProjection;
import io.equipoise.dosing.application.Amendments;
import io.equipoise.dosing.application.Calendars;
import io.equipoise.platform.GoldenEars;
import io.equipoise.platform.GoldenEars.Ear;
import io.equipoise.platform.journal.EventCodec;
import io.equipoise.platform.journal.KeyVault;
import io.equipoise.platform.journal.MongoJournal;
import io.equipoise.platform.web.StrictJson;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HearingTest {
    @Test
    void every_golden_example_that_is_said_to_be_heard_here_is() {
        assertThat(GoldenEars.deafTo("dosing-schedule", HearingTest::schedule)).isEmpty();
    }

    private static Ear schedule(MongoDatabase database) {
        var json = StrictJson.mapper();
        var keys = new KeyVault(database.getCollection("keys"), new byte[32]);
        var journal = new MongoJournal<>(
                database.getCollection("journal"), DosingService.journalNames(EventCodec.of(json, keys)), 1);
        var known = new MongoKnownFacts(database, json);
        var calendars = new Calendars(journal, known, new CalendarsProjection(database));
        var told = new ToldProjection(database);
        var reactions = List.of(
                Listeners.entering(calendars, Clock.systemUTC()),
                Listeners.activation(calendars, known, Clock.systemUTC()),
                Listeners.moving(new Amendments(calendars, known), Clock.systemUTC()),
                Listeners.leaving(calendars, Clock.systemUTC()));
        var topics = new TreeSet<>(told.topics());
        reactions.forEach(reaction -> topics.addAll(reaction.topics()));
        return new Ear(topics, heard -> {
            if (told.topics().contains(heard.topic())) {
                told.apply(heard);
            }
            reactions.stream()
                    .filter(reaction -> reaction.topics().contains(heard.topic()))
                    .forEach(reaction -> reaction.react(heard));
        });
    }
}
