package io.equipoise.randomization;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.hpke.RecipientKeys;
import io.equipoise.platform.journal.EventCodec;
import io.equipoise.platform.projection.ProjectionFactory;
import io.equipoise.randomization.adapter.kafka.OriginTold;
import io.equipoise.randomization.adapter.kafka.SafetyTold;
import io.equipoise.randomization.adapter.mongo.EventsProjection;
import io.equipoise.randomization.application.Allocations;
import io.equipoise.randomization.application.BreakingCodes;
import io.equipoise.randomization.application.BreakingForSafety;
import io.equipoise.randomization.application.ReportedEvents;
import io.equipoise.randomization.application.Studies;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.AllocationEvent.ProductOriginNoted;
import io.equipoise.randomization.domain.SafetyEvent.BrokenForSafety;
import io.equipoise.randomization.domain.SafetyEvent.SafetyBreakRefused;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the safety office is told: a code that was broken for a report, and the donor of every kit; how both are sealed. */
@Configuration(proxyBeanMethods = false)
class SafetyWiring {

    static EventCodec<AllocationEvent> named(EventCodec<AllocationEvent> codec) {
        return codec.secret(
                        "BrokenForSafety.v1", BrokenForSafety.class, fact -> "study/" + fact.study(), "reason", "arm")
                .event("SafetyBreakRefused.v1", SafetyBreakRefused.class)
                .secret("ProductOriginNoted.v1", ProductOriginNoted.class, fact -> "study/" + fact.study(), "origin");
    }

    @Bean
    ProjectionFactory eventsProjection() {
        return new ProjectionFactory(EventsProjection::new);
    }

    @Bean
    ReportedEvents reportedEvents(MongoDatabase database) {
        return new EventsProjection(database);
    }

    @Bean
    SafetyTold safetyTold(RecipientKeys keys) {
        return new SafetyTold(keys.sealing());
    }

    @Bean
    OriginTold originTold(RecipientKeys keys) {
        return new OriginTold(keys.sealing());
    }

    @Bean
    BreakingForSafety breakingForSafety(
            Studies studies, ReportedEvents events, Allocations allocations, BreakingCodes codes, RecipientKeys keys) {
        return new BreakingForSafety(
                studies, events, allocations, codes, keys.sealing().isPresent());
    }
}
