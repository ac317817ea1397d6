package io.equipoise.ehr;

import com.mongodb.client.MongoDatabase;
import io.equipoise.ehr.adapter.fhir.Mapping;
import io.equipoise.ehr.adapter.kafka.EhrLanguage;
import io.equipoise.ehr.adapter.mongo.AskedFactsProjection;
import io.equipoise.ehr.adapter.mongo.SubjectsProjection;
import io.equipoise.ehr.application.EhrIntegration;
import io.equipoise.ehr.domain.EhrFact;
import io.equipoise.ehr.domain.EhrFact.FactsReceived;
import io.equipoise.ehr.domain.EhrFact.PatientLinked;
import io.equipoise.ehr.domain.EhrFact.PersonForgotten;
import io.equipoise.ehr.domain.EhrLink;
import io.equipoise.ehr.domain.Identity;
import io.equipoise.ehr.domain.ScreeningFact;
import io.equipoise.platform.PlatformConfiguration;
import io.equipoise.platform.audit.TrailRule;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.consume.ProtocolsHeard;
import io.equipoise.platform.journal.Bookmarks;
import io.equipoise.platform.journal.EventCodec;
import io.equipoise.platform.journal.Journal;
import io.equipoise.platform.journal.KeyVault;
import io.equipoise.platform.journal.Tail;
import io.equipoise.platform.projection.ProjectionFactory;
import io.equipoise.platform.relay.PublishedLanguage;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.Resource;
import tools.jackson.databind.json.JsonMapper;

/** Sites' record systems, wired by hand. */
@SpringBootApplication
@Import(PlatformConfiguration.class)
public class EhrIntegrationService {

    public static void main(String[] arguments) {
        SpringApplication.run(EhrIntegrationService.class, arguments);
    }

    /** The names under which facts lie in the journal for ever; who a person is, and what is told of them, encrypted. */
    static EventCodec<EhrFact> names(EventCodec<EhrFact> codec) {
        return codec.secret("PatientLinked.v1", PatientLinked.class, fact -> "subject/" + fact.subject(), "identity")
                .secret("FactsReceived.v1", FactsReceived.class, fact -> "subject/" + fact.subject(), "facts")
                .event("PersonForgotten.v1", PersonForgotten.class)
                .forgottenAs("PatientLinked.v1", "identity", Identity.FORGOTTEN)
                .forgottenAs("FactsReceived.v1", "facts", List.of(ScreeningFact.FORGOTTEN));
    }

    /** A key is destroyed once it is on record that it shall be; as often as that is read. */
    @Bean
    Tail<EhrFact> forgetting(Journal<EhrFact> journal, Bookmarks bookmarks, KeyVault keys) {
        return new Tail<>(
                "forgetting",
                journal,
                bookmarks,
                commits -> commits.stream()
                        .flatMap(commit -> commit.facts().stream())
                        .forEach(fact -> {
                            if (fact instanceof PersonForgotten(var subject, var reason)) {
                                keys.forget("subject/" + subject);
                            }
                        }));
    }

    /** Who writes down why may know who the person is: the audit trail does not show it. */
    @Bean
    TrailRule trail() {
        return new TrailRule(false);
    }

    @Bean
    EventCodec<EhrFact> codec(JsonMapper json, KeyVault keys) {
        return names(EventCodec.of(json, keys));
    }

    @Bean
    PublishedLanguage<EhrFact> language() {
        return new EhrLanguage();
    }

    @Bean
    ProjectionFactory subjects() {
        return new ProjectionFactory(SubjectsProjection::new);
    }

    @Bean
    ProjectionFactory askedFacts() {
        return new ProjectionFactory(AskedFactsProjection::new);
    }

    @Bean
    EhrIntegration ehrIntegration(Journal<EhrFact> journal, ProtocolsHeard protocols, MongoDatabase database) {
        var links = new CommandHandler<>(
                journal,
                EhrLink.DECIDER,
                protocols.<EhrLink, EhrFact>told("enrolment", fact -> "subject/" + fact.subject()));
        return new EhrIntegration(links, new SubjectsProjection(database), new AskedFactsProjection(database));
    }

    @Bean
    Mapping mapping(@Value("${equipoise.fhir.mapping}") Resource file) throws IOException {
        try (var yaml = file.getInputStream()) {
            return Mapping.read(yaml);
        }
    }
}
