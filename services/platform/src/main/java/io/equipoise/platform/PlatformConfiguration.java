package io.equipoise.platform;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.audit.AuditTrail;
import io.equipoise.platform.audit.JournalEndpoint;
import io.equipoise.platform.audit.SealBook;
import io.equipoise.platform.audit.SealTelling;
import io.equipoise.platform.audit.Sealer;
import io.equipoise.platform.audit.SealsEndpoint;
import io.equipoise.platform.audit.ThisService;
import io.equipoise.platform.audit.TrailEndpoint;
import io.equipoise.platform.audit.TrailRule;
import io.equipoise.platform.hpke.RecipientKeys;
import io.equipoise.platform.journal.Bookmarks;
import io.equipoise.platform.journal.EventCodec;
import io.equipoise.platform.journal.Journal;
import io.equipoise.platform.journal.KeyVault;
import io.equipoise.platform.journal.MongoJournal;
import io.equipoise.platform.journal.Tail;
import io.equipoise.platform.projection.JournalReplay;
import io.equipoise.platform.projection.OwnProjectionFactory;
import io.equipoise.platform.projection.OwnProjections;
import io.equipoise.platform.projection.OwnReplay;
import io.equipoise.platform.relay.KafkaIdentity;
import io.equipoise.platform.relay.PublishedLanguage;
import io.equipoise.platform.relay.Relay;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service needs that owns facts: all of {@link ListeningConfiguration}, and a journal, its relay and its seals.
 * The service gives an {@link EventCodec} and a {@link PublishedLanguage}.
 */
@Configuration(proxyBeanMethods = false)
@Import(ListeningConfiguration.class)
public class PlatformConfiguration {
    @Bean
    InstallationKeys installationKeys(EquipoiseSettings settings) throws IOException {
        return InstallationKeys.of(settings);
    }

    @Bean
    RecipientKeys recipientKeys(InstallationKeys installation) {
        return installation.recipient();
    }

    @Bean
    KeyVault keys(MongoDatabase database, InstallationKeys installation) {
        return new KeyVault(database.getCollection("keys"), Base64.getDecoder().decode(installation.master()));
    }

    @Bean
    <E> Journal<E> journal(MongoDatabase database, EventCodec<E> codec, EquipoiseSettings settings) {
        return new MongoJournal<>(database.getCollection("journal"), codec, settings.lanes());
    }

    @Bean
    <E> OwnProjections<E> ownProjections(MongoDatabase database, ObjectProvider<OwnProjectionFactory<E>> factories) {
        return new OwnProjections<>(database, factories.orderedStream().toList());
    }

    @Bean
    <E> OwnReplay ownReplay(Journal<E> journal, OwnProjections<E> projections, @Qualifier("own") Tail<E> own) {
        return new JournalReplay<>(journal, projections, own);
    }

    @Bean
    Bookmarks bookmarks(MongoDatabase database) {
        return new Bookmarks(database);
    }

    @Bean
    <E> Tail<E> own(Journal<E> journal, Bookmarks bookmarks, OwnProjections<E> projections) {
        return new Tail<>("own", journal, bookmarks, projections);
    }

    @Bean
    <E> Relay<E> telling(
            @Value("${spring.application.name}") String service,
            PublishedLanguage<E> language,
            KafkaOperations<String, byte[]> kafka,
            JsonMapper json) {
        return new Relay<>(service, language, kafka, json);
    }

    @Bean
    <E> Tail<E> relay(Journal<E> journal, Bookmarks bookmarks, Relay<E> telling) {
        return new Tail<>("relay", journal, bookmarks, telling);
    }

    @Bean
    KafkaAdmin.NewTopics toldTopics(@Value("${equipoise.tells:}") List<String> tells, EquipoiseSettings settings) {
        return ListeningConfiguration.topics(tells, settings);
    }

    /** A broker that was made anew has forgotten everything: it is told again from the start. */
    @Bean
    KafkaIdentity kafkaIdentity(KafkaAdmin admin, Bookmarks bookmarks, List<Tail<?>> tails) {
        return new KafkaIdentity(admin, bookmarks, tails);
    }

    @Bean
    SealBook seals(MongoDatabase database, @Value("${spring.application.name}") String service) {
        return new SealBook(service, database);
    }

    @Bean
    SealTelling sealTelling(Bookmarks bookmarks, KafkaOperations<String, byte[]> kafka, JsonMapper json, Clock clock) {
        return new SealTelling(bookmarks, kafka, json, clock);
    }

    @Bean
    Sealer sealer(SealBook book, EquipoiseSettings settings, SealTelling telling) {
        return new Sealer(book, settings.lanes(), telling);
    }

    @Bean
    JournalEndpoint journalEndpoint(ThisService me, SealBook seals, EquipoiseSettings settings) {
        return new JournalEndpoint(me, seals, settings.lanes());
    }

    @Bean
    SealsEndpoint sealsEndpoint(
            ThisService me, SealBook seals, EquipoiseSettings settings, InstallationKeys keys, Clock clock) {
        return new SealsEndpoint(me, seals, settings.lanes(), keys.signing(), clock);
    }

    @Bean
    TrailEndpoint trailEndpoint(
            ThisService me, MongoDatabase database, EquipoiseSettings settings, ObjectProvider<TrailRule> rule) {
        var trail = new AuditTrail(database, rule.getIfAvailable(() -> new TrailRule(true)));
        return new TrailEndpoint(me, trail, settings.lanes());
    }

    /** How far each reader of the journal has come: a reader that stands still while the others go on is stuck. */
    @Bean
    MeterBinder journalProgress(List<Tail<?>> tails) {
        return meters -> tails.forEach(tail -> meters.gauge(
                "equipoise.journal.reached", List.of(Tag.of("tail", tail.name())), tail, t -> t.reached(0)));
    }
}
