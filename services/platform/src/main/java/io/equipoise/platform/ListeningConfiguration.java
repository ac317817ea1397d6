package io.equipoise.platform;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.audit.ConsumingEndpoint;
import io.equipoise.platform.audit.ProjectionsEndpoint;
import io.equipoise.platform.audit.SealTelling;
import io.equipoise.platform.audit.ThisService;
import io.equipoise.platform.consume.Consumption;
import io.equipoise.platform.consume.DeadLetters;
import io.equipoise.platform.consume.Inbox;
import io.equipoise.platform.consume.Listener;
import io.equipoise.platform.consume.Listener.Subscription;
import io.equipoise.platform.consume.ProtocolsHeard;
import io.equipoise.platform.consume.Reaction;
import io.equipoise.platform.journal.Bookmarks;
import io.equipoise.platform.projection.OwnReplay;
import io.equipoise.platform.projection.ProjectionCheck;
import io.equipoise.platform.projection.ProjectionFactory;
import io.equipoise.platform.projection.Projections;
import io.equipoise.platform.projection.Renewal;
import io.equipoise.platform.projection.Replays;
import io.equipoise.platform.web.StrictJson;
import io.equipoise.platform.web.WebConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaOperations;
import tools.jackson.databind.json.JsonMapper;

/** What a service needs that only listens: doors, identity, consuming, projections. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EquipoiseSettings.class)
@Import(WebConfiguration.class)
public class ListeningConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    JsonMapper json() {
        return StrictJson.mapper();
    }

    @Bean
    MongoDatabase database(MongoClient mongo, @Value("${spring.application.name}") String name) {
        return mongo.getDatabase(name);
    }

    @Bean
    Projections projections(MongoDatabase database, ObjectProvider<ProjectionFactory> factories) {
        return new Projections(database, factories.orderedStream().toList());
    }

    @Bean
    Consumption consumption(
            Projections projections, ObjectProvider<Reaction> reactions, MeterRegistry meters, Clock clock) {
        return new Consumption(projections.living(), reactions.orderedStream().toList(), meters, clock);
    }

    @Bean
    Inbox inbox(
            MongoDatabase database,
            JsonMapper json,
            Consumption consumption,
            ProtocolsHeard protocols,
            MeterRegistry meters) {
        var inbox = new Inbox(database, json, consumption, protocols);
        meters.gauge("equipoise.parked.messages", inbox, Inbox::parked);
        return inbox;
    }

    @Bean
    ProtocolsHeard protocolsHeard(MongoDatabase database) {
        return new ProtocolsHeard(database);
    }

    @Bean
    DeadLetters deadLetters(MongoDatabase database, MeterRegistry meters) {
        var letters = new DeadLetters(database.getCollection("dead_letters"));
        meters.gauge("equipoise.dead.letters", letters, DeadLetters::open);
        return letters;
    }

    @Bean
    Listener listener(
            Inbox inbox,
            DeadLetters deadLetters,
            ConsumerFactory<String, byte[]> consumers,
            KafkaOperations<String, byte[]> kafka,
            Subscription subscription) {
        return new Listener(inbox, deadLetters, consumers, kafka, subscription);
    }

    @Bean
    Subscription subscription(Consumption consumption, @Value("${spring.application.name}") String name) {
        return new Subscription(name, List.copyOf(consumption.topics()));
    }

    /** The topics that are listened to, their dead letters, and the seals; a service that tells adds its own. */
    @Bean
    KafkaAdmin.NewTopics heardTopics(Subscription subscription, EquipoiseSettings settings) {
        var names = new TreeSet<>(subscription.topics());
        names.add(SealTelling.TOPIC);
        return topics(names, settings);
    }

    static KafkaAdmin.NewTopics topics(Iterable<String> names, EquipoiseSettings settings) {
        var all = new TreeSet<String>();
        names.forEach(name -> {
            all.add(name);
            all.add(name + "-dlt");
        });
        return new KafkaAdmin.NewTopics(all.stream()
                .map(name -> TopicBuilder.name(name)
                        .partitions(settings.partitions())
                        .replicas(settings.replicas())
                        .config("retention.ms", "-1")
                        .build())
                .toArray(NewTopic[]::new));
    }

    /** A listener that has died does not look well: whoever watches the service starts it again. */
    @Bean
    HealthIndicator consumingHealthIndicator(Listener listener) {
        return () -> {
            if (listener.isRunning()) {
                return Health.up().build();
            }
            return listener.isHeld()
                    ? Health.outOfService()
                            .withDetail("consuming", "read models are being built anew")
                            .build()
                    : Health.down().withDetail("consuming", "stopped").build();
        };
    }

    @Bean
    Renewal renewal(
            MongoDatabase database,
            Projections projections,
            ObjectProvider<OwnReplay> own,
            Replays replays,
            Renewal.Reading reading) {
        return new Renewal(
                projections, Optional.ofNullable(own.getIfAvailable()), replays, reading, new Bookmarks(database));
    }

    @Bean
    Renewal.Reading reading(Inbox inbox, Listener listener) {
        return new Renewal.Reading(inbox, listener);
    }

    @Bean
    Replays replays(
            Projections projections,
            Listener listener,
            Inbox inbox,
            ProjectionCheck check,
            ObjectProvider<OwnReplay> own) {
        return new Replays(projections, listener, inbox, check, Optional.ofNullable(own.getIfAvailable()));
    }

    @Bean
    ProjectionCheck projectionCheck(
            MongoClient mongo, MongoDatabase database, ConsumerFactory<String, byte[]> consumers, JsonMapper json) {
        return new ProjectionCheck(database, mongo.getDatabase(database.getName() + "-replay"), consumers, json);
    }

    @Bean
    ThisService thisService(@Value("${spring.application.name}") String name) {
        return new ThisService(name);
    }

    @Bean
    ConsumingEndpoint consumingEndpoint(
            ThisService me, Listener listener, Inbox inbox, DeadLetters deadLetters, Consumption consumption) {
        return new ConsumingEndpoint(me, listener, inbox, deadLetters, consumption);
    }

    @Bean
    ProjectionsEndpoint projectionsEndpoint(ThisService me, Replays replays) {
        return new ProjectionsEndpoint(me, replays);
    }
}
