package io.equipoise.randomization.domain;

import static io.equipoise.randomization.domain.Depot.atSite;
import static io.equipoise.randomization.domain.Depot.stocked;
import static io.equipoise.randomization.domain.Trial.NOW;
import static io.equipoise.randomization.domain.Trial.STUDY;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.randomization.domain.ResupplyPlan.SiteLevels;
import io.equipoise.randomization.domain.SupplyCommand.DecideResupply;
import io.equipoise.randomization.domain.SupplyCommand.PlanResupply;
import io.equipoise.randomization.domain.SupplyEvent.ResupplyDecided;
import io.equipoise.randomization.domain.SupplyEvent.ResupplyDecided.Level;
import io.equipoise.randomization.domain.SupplyEvent.ResupplyPlanned;
import io.equipoise.randomization.domain.SupplyEvent.ShipmentRequested;
import io.equipoise.randomization.domain.SupplyEvent.ShipmentRequested.Cause;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResupplySpec extends AllocationSpecification {
    static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);
    static final ResupplyPlan PLAN = plan(2, 4);

    @Test
    void a_plan_has_fixed_days_and_for_each_site_a_minimum_and_a_maximum() {
        given(stocked()).when(new PlanResupply(STUDY, PLAN)).then(new ResupplyPlanned(STUDY, PLAN));
        given().when(new PlanResupply(STUDY, PLAN)).refused("DEPOT_UNKNOWN");
        given(stocked()).when(new PlanResupply(STUDY, plan(0, 4))).refused("RESUPPLY_LEVELS_MALFORMED");
        given(stocked()).when(new PlanResupply(STUDY, plan(5, 4))).refused("RESUPPLY_LEVELS_MALFORMED");
        var never = new ResupplyPlan("D1", MONDAY, 0, 28, PLAN.levels());
        given(stocked()).when(new PlanResupply(STUDY, never)).refused("RESUPPLY_DAYS_MALFORMED");
    }

    @Test
    void a_site_below_its_minimum_is_filled_up_to_its_maximum() {
        given(stocked())
                .and(planned())
                .when(on(MONDAY, 0))
                .then(
                        new ResupplyDecided(STUDY, MONDAY, List.of(new Level("01", 0, 0, 0, 4))),
                        ordered("S-0001", 4, Cause.MINIMUM));
    }

    @Test
    void a_site_at_its_minimum_gets_nothing() {
        given(atSite())
                .and(planned())
                .when(on(MONDAY, 0))
                .then(new ResupplyDecided(STUDY, MONDAY, List.of(new Level("01", 3, 0, 0, 0))));
    }

    @Test
    void more_doses_to_come_than_are_certain_to_be_served_are_filled_up_too() {
        given(atSite())
                .and(planned())
                .when(on(MONDAY, 7))
                .then(
                        new ResupplyDecided(STUDY, MONDAY, List.of(new Level("01", 3, 0, 7, 4))),
                        ordered("S-0002", 4, Cause.FORECAST));
    }

    @Test
    void what_is_under_way_counts() {
        given(stocked())
                .and(planned(), Depot.requested(3))
                .when(on(MONDAY, 0))
                .then(new ResupplyDecided(STUDY, MONDAY, List.of(new Level("01", 0, 3, 0, 0))));
    }

    @Test
    void what_expires_within_the_horizon_does_not_count() {
        var late = LocalDate.of(2026, 5, 4);
        var facts = given(atSite()).and(planned()).when(on(late, 0)).accepted();
        assertThat(((ResupplyDecided) facts.getFirst()).levels()).containsExactly(new Level("01", 0, 0, 0, 4));
    }

    @Test
    void it_is_decided_on_planned_days_only_and_once() {
        given(stocked()).when(on(MONDAY, 0)).refused("RESUPPLY_NOT_PLANNED");
        given(stocked()).and(planned()).when(on(MONDAY.plusDays(1), 0)).refused("NOT_A_RESUPPLY_DAY");
        given(stocked()).and(planned()).when(on(MONDAY.minusDays(7), 0)).refused("NOT_A_RESUPPLY_DAY");
        given(stocked()).and(planned()).when(on(LocalDate.of(2026, 11, 30), 0)).refused("IN_THE_FUTURE");
        var decided = new ResupplyDecided(STUDY, MONDAY, List.of(new Level("01", 0, 0, 0, 0)));
        assertThat(given(stocked()).and(planned(), decided).when(on(MONDAY, 0)).accepted())
                .isEmpty();
    }

    @Test
    void one_kit_handed_out_orders_nothing_between_the_days() {
        var before = given(atSite()).and(planned());
        assertThat(before.and(dispensed(Trial.ANNA, "K-21", 1))
                        .when(on(MONDAY.plusDays(2), 9))
                        .refused("NOT_A_RESUPPLY_DAY"))
                .isEqualTo(before.when(on(MONDAY.plusDays(2), 9)).refused("NOT_A_RESUPPLY_DAY"));
    }

    private static ResupplyPlanned planned() {
        return new ResupplyPlanned(STUDY, PLAN);
    }

    private static ResupplyPlan plan(int minimum, int maximum) {
        return new ResupplyPlan("D1", MONDAY, 7, 28, List.of(new SiteLevels("01", minimum, maximum)));
    }

    private static DecideResupply on(LocalDate day, int expected) {
        return new DecideResupply(STUDY, day, Map.of("01", expected), NOW);
    }

    private static ShipmentRequested ordered(String shipment, int sets, Cause cause) {
        return new ShipmentRequested(STUDY, shipment, "D1", "01", sets, null, MONDAY, cause);
    }
}
