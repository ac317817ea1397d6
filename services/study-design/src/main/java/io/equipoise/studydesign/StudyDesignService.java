package io.equipoise.studydesign;

import com.mongodb.client.MongoDatabase;
import io.equipoise.pages.PagesConfiguration;
import io.equipoise.platform.PlatformConfiguration;
import io.equipoise.platform.audit.AnchorBook;
import io.equipoise.platform.audit.AnchorFact;
import io.equipoise.platform.audit.Anchoring;
import io.equipoise.platform.audit.AnchorsEndpoint;
import io.equipoise.platform.audit.ClosedSeal;
import io.equipoise.platform.audit.ThisService;
import io.equipoise.platform.consume.Reaction;
import io.equipoise.platform.journal.EventCodec;
import io.equipoise.platform.journal.Journal;
import io.equipoise.platform.journal.KeyVault;
import io.equipoise.platform.projection.OwnProjectionFactory;
import io.equipoise.platform.relay.PublishedLanguage;
import io.equipoise.studydesign.adapter.kafka.StudiesLanguage;
import io.equipoise.studydesign.adapter.schema.PublishedForm;
import io.equipoise.studydesign.application.KeptVersions;
import io.equipoise.studydesign.application.StudyDesign;
import io.equipoise.studydesign.domain.DesignFact;
import io.equipoise.studydesign.domain.DesignFact.SealAnchored;
import io.equipoise.studydesign.domain.DesignFact.SiteOpened;
import io.equipoise.studydesign.domain.DesignFact.SiteVersionActivated;
import io.equipoise.studydesign.domain.DesignFact.StudyActivated;
import io.equipoise.studydesign.domain.DesignFact.StudyDefined;
import io.equipoise.studydesign.domain.DesignFact.StudyStatusChanged;
import io.equipoise.studydesign.domain.Form;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Study definitions, wired by hand. */
@SpringBootApplication
@Import({PlatformConfiguration.class, PagesConfiguration.class})
public class StudyDesignService {
    /** Every seal that another service closed is anchored here; the seals of this one are anchored by enrolment. */
    private static final AnchorFact<DesignFact> ANCHORED = new AnchorFact<>(
            heard -> new SealAnchored(heard.service(), heard.lane(), heard.to(), heard.seal()),
            fact -> fact instanceof SealAnchored(var service, var lane, var to, var seal)
                    ? Optional.of(new ClosedSeal(service, lane, to, seal))
                    : Optional.empty());

    public static void main(String[] arguments) {
        SpringApplication.run(StudyDesignService.class, arguments);
    }

    /** The names under which facts lie in the journal for ever. */
    static EventCodec<DesignFact> names(EventCodec<DesignFact> codec) {
        return codec.event("StudyDefined.v1", StudyDefined.class)
                .event("StudyActivated.v1", StudyActivated.class)
                .event("StudyStatusChanged.v1", StudyStatusChanged.class)
                .event("SiteOpened.v1", SiteOpened.class)
                .event("SiteVersionActivated.v1", SiteVersionActivated.class)
                .event("SealAnchored.v1", SealAnchored.class);
    }

    @Bean
    EventCodec<DesignFact> codec(JsonMapper json, KeyVault keys) {
        return names(EventCodec.of(json, keys));
    }

    @Bean
    PublishedLanguage<DesignFact> language() {
        return new StudiesLanguage();
    }

    @Bean
    OwnProjectionFactory<DesignFact> anchorsProjection() {
        return new OwnProjectionFactory<>(StudyDesignService::anchors);
    }

    @Bean
    AnchorsEndpoint anchorsEndpoint(ThisService me, MongoDatabase database) {
        return new AnchorsEndpoint(me, anchors(database));
    }

    private static AnchorBook<DesignFact> anchors(MongoDatabase database) {
        return new AnchorBook<>(database, ANCHORED);
    }

    @Bean
    Form form() {
        return PublishedForm.form();
    }

    @Bean
    StudyDesign studyDesign(Journal<DesignFact> journal, Form form) {
        return new StudyDesign(journal, form);
    }

    @Bean
    KeptVersions keptVersions(Journal<DesignFact> journal) {
        return new KeptVersions(journal);
    }

    @Bean
    Reaction anchoring(ThisService me, Journal<DesignFact> journal, Clock clock) {
        return new Anchoring<>(me, service -> !service.equals(me.name()), journal, ANCHORED, clock);
    }
}
