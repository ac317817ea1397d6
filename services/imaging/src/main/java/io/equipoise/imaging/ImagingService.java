package io.equipoise.imaging;

import com.mongodb.client.MongoDatabase;
import io.equipoise.imaging.adapter.clock.MissingScanSweeper;
import io.equipoise.imaging.adapter.dicom.stow.UploadLimit;
import io.equipoise.imaging.adapter.disk.DiskPixelStore;
import io.equipoise.imaging.adapter.journal.ImagingJournal;
import io.equipoise.imaging.adapter.kafka.ImagingLanguage;
import io.equipoise.imaging.adapter.mongo.MongoCrossoverPlans;
import io.equipoise.imaging.adapter.mongo.MongoScanNumbers;
import io.equipoise.imaging.adapter.mongo.MongoScanPlans;
import io.equipoise.imaging.adapter.mongo.MongoScans;
import io.equipoise.imaging.adapter.mongo.ScanProjection;
import io.equipoise.imaging.adapter.mongo.TrialProjection;
import io.equipoise.imaging.application.CivilDays;
import io.equipoise.imaging.application.Fingerprints;
import io.equipoise.imaging.application.JudgingScans;
import io.equipoise.imaging.application.LesionCounting;
import io.equipoise.imaging.application.MissingScans;
import io.equipoise.imaging.application.PixelStore;
import io.equipoise.imaging.application.ReceivingScans;
import io.equipoise.imaging.application.ScanPlans;
import io.equipoise.imaging.application.Scans;
import io.equipoise.imaging.application.Worklist;
import io.equipoise.imaging.domain.ExpectationCommand;
import io.equipoise.imaging.domain.Expectations;
import io.equipoise.imaging.domain.ImagingEvent;
import io.equipoise.imaging.domain.Scan;
import io.equipoise.imaging.domain.ScanCommand;
import io.equipoise.platform.PlatformConfiguration;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.consume.ProtocolsHeard;
import io.equipoise.platform.journal.EventCodec;
import io.equipoise.platform.journal.Journal;
import io.equipoise.platform.journal.KeyVault;
import io.equipoise.platform.projection.OwnProjectionFactory;
import io.equipoise.platform.projection.ProjectionFactory;
import io.equipoise.platform.relay.PublishedLanguage;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Imaging at a glance: which parts exist and how they are joined. */
@SpringBootApplication
@EnableConfigurationProperties(ImagingSettings.class)
@Import(PlatformConfiguration.class)
public class ImagingService {

    public static void main(String[] arguments) {
        SpringApplication.run(ImagingService.class, arguments);
    }

    @Bean
    EventCodec<ImagingEvent> codec(JsonMapper json, KeyVault keys) {
        return ImagingJournal.codec(json, keys);
    }

    @Bean
    PublishedLanguage<ImagingEvent> language() {
        return new ImagingLanguage();
    }

    @Bean
    ProjectionFactory trialProjection() {
        return new ProjectionFactory(TrialProjection::new);
    }

    @Bean
    OwnProjectionFactory<ImagingEvent> scanProjection() {
        return new OwnProjectionFactory<>(ScanProjection::new);
    }

    @Bean
    ScanPlans plans(MongoDatabase database) {
        return new MongoScanPlans(database);
    }

    @Bean
    Scans scans(MongoDatabase database) {
        return new MongoScans(database);
    }

    @Bean
    PixelStore pixels(ImagingSettings settings) {
        return new DiskPixelStore(settings.store());
    }

    @Bean
    UploadLimit uploadLimit(ImagingSettings settings) {
        return new UploadLimit(settings.uploadLimit());
    }

    @Bean
    CivilDays days(Clock clock, ScanPlans plans) {
        return new CivilDays(clock, plans);
    }

    @Bean
    CommandHandler<Scan, ScanCommand, ImagingEvent> scanHandler(
            Journal<ImagingEvent> journal, ProtocolsHeard protocols) {
        return new CommandHandler<>(journal, Scan.DECIDER, protocols.told("enrolment", ImagingService::person));
    }

    @Bean
    CommandHandler<Expectations, ExpectationCommand, ImagingEvent> expectations(
            Journal<ImagingEvent> journal, ProtocolsHeard protocols) {
        return new CommandHandler<>(journal, Expectations.DECIDER, protocols.told("enrolment", ImagingService::person));
    }

    /** As enrolment tells of whom a fact is about. */
    private static String person(ImagingEvent fact) {
        return "subject/" + fact.subject();
    }

    @Bean
    ReceivingScans receiving(
            CommandHandler<Scan, ScanCommand, ImagingEvent> handler,
            MongoDatabase database,
            ScanPlans plans,
            PixelStore pixels,
            CivilDays days) {
        return new ReceivingScans(handler, plans, new MongoScanNumbers(database, new RandomNumbers()), pixels, days);
    }

    @Bean
    Fingerprints fingerprints(KeyVault keys) {
        return (study, text) -> keys.fingerprint("study/" + study, text);
    }

    @Bean
    JudgingScans judging(
            CommandHandler<Scan, ScanCommand, ImagingEvent> handler, CivilDays days, Fingerprints fingerprints) {
        return new JudgingScans(handler, days, fingerprints);
    }

    @Bean
    Worklist worklist(Scans scans) {
        return new Worklist(scans);
    }

    @Bean
    LesionCounting lesions(
            CommandHandler<Scan, ScanCommand, ImagingEvent> handler,
            MongoDatabase database,
            ScanPlans plans,
            Scans scans,
            CivilDays days) {
        return new LesionCounting(handler, new MongoCrossoverPlans(database), plans, scans, days);
    }

    @Bean
    MissingScans missing(
            CommandHandler<Expectations, ExpectationCommand, ImagingEvent> expectations,
            ScanPlans plans,
            Scans scans,
            CivilDays days,
            Clock clock) {
        return new MissingScans(expectations, plans, scans, days, clock);
    }

    @Bean
    MissingScanSweeper sweeper(MissingScans missing, ImagingSettings settings) {
        return new MissingScanSweeper(missing, settings.sweepEvery(), settings.missingAfter());
    }
}
