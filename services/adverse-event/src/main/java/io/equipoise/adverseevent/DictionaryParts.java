package io.equipoise.adverseevent;

import com.mongodb.client.MongoDatabase;
import io.equipoise.adverseevent.adapter.mongo.CodedEventsProjection;
import io.equipoise.adverseevent.adapter.mongo.MongoTermStore;
import io.equipoise.adverseevent.application.Coding;
import io.equipoise.adverseevent.application.Dictionaries;
import io.equipoise.adverseevent.application.OrganClasses;
import io.equipoise.adverseevent.domain.CodedEvent;
import io.equipoise.adverseevent.domain.Dictionary;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.consume.ProtocolsHeard;
import io.equipoise.platform.journal.Journal;
import io.equipoise.platform.projection.OwnProjectionFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Dictionaries and the codes that events have in them. */
@Configuration(proxyBeanMethods = false)
class DictionaryParts {

    @Bean
    OwnProjectionFactory<SafetyFact> codedEventsProjection() {
        return new OwnProjectionFactory<>(CodedEventsProjection::new);
    }

    @Bean
    Dictionaries dictionaries(Journal<SafetyFact> journal, MongoDatabase database) {
        return new Dictionaries(new CommandHandler<>(journal, Dictionary.DECIDER), new MongoTermStore(database));
    }

    @Bean
    OrganClasses organClasses(MongoDatabase database, Dictionaries dictionaries) {
        return new OrganClasses(new CodedEventsProjection(database), dictionaries);
    }

    @Bean
    Coding coding(
            Dictionaries dictionaries, Journal<SafetyFact> journal, MongoDatabase database, ProtocolsHeard heard) {
        return new Coding(
                dictionaries,
                new CodedEventsProjection(database),
                new CommandHandler<>(journal, CodedEvent.DECIDER, heard.told("enrolment", AlertParts::person)));
    }
}
