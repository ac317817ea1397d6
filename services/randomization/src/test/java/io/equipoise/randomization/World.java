package io.equipoise.randomization;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.TestRecipient;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.hpke.RecipientKey;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.KeyVault;
import io.equipoise.platform.journal.MongoJournal;
import io.equipoise.platform.web.StrictJson;
import io.equipoise.randomization.adapter.kafka.AllocationLanguage;
import io.equipoise.randomization.adapter.kafka.OriginTold;
import io.equipoise.randomization.adapter.kafka.SafetyTold;
import io.equipoise.randomization.adapter.mongo.EventsProjection;
import io.equipoise.randomization.adapter.mongo.ExpectedDosesProjection;
import io.equipoise.randomization.adapter.mongo.MongoExpectedDoses;
import io.equipoise.randomization.adapter.mongo.MongoPeople;
import io.equipoise.randomization.adapter.mongo.MongoStudies;
import io.equipoise.randomization.adapter.mongo.PeopleProjection;
import io.equipoise.randomization.adapter.mongo.StudyProjection;
import io.equipoise.randomization.application.Allocations;
import io.equipoise.randomization.application.BreakingCodes;
import io.equipoise.randomization.application.BreakingForSafety;
import io.equipoise.randomization.application.DeclaringSchemes;
import io.equipoise.randomization.application.DrawingLists;
import io.equipoise.randomization.application.Fingerprints;
import io.equipoise.randomization.application.KitHistories;
import io.equipoise.randomization.application.Resupplying;
import io.equipoise.randomization.application.SealingEnvelopes;
import io.equipoise.randomization.application.StockKeeping;
import io.equipoise.randomization.application.StockViews;
import io.equipoise.randomization.application.Supplying;
import io.equipoise.randomization.application.Treating;
import io.equipoise.randomization.application.UploadingLists;
import io.equipoise.randomization.domain.Allocation;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.Envelopes;
import io.equipoise.store.EmbeddedStore;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The service's own parts, wired as in production over an embedded store, told of one study by messages. */
public final class World implements AutoCloseable {
    public static final String STUDY = "NCT07146087";
    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    public static final JsonMapper JSON = StrictJson.mapper();
    private static final byte[] TEST_MASTER = "a key for tests only, 32 bytes..".getBytes(StandardCharsets.US_ASCII);

    private final EmbeddedStore store = EmbeddedStore.temporary();
    private final MongoClient client = MongoClients.create(store.uri());
    private final AtomicLong told = new AtomicLong();
    public final MongoDatabase database = client.getDatabase("randomization");
    public final KeyVault keys = keys(database);
    public final Process process = new Process();

    public static KeyVault keys(MongoDatabase database) {
        return new KeyVault(database.getCollection("keys"), TEST_MASTER);
    }

    /** One process of the service; a second one over the same store races with the first. */
    public final class Process {
        public final MongoJournal<AllocationEvent> journal = new MongoJournal<>(
                database.getCollection("journal"), RandomizationService.codec(JSON, keys(database)), 1);
        public final Allocations allocations = new Allocations(new CommandHandler<>(journal, Allocation.DECIDER));
        private final MongoStudies studies = new MongoStudies(database);
        private final Fingerprints fingerprints = (study, text) -> keys.fingerprint("study/" + study, text);
        public final DrawingLists lists = new DrawingLists(studies, allocations, fingerprints);
        public final DeclaringSchemes schemes =
                new DeclaringSchemes(studies, allocations, fingerprints, World::counted);
        public final UploadingLists uploads = new UploadingLists(studies, allocations, fingerprints, World::counted);
        public final Treating treating = new Treating(studies, new MongoPeople(database), allocations);
        public final Supplying supplying = new Supplying(studies, allocations, fingerprints, bound -> 7);
        public final StockKeeping keeping = new StockKeeping(studies, allocations, fingerprints);
        public final StockViews views = new StockViews(allocations, new MongoExpectedDoses(database));
        public final Resupplying resupplying = new Resupplying(keeping, allocations, views);
        public final KitHistories histories = new KitHistories(journal, allocations);
        public final BreakingCodes codes = new BreakingCodes(studies, allocations);
        public final BreakingForSafety safety =
                new BreakingForSafety(studies, new EventsProjection(database), allocations, codes, true);
        public final SealingEnvelopes sealing = new SealingEnvelopes(
                allocations, codes, new CommandHandler<>(journal, Envelopes.DECIDER), World::countedBytes);
    }

