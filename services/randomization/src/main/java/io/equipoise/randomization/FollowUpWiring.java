package io.equipoise.randomization;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.consume.ProtocolsHeard;
import io.equipoise.platform.journal.Journal;
import io.equipoise.platform.projection.OwnProjectionFactory;
import io.equipoise.randomization.adapter.mongo.CodeBreaksProjection;
import io.equipoise.randomization.adapter.mongo.MongoCodeBreaks;
import io.equipoise.randomization.application.CodeBreaks;
import io.equipoise.randomization.application.FollowingUp;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.FollowUp;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What follows a code break: its part of the wiring. */
@Configuration(proxyBeanMethods = false)
class FollowUpWiring {

    @Bean
    OwnProjectionFactory<AllocationEvent> codeBreaksProjection() {
        return new OwnProjectionFactory<>(CodeBreaksProjection::new);
    }

    @Bean
    CodeBreaks codeBreaks(MongoDatabase database) {
        return new MongoCodeBreaks(database);
    }

    @Bean
    FollowingUp followingUp(CodeBreaks breaks, Journal<AllocationEvent> journal, ProtocolsHeard protocols) {
        return new FollowingUp(
                breaks,
                new CommandHandler<>(
                        journal,
                        FollowUp.DECIDER,
                        (after, facts) -> new ProtocolOf(protocols).whomTheyAreAbout(facts)));
    }
}
