package io.equipoise.adverseevent;

import com.mongodb.client.MongoDatabase;
import io.equipoise.adverseevent.adapter.fhir.FhirCarrier;
import io.equipoise.adverseevent.adapter.fhir.FhirSettings;
import io.equipoise.adverseevent.adapter.link.SignedLinks;
import io.equipoise.adverseevent.adapter.mail.MailSettings;
import io.equipoise.adverseevent.adapter.mongo.MongoNoticeNumbers;
import io.equipoise.adverseevent.adapter.mongo.MongoPushKeys;
import io.equipoise.adverseevent.adapter.mongo.MongoStudies;
import io.equipoise.adverseevent.adapter.mongo.OfficersProjection;
import io.equipoise.adverseevent.adapter.push.PushSettings;
import io.equipoise.adverseevent.adapter.push.WebPush;
import io.equipoise.adverseevent.application.AcknowledgementLinks;
import io.equipoise.adverseevent.application.Calling;
import io.equipoise.adverseevent.application.Carrier;
import io.equipoise.adverseevent.application.Directory;
import io.equipoise.adverseevent.application.EscalationRule;
import io.equipoise.adverseevent.application.Escalations.Ladders;
import io.equipoise.adverseevent.application.PushServices;
import io.equipoise.adverseevent.application.Recipients;
import io.equipoise.adverseevent.application.Studies;
import io.equipoise.adverseevent.application.WatchBoard;
import io.equipoise.adverseevent.application.Watchers;
import io.equipoise.adverseevent.application.Watches;
import io.equipoise.adverseevent.application.Watching;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.journal.Journal;
import io.equipoise.platform.journal.KeyVault;
import io.equipoise.platform.projection.OwnProjectionFactory;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The watch: what makes an alert, who is on call, who is told, and when not to. */
@Configuration(proxyBeanMethods = false)
class WatchParts {

    @Bean
    OwnProjectionFactory<SafetyFact> officersProjection() {
        return new OwnProjectionFactory<>(OfficersProjection::new);
    }

    @Bean
    Watchers watchers(MongoDatabase database) {
        return new OfficersProjection(database);
    }

    @Bean
    Watches watches(Journal<SafetyFact> journal) {
        return new Watches(journal);
    }

    @Bean
    Directory directory(MailSettings mail, Watchers watchers, Watches watches) {
        return new Directory(mail.names(), watchers, watches);
    }

    @Bean
    Watching watching(Journal<SafetyFact> journal, Directory directory) {
        return new Watching(journal, directory);
    }

    @Bean
    Calling calling(Watches watches, Directory directory, Recipients recipients, EscalationRule rule) {
        return new Calling(watches, directory, recipients, rule);
    }

    @Bean
    Ladders ladders(Recipients recipients, Calling calling) {
        return new Ladders(recipients, calling);
    }

    @Bean
    Studies studies(MongoDatabase database) {
        return new MongoStudies(database);
    }

    @Bean
    WatchBoard watchBoard(Watches watches, Studies studies, Directory directory, Clock clock) {
        return new WatchBoard(watches, studies, directory, clock);
    }

    @Bean
    AcknowledgementLinks links(KeyVault keys) {
        return new SignedLinks(keys);
    }

    @Bean
    WebPush webPush(PushSettings settings, MongoDatabase database, KeyVault keys, JsonMapper json) {
        return new WebPush(settings, new MongoPushKeys(database, keys).pair(), json);
    }

    @Bean
    PushServices pushServices(WebPush push) {
        return push.services();
    }

    @Bean
    Carrier pushes(WebPush push, Watches watches, Watching watching) {
        return push.carrier(watches, watching);
    }

    @Bean
    Carrier notifications(FhirSettings fhir, MongoDatabase database, JsonMapper json) {
        return new FhirCarrier(fhir, new MongoNoticeNumbers(database), json);
    }
}
