package io.equipoise.randomization;

import com.mongodb.client.MongoDatabase;
import io.equipoise.pages.PagesConfiguration;
import io.equipoise.platform.PlatformConfiguration;
import io.equipoise.platform.audit.TrailRule;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.consume.ProtocolsHeard;
import io.equipoise.platform.journal.EventCodec;
import io.equipoise.platform.journal.Journal;
import io.equipoise.platform.journal.KeyVault;
import io.equipoise.platform.projection.ProjectionFactory;
import io.equipoise.platform.relay.PublishedLanguage;
import io.equipoise.randomization.adapter.kafka.AllocationLanguage;
import io.equipoise.randomization.adapter.kafka.OriginTold;
import io.equipoise.randomization.adapter.kafka.SafetyTold;
import io.equipoise.randomization.adapter.mongo.MongoPeople;
import io.equipoise.randomization.adapter.mongo.MongoStudies;
import io.equipoise.randomization.adapter.mongo.PeopleProjection;
import io.equipoise.randomization.adapter.mongo.StudyProjection;
import io.equipoise.randomization.application.Allocations;
import io.equipoise.randomization.application.BreakingCodes;
import io.equipoise.randomization.application.DeclaringSchemes;
import io.equipoise.randomization.application.DrawingLists;
import io.equipoise.randomization.application.Fingerprints;
import io.equipoise.randomization.application.People;
import io.equipoise.randomization.application.SealingEnvelopes;
import io.equipoise.randomization.application.Studies;
import io.equipoise.randomization.application.Supplying;
import io.equipoise.randomization.application.Treating;
import io.equipoise.randomization.application.TryingDesigns;
import io.equipoise.randomization.application.UploadingLists;
import io.equipoise.randomization.domain.Allocation;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.AllocationEvent.ArmAllocated;
import io.equipoise.randomization.domain.AllocationEvent.ArmReallocated;
import io.equipoise.randomization.domain.AllocationEvent.CodeBreakAssessed;
import io.equipoise.randomization.domain.AllocationEvent.CodeBreakRefused;
import io.equipoise.randomization.domain.AllocationEvent.CodeBreakRequested;
import io.equipoise.randomization.domain.AllocationEvent.CodeBroken;
import io.equipoise.randomization.domain.AllocationEvent.EnvelopeOpened;
import io.equipoise.randomization.domain.AllocationEvent.EnvelopesSealed;
import io.equipoise.randomization.domain.AllocationEvent.KitDispensed;
import io.equipoise.randomization.domain.AllocationEvent.KitReturned;
import io.equipoise.randomization.domain.AllocationEvent.KitsReceived;
import io.equipoise.randomization.domain.AllocationEvent.ListApproved;
import io.equipoise.randomization.domain.AllocationEvent.ListDrafted;
import io.equipoise.randomization.domain.AllocationEvent.ListDrawn;
import io.equipoise.randomization.domain.AllocationEvent.ListReleased;
import io.equipoise.randomization.domain.AllocationEvent.OpeningKeyMade;
import io.equipoise.randomization.domain.AllocationEvent.OpeningKeyReplaced;
import io.equipoise.randomization.domain.AllocationEvent.OpeningKeyReplacementAsked;
import io.equipoise.randomization.domain.AllocationEvent.OpeningShareGiven;
import io.equipoise.randomization.domain.AllocationEvent.SchemeDeclared;
import io.equipoise.randomization.domain.AllocationEvent.SeedCommitted;
import io.equipoise.randomization.domain.AllocationEvent.SequencesSettled;
import io.equipoise.randomization.domain.AllocationEvent.SubjectRandomized;
import io.equipoise.randomization.domain.AllocationEvent.SubjectRerandomized;
import io.equipoise.randomization.domain.EnvelopeCommand;
import io.equipoise.randomization.domain.Envelopes;
import java.security.SecureRandom;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Allocation, kits, dispensing, code break: all the wiring of the only room that knows the arm. */
@SpringBootApplication
@Import({PlatformConfiguration.class, PagesConfiguration.class})
public class RandomizationService {

    public static void main(String[] arguments) {
        SpringApplication.run(RandomizationService.class, arguments);
    }

    /** What can tell an arm, and what people wrote about a person, is encrypted under the study's key. */
    static EventCodec<AllocationEvent> codec(JsonMapper json, KeyVault keys) {
        var others = SafetyWiring.named(SupplyJournal.named(EventCodec.of(json, keys)));
        return withEnvelopes(withDesigns(OtherSystemsWiring.named(others)))
                .secret(
                        "ListDrawn.v1",
                        ListDrawn.class,
                        fact -> scope(fact.study()),
                        "seed",
                        "shares",
                        "blockSizes",
                        "strata")
                .event("SubjectRerandomized.v1", SubjectRerandomized.class)
                .secret("ArmReallocated.v1", ArmReallocated.class, fact -> scope(fact.study()), "arm")
                .event("SubjectRandomized.v1", SubjectRandomized.class)
                .secret("ArmAllocated.v1", ArmAllocated.class, fact -> scope(fact.study()), "arm")
                .secret("KitsReceived.v1", KitsReceived.class, fact -> scope(fact.study()), "lot", "kits")
                .event("KitDispensed.v1", KitDispensed.class)
                .secret("KitReturned.v1", KitReturned.class, fact -> scope(fact.study()), "reason")
                .secret("CodeBroken.v1", CodeBroken.class, fact -> scope(fact.study()), "reason")
                .secret("CodeBreakRequested.v1", CodeBreakRequested.class, fact -> scope(fact.study()), "requestedBy")
                .event("CodeBreakRefused.v1", CodeBreakRefused.class);
    }

