package io.equipoise.adverseevent;

import com.mongodb.client.MongoDatabase;
import io.equipoise.adverseevent.adapter.kafka.OriginEar;
import io.equipoise.adverseevent.adapter.kafka.UnblindingEar;
import io.equipoise.adverseevent.adapter.mongo.ArmTitlesProjection;
import io.equipoise.adverseevent.adapter.mongo.MongoDosesGiven;
import io.equipoise.adverseevent.application.ArmTitles;
import io.equipoise.adverseevent.application.Detailing;
import io.equipoise.adverseevent.application.House;
import io.equipoise.adverseevent.application.OrganClasses;
import io.equipoise.adverseevent.application.ProductOrigins;
import io.equipoise.adverseevent.application.Protocols;
import io.equipoise.adverseevent.application.SafetyViews;
import io.equipoise.adverseevent.application.StudyDonors;
import io.equipoise.adverseevent.application.StudySafety;
import io.equipoise.adverseevent.application.Unblindings;
import io.equipoise.adverseevent.domain.Origins;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.Unblinding;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.consume.ProtocolsHeard;
import io.equipoise.platform.consume.Reaction;
import io.equipoise.platform.hpke.RecipientKeys;
import io.equipoise.platform.journal.Journal;
import io.equipoise.platform.projection.ProjectionFactory;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is told sealed, of treatments and their donors: opened, kept, looked at, counted; and all events together, blinded. */
@Configuration(proxyBeanMethods = false)
class UnblindingParts {

    @Bean
    ProjectionFactory armTitlesProjection() {
        return new ProjectionFactory(ArmTitlesProjection::new);
    }

    @Bean
    ArmTitles armTitles(MongoDatabase database) {
        return new ArmTitlesProjection(database);
    }

    @Bean
    StudySafety studySafety(SafetyViews views, MongoDatabase database, House house, OrganClasses classes) {
        return new StudySafety(views, new MongoDosesGiven(database), house, classes);
    }

    @Bean
    Unblindings unblindings(
            Journal<SafetyFact> journal, ProtocolsHeard protocols, ArmTitles titles, Detailing details) {
        return new Unblindings(
                new CommandHandler<>(journal, Unblinding.DECIDER, protocols.told("enrolment", AlertParts::person)),
                titles,
                details);
    }

    @Bean
    ProductOrigins productOrigins(Journal<SafetyFact> journal, ProtocolsHeard protocols) {
        return new ProductOrigins(
                new CommandHandler<>(journal, Origins.DECIDER, protocols.told("enrolment", AlertParts::person)));
    }

    @Bean
    StudyDonors studyDonors(
            ProductOrigins origins, MongoDatabase database, SafetyViews views, House house, Protocols protocols) {
        return new StudyDonors(origins, new MongoDosesGiven(database), views, house, protocols);
    }

    @Bean
    Reaction originEar(ProductOrigins origins, RecipientKeys keys, Clock clock) {
        return new OriginEar(origins, keys.opening(), clock);
    }

    @Bean
    Reaction unblindingEar(Unblindings unblindings, RecipientKeys keys, Clock clock) {
        return new UnblindingEar(unblindings, keys.opening(), clock);
    }
}
