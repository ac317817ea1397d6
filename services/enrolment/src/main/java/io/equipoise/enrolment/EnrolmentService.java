package io.equipoise.enrolment;

import com.mongodb.client.MongoDatabase;
import io.equipoise.enrolment.adapter.cel.CelRules;
import io.equipoise.enrolment.adapter.journal.EnrolmentJournal;
import io.equipoise.enrolment.adapter.kafka.EhrReaction;
import io.equipoise.enrolment.adapter.kafka.EnrolmentLanguage;
import io.equipoise.enrolment.adapter.mongo.HeldStudies;
import io.equipoise.enrolment.adapter.mongo.MongoStudies;
import io.equipoise.enrolment.adapter.mongo.MongoSubjects;
import io.equipoise.enrolment.adapter.schedule.Sweeping;
import io.equipoise.enrolment.application.Assessments;
import io.equipoise.enrolment.application.EligibilityRules;
import io.equipoise.enrolment.application.Enrolments;
import io.equipoise.enrolment.application.Invitations;
import io.equipoise.enrolment.application.People;
import io.equipoise.enrolment.application.PlaceSweeper;
import io.equipoise.enrolment.application.ProtocolFollowed;
import io.equipoise.enrolment.application.Registering;
import io.equipoise.enrolment.application.ScreenFailures;
import io.equipoise.enrolment.application.Screenings;
import io.equipoise.enrolment.application.SiteRuling;
import io.equipoise.enrolment.application.Studies;
import io.equipoise.enrolment.application.SubjectList;
import io.equipoise.enrolment.application.Versions;
import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.Invitation;
import io.equipoise.enrolment.domain.Places;
import io.equipoise.enrolment.domain.SealAnchored;
import io.equipoise.enrolment.domain.Subject;
import io.equipoise.platform.PlatformConfiguration;
import io.equipoise.platform.audit.AnchorBook;
import io.equipoise.platform.audit.AnchorFact;
import io.equipoise.platform.audit.Anchoring;
import io.equipoise.platform.audit.AnchorsEndpoint;
import io.equipoise.platform.audit.ClosedSeal;
import io.equipoise.platform.audit.ThisService;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.consume.Reaction;
import io.equipoise.platform.journal.EventCodec;
import io.equipoise.platform.journal.Journal;
import io.equipoise.platform.journal.KeyVault;
import io.equipoise.platform.projection.OwnProjectionFactory;
import io.equipoise.platform.projection.ProjectionFactory;
import io.equipoise.platform.relay.PublishedLanguage;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Screening and enrolment at a glance: which parts exist and how they are joined. */
@SpringBootApplication
@Import(PlatformConfiguration.class)
public class EnrolmentService {
    /** Study-design anchors everybody else's seals and cannot anchor its own: those are anchored here. */
    private static final AnchorFact<EnrolmentEvent> ANCHORED = new AnchorFact<>(
            heard -> new SealAnchored(heard.service(), heard.lane(), heard.to(), heard.seal()),
            fact -> fact instanceof SealAnchored(var service, var lane, var to, var seal)
                    ? Optional.of(new ClosedSeal(service, lane, to, seal))
                    : Optional.empty());

    public static void main(String[] args) {
        SpringApplication.run(EnrolmentService.class, args);
    }

    @Bean
    EventCodec<EnrolmentEvent> codec(JsonMapper json, KeyVault keys) {
        return EnrolmentJournal.codec(json, keys);
    }

    @Bean
    PublishedLanguage<EnrolmentEvent> language() {
        return new EnrolmentLanguage();
    }

    @Bean
    EligibilityRules rules() {
        return new CelRules();
    }

    @Bean
    ProjectionFactory studiesProjection(EligibilityRules rules, JsonMapper json) {
        return new ProjectionFactory(database -> new MongoStudies(database, rules, json));
    }

    @Bean
    OwnProjectionFactory<EnrolmentEvent> subjectsProjection() {
        return new OwnProjectionFactory<>(MongoSubjects::new);
    }

    @Bean
    ProjectionFactory holdsProjection(EligibilityRules rules, JsonMapper json) {
        return new ProjectionFactory(database -> held(database, rules, json));
    }

    @Bean
    SiteRuling studies(
            MongoDatabase database, EligibilityRules rules, JsonMapper json, Journal<EnrolmentEvent> journal) {
        return new SiteRuling(held(database, rules, json), rules, journal);
    }

    private static HeldStudies held(MongoDatabase database, EligibilityRules rules, JsonMapper json) {
        return new HeldStudies(database, new MongoStudies(database, rules, json));
    }

    @Bean
    SubjectList subjects(MongoDatabase database) {
        return new MongoSubjects(database);
    }

    @Bean
    People people(Journal<EnrolmentEvent> journal, Studies studies, EligibilityRules rules) {
        return new People(
                new CommandHandler<>(journal, Subject.DECIDER, new ProtocolFollowed(studies)), studies, rules);
    }

    @Bean
    Invitations invitations(People people, Journal<EnrolmentEvent> journal) {
        return new Invitations(people, new CommandHandler<>(journal, Invitation.DECIDER));
    }

    @Bean
    Registering registering(People people, SubjectList subjects, Invitations invitations) {
        return new Registering(people, subjects, invitations);
    }

    @Bean
    Versions versions(People people, SubjectList subjects) {
        return new Versions(people, subjects);
    }

    @Bean
    ScreenFailures screenFailures(People people, SubjectList subjects) {
        return new ScreenFailures(people, subjects);
    }

    @Bean
    Screenings screenings(People people) {
        return new Screenings(people);
    }

    @Bean
    Assessments assessments(People people) {
        return new Assessments(people);
    }

    @Bean
    Enrolments enrolments(People people, Journal<EnrolmentEvent> journal) {
        return new Enrolments(people, new CommandHandler<>(journal, Places.DECIDER));
    }

    @Bean
    Sweeping sweeping(
            Studies studies, People people, Enrolments enrolments, Journal<EnrolmentEvent> journal, Clock clock) {
        return new Sweeping(new PlaceSweeper(studies, people, enrolments, journal), clock);
    }

    @Bean
    Reaction anchoring(ThisService me, Journal<EnrolmentEvent> journal, Clock clock) {
        return new Anchoring<>(me, "study-design"::equals, journal, ANCHORED, clock);
    }

    @Bean
    OwnProjectionFactory<EnrolmentEvent> anchorsProjection() {
        return new OwnProjectionFactory<>(EnrolmentService::anchors);
    }

    @Bean
    AnchorsEndpoint anchorsEndpoint(ThisService me, MongoDatabase database) {
        return new AnchorsEndpoint(me, anchors(database));
    }

    private static AnchorBook<EnrolmentEvent> anchors(MongoDatabase database) {
        return new AnchorBook<>(database, ANCHORED);
    }

    @Bean
    Reaction ehr(Screenings screenings, Clock clock) {
        return new EhrReaction(screenings, clock);
    }
}
