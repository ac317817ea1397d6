package io.equipoise.randomization.domain;

import static io.equipoise.randomization.domain.Depot.MORNING;
import static io.equipoise.randomization.domain.Depot.atSite;
import static io.equipoise.randomization.domain.Depot.requested;
import static io.equipoise.randomization.domain.Depot.sent;
import static io.equipoise.randomization.domain.Depot.stocked;
import static io.equipoise.randomization.domain.Trial.ANNA;
import static io.equipoise.randomization.domain.Trial.NOW;
import static io.equipoise.randomization.domain.Trial.STUDY;
import static io.equipoise.randomization.domain.Trial.enrolled;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.randomization.domain.AllocationCommand.Dispense;
import io.equipoise.randomization.domain.SupplyCommand.DecideExcursion;
import io.equipoise.randomization.domain.SupplyCommand.ReadTemperatures;
import io.equipoise.randomization.domain.SupplyEvent.ExcursionDecided;
import io.equipoise.randomization.domain.SupplyEvent.ExcursionFound;
import io.equipoise.randomization.domain.SupplyEvent.TemperaturesRead;
import io.equipoise.randomization.domain.SupplyEvent.TemperaturesRead.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Storage of the packing: -90 to -65 degrees, up to 30 minutes outside on the whole journey. */
class ExcursionSpec extends AllocationSpecification {
    private static final List<String> ALL = List.of("K-21", "K-22", "K-23", "K-24", "K-25", "K-26");
    private static final List<Reading> COLD = List.of(at(0, "-80"), at(60, "-78.5"), at(120, "-80"));
    private static final List<Reading> WARM = List.of(at(0, "-80"), at(60, "-64.9"), at(91, "-80"), at(120, "-80"));
    private static final ExcursionFound FOUND =
            new ExcursionFound(STUDY, "S-0001", "01", 31, "-80", "-64.9", ALL, List.of());

    @Test
    void readings_within_the_range_are_kept_and_change_nothing() {
        given(atSite()).when(reading(COLD)).then(new TemperaturesRead(STUDY, "S-0001", COLD));
    }

    @Test
    void as_many_minutes_outside_as_the_storage_allows_are_no_excursion() {
        var half = List.of(at(0, "-80"), at(60, "-64.9"), at(75, "-80"), at(90, "-91"), at(105, "-80"));
        given(atSite()).when(reading(half)).then(new TemperaturesRead(STUDY, "S-0001", half));
    }

    @Test
    void more_minutes_outside_put_the_whole_shipment_into_quarantine() {
        given(atSite()).when(reading(WARM)).then(new TemperaturesRead(STUDY, "S-0001", WARM), FOUND);
    }

    @Test
    void readings_may_come_in_any_order() {
        given(atSite())
                .when(reading(List.of(WARM.get(2), WARM.get(0), WARM.get(3), WARM.get(1))))
                .then(new TemperaturesRead(STUDY, "S-0001", WARM), FOUND);
    }

    @Test
    void kits_in_quarantine_are_not_handed_out_until_a_pharmacist_releases_them() {
        var held = given(DispenseFromLotsSpec.trial()).and(FOUND);
        held.when(dose()).refused("NO_KIT_AVAILABLE");
        held.and(decided(true)).when(dose()).accepted();
        held.and(decided(false)).when(dose()).refused("NO_KIT_AVAILABLE");
    }

    @Test
    void a_shipment_on_its_way_goes_into_quarantine_too() {
        var under = given(stocked()).and(requested(1), sent("K-21", "K-22"));
        assertThat(under.when(reading(WARM)).accepted())
                .filteredOn(ExcursionFound.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        ExcursionFound.class, found -> assertThat(found.kits()).containsExactly("K-21", "K-22"));
    }

    @Test
    void kits_that_people_had_got_before_the_logger_was_read_are_named() {
        var found = (ExcursionFound) given(DispenseFromLotsSpec.trial())
                .and(dispensed(ANNA, "K-23", 1))
                .when(reading(WARM))
                .accepted()
                .getLast();
        assertThat(found.handedOut()).containsExactly("K-23");
        assertThat(found.kits()).hasSize(5).doesNotContain("K-23");
    }

    @Test
    void a_logger_has_readings_that_are_numbers_and_happened_by_now() {
        given(atSite()).when(reading(List.of(at(0, "-80")))).refused("READINGS_MALFORMED");
        assertThat(given(atSite())
                        .when(reading(List.of(at(0, "-80"), at(9, "cold"))))
                        .refused("READINGS_MALFORMED")
                        .pointers())
                .containsExactly("/readings/1/degrees");
        var tomorrow = List.of(at(0, "-80"), new Reading(NOW.toldAt().plusSeconds(999), "-80"));
        given(atSite()).when(reading(tomorrow)).refused("IN_THE_FUTURE");
    }

    @Test
    void a_logger_is_of_a_shipment_that_was_sent() {
        given(stocked()).when(reading(COLD)).refused("SHIPMENT_UNKNOWN");
        given(stocked()).and(requested(1)).when(reading(COLD)).refused("SHIPMENT_NOT_UNDER_WAY");
    }

    @Test
    void a_pharmacist_decides_about_all_kits_in_quarantine_with_a_reason() {
        given(atSite()).and(FOUND).when(deciding(true, "the maker says so")).then(decided(true));
        given(atSite()).and(FOUND).when(deciding(true, " ")).refused("REASON_MISSING");
        given(atSite())
                .and(FOUND)
                .when(new DecideExcursion(
                        STUDY, "S-0001", true, "so", "pha-01", NOW.toldAt().plusSeconds(999), NOW))
                .refused("IN_THE_FUTURE");
    }

    @Test
    void what_is_decided_was_found() {
        given(atSite()).when(deciding(true, "so")).refused("NO_EXCURSION_OPEN");
        given(atSite()).and(FOUND, decided(true)).when(deciding(false, "so")).refused("NO_EXCURSION_OPEN");
        given(stocked()).when(deciding(true, "so")).refused("SHIPMENT_UNKNOWN");
    }

    private static Reading at(int minutes, String degrees) {
        return new Reading(MORNING.plusSeconds(60L * minutes), degrees);
    }

    private static ReadTemperatures reading(List<Reading> readings) {
        return new ReadTemperatures(STUDY, "S-0001", readings, NOW);
    }

    private static DecideExcursion deciding(boolean release, String reason) {
        return new DecideExcursion(STUDY, "S-0001", release, reason, "pha-01", MORNING, NOW);
    }

    private static ExcursionDecided decided(boolean released) {
        return new ExcursionDecided(STUDY, "S-0001", released, ALL, "the maker says so", "pha-01", MORNING);
    }

    private static Dispense dose() {
        return new Dispense(enrolled(ANNA), true, 1, Trial.FIRST_INFUSION, NOW);
    }
}