    private static EventCodec<AllocationEvent> withDesigns(EventCodec<AllocationEvent> codec) {
        return codec.secret(
                        "SchemeDeclared.v1",
                        SchemeDeclared.class,
                        fact -> scope(fact.study()),
                        "algorithm",
                        "seed",
                        "shares",
                        "factors",
                        "parameters")
                .event("SeedCommitted.v1", SeedCommitted.class)
                .secret("ListDrafted.v1", ListDrafted.class, fact -> scope(fact.study()), "seed", "shares", "strata")
                .secret(
                        "SequencesSettled.v1",
                        SequencesSettled.class,
                        fact -> scope(fact.study()),
                        "periods",
                        "sequences")
                .event("ListApproved.v1", ListApproved.class)
                .event("ListReleased.v1", ListReleased.class);
    }

    private static EventCodec<AllocationEvent> withEnvelopes(EventCodec<AllocationEvent> codec) {
        return codec.secret("OpeningKeyMade.v1", OpeningKeyMade.class, fact -> scope(fact.study()), "key", "slopes")
                .event("OpeningKeyReplacementAsked.v1", OpeningKeyReplacementAsked.class)
                .secret("OpeningKeyReplaced.v1", OpeningKeyReplaced.class, fact -> scope(fact.study()), "key", "slopes")
                .event("OpeningShareGiven.v1", OpeningShareGiven.class)
                .event("EnvelopesSealed.v1", EnvelopesSealed.class)
                .secret("EnvelopeOpened.v1", EnvelopeOpened.class, fact -> scope(fact.study()), "reason")
                .secret("CodeBreakAssessed.v1", CodeBreakAssessed.class, fact -> scope(fact.study()), "impact");
    }

    private static String scope(String study) {
        return "study/" + study;
    }

    @Bean
    EventCodec<AllocationEvent> codec(KeyVault keys, JsonMapper json) {
        return codec(json, keys);
    }

    /** Whoever breaks a code or packs a kit may know the arm: why they did it is not shown in the audit trail. */
    static TrailRule trailRule() {
        return new TrailRule(false);
    }

    @Bean
    TrailRule trail() {
        return trailRule();
    }

    @Bean
    PublishedLanguage<AllocationEvent> language(KeyVault keys, SafetyTold safety, OriginTold origins) {
        return new AllocationLanguage(keys::encrypt, safety, origins);
    }

    @Bean
    ProjectionFactory studyProjection() {
        return new ProjectionFactory(StudyProjection::new);
    }

    @Bean
    ProjectionFactory peopleProjection() {
        return new ProjectionFactory(PeopleProjection::new);
    }

    @Bean
    MongoStudies studies(MongoDatabase database) {
        return new MongoStudies(database);
    }

    @Bean
    People people(MongoDatabase database) {
        return new MongoPeople(database);
    }

    @Bean
    Fingerprints fingerprints(KeyVault keys) {
        return (study, fingerprint) -> keys.fingerprint(scope(study), fingerprint);
    }

    @Bean
    Allocations allocations(Journal<AllocationEvent> journal, ProtocolsHeard protocols) {
        return new Allocations(new CommandHandler<>(
                journal, Allocation.DECIDER, (after, facts) -> new ProtocolOf(protocols).whomTheyAreAbout(facts)));
    }

    @Bean
    DrawingLists drawingLists(Studies studies, Allocations allocations, Fingerprints fingerprints) {
        return new DrawingLists(studies, allocations, fingerprints);
    }

    @Bean
    DeclaringSchemes declaringSchemes(Studies studies, Allocations allocations, Fingerprints fingerprints) {
        return new DeclaringSchemes(studies, allocations, fingerprints, new SecureRandom()::nextBytes);
    }

    @Bean
    UploadingLists uploadingLists(Studies studies, Allocations allocations, Fingerprints fingerprints) {
        return new UploadingLists(studies, allocations, fingerprints, new SecureRandom()::nextBytes);
    }

    @Bean
    TryingDesigns tryingDesigns(Studies studies) {
        return new TryingDesigns(studies);
    }

    @Bean
    Treating treating(Studies studies, People people, Allocations allocations) {
        return new Treating(studies, people, allocations);
    }

    @Bean
    Supplying supplying(Studies studies, Allocations allocations, Fingerprints fingerprints) {
        return new Supplying(studies, allocations, fingerprints, new SecureRandom()::nextInt);
    }

    @Bean
    BreakingCodes breakingCodes(Studies studies, Allocations allocations) {
        return new BreakingCodes(studies, allocations);
    }

    @Bean
    SealingEnvelopes sealingEnvelopes(
            Allocations allocations, BreakingCodes codes, Journal<AllocationEvent> journal, ProtocolsHeard protocols) {
        var chance = new SecureRandom();
        var handler = new CommandHandler<Envelopes, EnvelopeCommand, AllocationEvent>(
                journal, Envelopes.DECIDER, (after, facts) -> new ProtocolOf(protocols).whomTheyAreAbout(facts));
        return new SealingEnvelopes(allocations, codes, handler, length -> bytes(chance, length));
    }

    private static byte[] bytes(SecureRandom chance, int length) {
        var bytes = new byte[length];
        chance.nextBytes(bytes);
        return bytes;
    }
}
