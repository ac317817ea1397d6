package io.equipoise.adverseevent;

import com.mongodb.client.MongoDatabase;
import io.equipoise.adverseevent.adapter.mongo.EventsProjection;
import io.equipoise.adverseevent.adapter.mongo.ProtocolProjection;
import io.equipoise.adverseevent.application.ClusterWatch;
import io.equipoise.adverseevent.application.Detailing;
import io.equipoise.adverseevent.application.House;
import io.equipoise.adverseevent.application.Inquiring;
import io.equipoise.adverseevent.application.Judging;
import io.equipoise.adverseevent.application.LotEvents;
import io.equipoise.adverseevent.application.Protocols;
import io.equipoise.adverseevent.application.PublishedInformation;
import io.equipoise.adverseevent.domain.ClusterNotice;
import io.equipoise.adverseevent.domain.DetailedEvent;
import io.equipoise.adverseevent.domain.Inquiry;
import io.equipoise.adverseevent.domain.Inquiry.Ask;
import io.equipoise.adverseevent.domain.JudgedEvent;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.SafetyInformation;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.consume.ProtocolsHeard;
import io.equipoise.platform.journal.Bookmarks;
import io.equipoise.platform.journal.Journal;
import io.equipoise.platform.journal.Tail;
import io.equipoise.platform.projection.ProjectionFactory;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is thought of an event, what is known of its products, and what is added to it. */
@Configuration(proxyBeanMethods = false)
class EventParts {

    @Bean
    ProjectionFactory protocolProjection() {
        return new ProjectionFactory(ProtocolProjection::new);
    }

    @Bean
    Protocols protocols(MongoDatabase database) {
        return new ProtocolProjection(database);
    }

    @Bean
    PublishedInformation publishedInformation(Protocols protocols, Journal<SafetyFact> journal) {
        return new PublishedInformation(protocols, new CommandHandler<>(journal, SafetyInformation.DECIDER));
    }

    @Bean
    Judging judging(
            House house,
            Protocols protocols,
            PublishedInformation information,
            Journal<SafetyFact> journal,
            ProtocolsHeard heard) {
        var events = new CommandHandler<>(journal, JudgedEvent.DECIDER, heard.told("enrolment", AlertParts::person));
        return new Judging(house, protocols, information, events, journal);
    }

    @Bean
    Detailing detailing(Protocols protocols, Journal<SafetyFact> journal, ProtocolsHeard heard) {
        return new Detailing(
                protocols,
                new CommandHandler<>(journal, DetailedEvent.DECIDER, heard.told("enrolment", AlertParts::person)));
    }

    @Bean
    LotEvents lotEvents(MongoDatabase database) {
        return new EventsProjection(database);
    }

    @Bean
    CommandHandler<Inquiry, Ask, SafetyFact> inquiries(Journal<SafetyFact> journal, ProtocolsHeard heard) {
        return new CommandHandler<>(journal, Inquiry.DECIDER, heard.told("enrolment", AlertParts::person));
    }

    @Bean
    Inquiring inquiring(
            House house,
            Protocols protocols,
            LotEvents events,
            Judging judging,
            CommandHandler<Inquiry, Ask, SafetyFact> inquiries) {
        return new Inquiring(house, protocols, events, judging, inquiries);
    }

    @Bean
    ClusterWatch clusterWatch(Protocols protocols, LotEvents events, Journal<SafetyFact> journal, Clock clock) {
        return new ClusterWatch(protocols, events, new CommandHandler<>(journal, ClusterNotice.DECIDER), clock);
    }

    /** The events are counted before they are looked at, whoever else counts them: doing it twice changes nothing. */
    @Bean
    Tail<SafetyFact> clusterTail(
            Journal<SafetyFact> journal, Bookmarks bookmarks, MongoDatabase database, ClusterWatch watch) {
        var counted = new EventsProjection(database);
        return new Tail<>("cluster-watch", journal, bookmarks, commits -> {
            var watched = commits.stream().filter(watch::watches).toList();
            watched.forEach(counted::apply);
            watched.forEach(watch::told);
        });
    }
}
