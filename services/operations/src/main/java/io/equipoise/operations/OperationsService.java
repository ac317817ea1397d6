package io.equipoise.operations;

import com.mongodb.client.MongoDatabase;
import io.equipoise.operations.adapter.kafka.Ear;
import io.equipoise.operations.adapter.kafka.HearingLines;
import io.equipoise.operations.adapter.mongo.MongoTrials;
import io.equipoise.operations.adapter.mongo.TrialProjection;
import io.equipoise.operations.application.Amendments;
import io.equipoise.operations.application.Boards;
import io.equipoise.operations.application.Changes;
import io.equipoise.operations.application.Hearing;
import io.equipoise.operations.application.Trials;
import io.equipoise.pages.PagesConfiguration;
import io.equipoise.platform.ListeningConfiguration;
import io.equipoise.platform.consume.DeadLetters;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.consume.Inbox;
import io.equipoise.platform.projection.ProjectionFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Period;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The wiring of operations: one projection of every blinded topic, and the pages made from it. */
@SpringBootApplication
@Import({ListeningConfiguration.class, PagesConfiguration.class})
public class OperationsService {

    public static void main(String[] args) {
        SpringApplication.run(OperationsService.class, args);
    }

    @Bean
    Changes changes() {
        return new Changes();
    }

    @Bean
    Ear ear(MeterRegistry meters, Clock clock) {
        return new Ear(TrialProjection.TOPICS, meters, clock);
    }

    /** The living projection says what it applied; one that is rebuilt beside it for a comparison is silent. */
    @Bean
    ProjectionFactory trialProjection(MongoDatabase living, Ear ear, Changes changes) {
        Consumer<Heard> applied = heard -> {
            ear.heard(heard);
            changes.changed(heard.data().path("study").asString(""));
        };
        return new ProjectionFactory(database ->
                new TrialProjection(database, database.getName().equals(living.getName()) ? applied : heard -> {}));
    }

    @Bean
    Trials trials(
            MongoDatabase database,
            @Value("${equipoise.operations.code-break-impact-within:#{null}}") @Nullable Period impactWithin) {
        return new MongoTrials(database, impactWithin);
    }

    @Bean
    Hearing hearing(Ear ear, Inbox inbox, DeadLetters deadLetters) {
        return new HearingLines(ear, inbox, deadLetters);
    }

    @Bean
    Amendments amendments(Trials trials, Clock clock) {
        return new Amendments(trials, clock);
    }

    @Bean
    Boards boards(Trials trials, Hearing hearing, Clock clock) {
        return new Boards(trials, hearing, clock);
    }
}
