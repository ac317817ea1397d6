package io.equipoise.randomization;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.journal.Journal;
import io.equipoise.platform.projection.ProjectionFactory;
import io.equipoise.randomization.adapter.mongo.ExpectedDosesProjection;
import io.equipoise.randomization.adapter.mongo.MongoExpectedDoses;
import io.equipoise.randomization.adapter.mongo.MongoStudies;
import io.equipoise.randomization.adapter.schedule.ResupplyRounds;
import io.equipoise.randomization.application.Allocations;
import io.equipoise.randomization.application.ExpectedDoses;
import io.equipoise.randomization.application.Fingerprints;
import io.equipoise.randomization.application.KitHistories;
import io.equipoise.randomization.application.Resupplying;
import io.equipoise.randomization.application.StockKeeping;
import io.equipoise.randomization.application.StockOverview;
import io.equipoise.randomization.application.StockViews;
import io.equipoise.randomization.application.Studies;
import io.equipoise.randomization.domain.AllocationEvent;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The supply's part of the wiring: lots, depots, shipments, resupply, and what is shown of them. */
@Configuration(proxyBeanMethods = false)
class SupplyWiring {

    @Bean
    ProjectionFactory expectedDosesProjection() {
        return new ProjectionFactory(ExpectedDosesProjection::new);
    }

    @Bean
    ExpectedDoses expectedDoses(MongoDatabase database) {
        return new MongoExpectedDoses(database);
    }

    @Bean
    StockKeeping stockKeeping(Studies studies, Allocations allocations, Fingerprints fingerprints) {
        return new StockKeeping(studies, allocations, fingerprints);
    }

    @Bean
    StockViews stockViews(Allocations allocations, ExpectedDoses expected) {
        return new StockViews(allocations, expected);
    }

    @Bean
    KitHistories kitHistories(Journal<AllocationEvent> journal, Allocations allocations) {
        return new KitHistories(journal, allocations);
    }

    @Bean
    Resupplying resupplying(StockKeeping keeping, Allocations allocations, StockViews views) {
        return new Resupplying(keeping, allocations, views);
    }

    @Bean
    StockOverview stockOverview(MongoDatabase database, Studies studies, StockViews views) {
        return new StockOverview(new MongoStudies(database), studies, views);
    }

    @Bean
    ResupplyRounds resupplyRounds(Resupplying resupplying, MongoDatabase database, Clock clock) {
        return new ResupplyRounds(resupplying, new MongoStudies(database)::names, clock);
    }
}
