package io.equipoise.randomization.adapter.rest;

import static io.equipoise.randomization.adapter.rest.TwinTrial.ANNA;
import static io.equipoise.randomization.adapter.rest.TwinTrial.BORIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.equipoise.contracts.SubjectId;
import io.equipoise.randomization.World;
import io.equipoise.randomization.application.SiteStock;
import io.equipoise.randomization.application.SiteStock.ForecastDay;
import io.equipoise.randomization.domain.ResupplyPlan;
import io.equipoise.randomization.domain.ResupplyPlan.SiteLevels;
import io.equipoise.randomization.domain.SupplyCommand.ReceiveShipment;
import io.equipoise.randomization.domain.SupplyCommand.RequestShipment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What people who know no arm see of a site's stock, over a real store: two sets on the shelf, and doses to come. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StockViewsTest {
    private static final Instant SENT = Instant.parse("2025-04-01T08:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2025, 4, 1);

    private final World world = new World();

    @BeforeEach
    void two_sets_stand_on_the_shelf() {
        var arms = List.of("EXOSOMES", "SALINE");
        world.withStudy(arms, "[]");
        var depot = new TwinDepot(world, arms);
        depot.isStocked();
        world.process.keeping.askAt(
                World.STUDY,
                "01",
                (kinds, now) -> new RequestShipment(World.STUDY, "D1", "01", 2, null, TODAY, now),
                World.by("coo-01", "ask"));
        depot.sends("S-0001", SENT);
        var kits = List.of("K-31", "K-32", "K-33", "K-34");
        world.process.keeping.ask(
                World.STUDY,
                (kinds, now) -> new ReceiveShipment(World.STUDY, "S-0001", 4, kits, List.of(), SENT, now),
                World.by("coo-01", "receive"));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void four_kits_of_two_kinds_are_two_doses_certain_to_be_served() {
        assertThat(stock().certain()).isEqualTo(2);
        assertThat(stock().packings()).singleElement().satisfies(packing -> {
            assertThat(packing.packagingLot()).isEqualTo("P-0031");
            assertThat(packing.onShelf()).isEqualTo(4);
            assertThat(packing.lastDispenseOn()).isEqualTo(LocalDate.of(2026, 6, 20));
        });
        assertThat(stock().runsOutOn()).isNull();
    }

    @Test
    void the_stock_runs_out_on_the_first_planned_dose_that_is_not_certain() {
        planned(ANNA, "{'1':'2025-04-03','2':'2025-05-08'}");
        planned(BORIS, "{'1':'2025-04-03'}");
        assertThat(stock().forecast())
                .containsExactly(
                        new ForecastDay(LocalDate.of(2025, 4, 3), 2, 2),
                        new ForecastDay(LocalDate.of(2025, 5, 8), 3, 2));
        assertThat(stock().runsOutOn()).isEqualTo(LocalDate.of(2025, 5, 8));
    }

    @Test
    void doses_given_missed_or_stopped_are_expected_no_more_and_late_ones_are_expected_today() {
        planned(ANNA, "{'1':'2025-03-20','2':'2025-05-08','3':'2025-05-09'}");
        planned(BORIS, "{'1':'2025-04-03'}");
        heard("DoseMissed.v1", "{'subject':'%s','study':'%s','site':'01','dose':2}".formatted(ANNA, World.STUDY));
        heard("DoseAdministered.v1", "{'subject':'%s','study':'%s','site':'01','dose':3}".formatted(ANNA, World.STUDY));
        heard("DosingStopped.v1", "{'subject':'%s','study':'%s','site':'01'}".formatted(BORIS, World.STUDY));
        assertThat(stock().forecast()).containsExactly(new ForecastDay(TODAY, 1, 2));
        heard("DosingStopped.v1", "{'subject':'%s','study':'%s','site':'01'}".formatted(BORIS, World.STUDY));
        assertThat(stock().forecast()).hasSize(1);
    }

    @Test
    void a_planned_day_is_decided_once_by_the_clock_and_counts_the_doses_to_come() {
        var plan = new ResupplyPlan("D1", TODAY, 7, 28, List.of(new SiteLevels("01", 1, 2)));
        world.process.resupplying.plan(World.STUDY, plan, World.by("ope-01", "plan"));
        planned(ANNA, "{'1':'2025-04-03','2':'2025-04-08','3':'2025-04-09'}");
        var now = Instant.parse("2025-04-10T09:00:00Z");
        assertThat(world.process.resupplying.dayDue(World.STUDY, now)).contains(LocalDate.of(2025, 4, 8));
        world.process.resupplying.round(List.of(World.STUDY), now);
        world.process.resupplying.round(List.of(World.STUDY), now);
        assertThat(world.process.resupplying.dayDue(World.STUDY, now)).isEqualTo(Optional.empty());
        assertThat(stock().shipments())
                .extracting(SiteStock.ShipmentLine::shipment, SiteStock.ShipmentLine::sets)
                .containsExactly(tuple("S-0001", 2), tuple("S-0002", 1));
    }

    private SiteStock stock() {
        return world.process.views.of(World.STUDY, "01", TODAY);
    }

    private void planned(SubjectId subject, String days) {
        var entries = World.JSON.readTree(days.replace('\'', '"')).properties().stream()
                .map(day -> "{'kind':'DOSE','dose':%s,'planned':%s,'state':'PLANNED'}"
                        .formatted(day.getKey(), day.getValue()))
                .collect(Collectors.joining(","));
        heard(
                "CalendarPlanned.v1",
                "{'subject':'%s','study':'%s','site':'01','entries':[%s]}".formatted(subject, World.STUDY, entries));
    }

    private void heard(String type, String json) {
        world.hear("dosing", type, json);
    }
}