    /** What is told, sealed to a safety office of tests. */
    public AllocationLanguage language() {
        return language(Optional.of(TestRecipient.sealing()));
    }

    /** Sealed to this key, or to nobody. */
    public AllocationLanguage language(Optional<RecipientKey> office) {
        return new AllocationLanguage(keys::encrypt, new SafetyTold(office), new OriginTold(office));
    }

    /** An adverse event of a subject, as adverse-event tells it. */
    public void reported(String event, SubjectId subject, boolean serious) {
        hear(
                "adverse-events",
                "AdverseEventReported.v1",
                "{'event':'%s','subject':'%s','study':'%s','site':'%s','serious':%s,'onset':'2026-11-01'}"
                        .formatted(event, subject, subject.study(), subject.site(), serious));
    }

    /** Chance that is the same in each world: 0, 1, 2, ... */
    private static byte[] countedBytes(int length) {
        var bytes = new byte[length];
        for (int at = 0; at < length; at++) {
            bytes[at] = (byte) at;
        }
        return bytes;
    }

    /** Bytes that are no chance at all, so that two worlds have the same. */
    private static void counted(byte[] bytes) {
        for (int n = 0; n < bytes.length; n++) {
            bytes[n] = (byte) n;
        }
    }

    /** The study with these arms, in this order, one to one, stratified as given, under way with site 01. */
    public World withStudy(List<String> arms, String strata) {
        hear("studies", "StudyDefined.v1", definition(arms, strata));
        hear("studies", "StudyActivated.v1", "{'study':'%s','version':1,'activatedOn':'2025-02-03'}".formatted(STUDY));
        status("RECRUITING");
        hear(
                "studies",
                "SiteOpened.v1",
                "{'study':'%s','site':'01','zone':'Europe/Berlin','openedOn':'2025-02-10'}".formatted(STUDY));
        return this;
    }

    public void status(String status) {
        hear(
                "studies",
                "StudyStatusChanged.v1",
                "{'study':'%s','status':'%s','asOf':'2025-02-03','reason':'so'}".formatted(STUDY, status));
    }

    public void enrolled(SubjectId subject, String strata) {
        hear(
                "enrolment",
                "SubjectEnrolled.v1",
                "{'subject':'%s','study':'%s','site':'%s','enrolledOn':'2025-03-10','ordinal':1,'strata':%s}"
                        .formatted(subject, subject.study(), subject.site(), strata));
    }

    public void withdrawn(SubjectId subject) {
        hear(
                "enrolment",
                "SubjectWithdrawn.v1",
                "{'subject':'%s','study':'%s','site':'01','on':'2025-09-01','scope':'STUDY','reason':'so'}"
                        .formatted(subject, STUDY));
    }

    public void hear(String topic, String type, String json) {
        var heard = heard(topic, type, told.incrementAndGet(), json);
        new StudyProjection(database).apply(heard);
        new PeopleProjection(database).apply(heard);
        new ExpectedDosesProjection(database).apply(heard);
        new EventsProjection(database).apply(heard);
    }

    public static Heard heard(String topic, String type, long version, String json) {
        var data = JSON.readTree(json.replace('\'', '"'));
        return new Heard("test", topic, "stream", version, 1, type, data, NOW, null, null, null);
    }

    public static String definition(List<String> arms, String strata) {
        return "{'study':'%s','version':1,'title':'t','definition':{'study':'%s','design':{'arms':[%s],"
                        .formatted(
                                STUDY,
                                STUDY,
                                arms.stream()
                                        .map("{'arm':'%1$s','title':'%1$s in full'}"::formatted)
                                        .collect(Collectors.joining(",")))
                + "'allocation':{'basis':'stated','value':'RANDOMIZED'},'strata':{'basis':'stated','value':%s},"
                        .formatted(strata)
                + "'ratio':{'basis':'assumed','value':{%s}}}},'assumptions':[],'gaps':[]}"
                        .formatted(arms.stream().map("'%s':1"::formatted).collect(Collectors.joining(",")));
    }

    public static Attribution by(String actor, String key) {
        return new Attribution(actor + ":" + key, "same", actor, "role", NOW, null, null, "correlation", null, null);
    }

    @Override
    public void close() {
        client.close();
        store.close();
    }
}
