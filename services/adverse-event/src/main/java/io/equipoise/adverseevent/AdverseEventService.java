package io.equipoise.adverseevent;

import com.mongodb.client.MongoDatabase;
import io.equipoise.adverseevent.adapter.fhir.FhirSettings;
import io.equipoise.adverseevent.adapter.journal.SafetyJournal;
import io.equipoise.adverseevent.adapter.kafka.SafetyMessages;
import io.equipoise.adverseevent.adapter.mail.MailSettings;
import io.equipoise.adverseevent.adapter.mongo.AlertsProjection;
import io.equipoise.adverseevent.adapter.mongo.EventsProjection;
import io.equipoise.adverseevent.adapter.mongo.HouseProjection;
import io.equipoise.adverseevent.adapter.mongo.MongoSafetyViews;
import io.equipoise.adverseevent.adapter.push.PushSettings;
import io.equipoise.adverseevent.adapter.rest.EventIds;
import io.equipoise.adverseevent.adapter.webhook.WebhookSettings;
import io.equipoise.adverseevent.application.Dictionaries;
import io.equipoise.adverseevent.application.House;
import io.equipoise.adverseevent.application.Reporting;
import io.equipoise.adverseevent.application.SafetyViews;
import io.equipoise.adverseevent.domain.AdverseEvent;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.pages.PagesConfiguration;
import io.equipoise.platform.PlatformConfiguration;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.consume.ProtocolsHeard;
import io.equipoise.platform.journal.EventCodec;
import io.equipoise.platform.journal.Journal;
import io.equipoise.platform.journal.KeyVault;
import io.equipoise.platform.projection.OwnProjectionFactory;
import io.equipoise.platform.projection.ProjectionFactory;
import io.equipoise.platform.relay.PublishedLanguage;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Adverse events and alerts: which parts exist and how they are joined. */
@SpringBootApplication
@Import({
    PagesConfiguration.class,
    PlatformConfiguration.class,
    AlertParts.class,
    CaseParts.class,
    E2bParts.class,
    EventParts.class,
    DictionaryParts.class,
    StoppingParts.class,
    UnblindingParts.class,
    WatchParts.class
})
@EnableConfigurationProperties({FhirSettings.class, MailSettings.class, PushSettings.class, WebhookSettings.class})
public class AdverseEventService {
    public static void main(String[] args) {
        SpringApplication.run(AdverseEventService.class, args);
    }

    @Bean
    EventCodec<SafetyFact> codec(JsonMapper json, KeyVault keys) {
        return SafetyJournal.codec(json, keys);
    }

    @Bean
    PublishedLanguage<SafetyFact> language() {
        return new SafetyMessages();
    }

    @Bean
    ProjectionFactory houseProjection() {
        return new ProjectionFactory(HouseProjection::new);
    }

    @Bean
    OwnProjectionFactory<SafetyFact> eventsProjection() {
        return new OwnProjectionFactory<>(EventsProjection::new);
    }

    @Bean
    OwnProjectionFactory<SafetyFact> alertsProjection() {
        return new OwnProjectionFactory<>(AlertsProjection::new);
    }

    @Bean
    House house(MongoDatabase database) {
        return new HouseProjection(database);
    }

    @Bean
    SafetyViews views(MongoDatabase database) {
        return new MongoSafetyViews(database);
    }

    @Bean
    Reporting reporting(House house, Journal<SafetyFact> journal, ProtocolsHeard protocols, Dictionaries dictionaries) {
        var events =
                new CommandHandler<>(journal, AdverseEvent.DECIDER, protocols.told("enrolment", AlertParts::person));
        return new Reporting(house, journal, events, new EventIds(), dictionaries);
    }
}
