package io.equipoise.randomization;

import io.equipoise.platform.journal.EventCodec;
import io.equipoise.randomization.adapter.rest.Delegates;
import io.equipoise.randomization.application.Allocations;
import io.equipoise.randomization.application.Delegating;
import io.equipoise.randomization.application.Fingerprints;
import io.equipoise.randomization.application.People;
import io.equipoise.randomization.application.Studies;
import io.equipoise.randomization.application.TakingAssignments;
import io.equipoise.randomization.application.Treating;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.AllocationEvent.AssignmentTaken;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Other systems: those that have subjects randomized here, and those that decide and tell. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Delegates.class)
class OtherSystemsWiring {

    static EventCodec<AllocationEvent> named(EventCodec<AllocationEvent> codec) {
        return codec.secret(
                "AssignmentTaken.v1",
                AssignmentTaken.class,
                fact -> "study/" + fact.study(),
                "randomizationId",
                "source");
    }

    @Bean
    Delegating delegating(Studies studies, People people, Treating treating) {
        return new Delegating(studies, people, treating);
    }

    @Bean
    TakingAssignments takingAssignments(
            Studies studies, People people, Allocations allocations, Fingerprints fingerprints) {
        return new TakingAssignments(studies, people, allocations, fingerprints);
    }
}
