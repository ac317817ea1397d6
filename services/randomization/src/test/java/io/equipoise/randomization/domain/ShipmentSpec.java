package io.equipoise.randomization.domain;

import static io.equipoise.randomization.domain.Depot.MORNING;
import static io.equipoise.randomization.domain.Depot.THAT_DAY;
import static io.equipoise.randomization.domain.Depot.VESICLES;
import static io.equipoise.randomization.domain.Depot.decided;
import static io.equipoise.randomization.domain.Depot.received;
import static io.equipoise.randomization.domain.Depot.requested;
import static io.equipoise.randomization.domain.Depot.sent;
import static io.equipoise.randomization.domain.Depot.stocked;
import static io.equipoise.randomization.domain.Trial.ANNA;
import static io.equipoise.randomization.domain.Trial.DMITRI_OF_SITE_02;
import static io.equipoise.randomization.domain.Trial.NOW;
import static io.equipoise.randomization.domain.Trial.STUDY;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.randomization.domain.SupplyCommand.ReceiveShipment;
import io.equipoise.randomization.domain.SupplyCommand.RequestShipment;
import io.equipoise.randomization.domain.SupplyCommand.SendShipment;
import io.equipoise.randomization.domain.SupplyEvent.ShipmentReceived;
import io.equipoise.randomization.domain.SupplyEvent.ShipmentSent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShipmentSpec extends AllocationSpecification {
    private static final SendShipment SEND = new SendShipment(STUDY, "S-0001", MORNING, NOW);

    @Test
    void a_site_asks_for_whole_sets() {
        given(stocked()).when(asking("D1", 2, null, THAT_DAY)).then(requested(2));
    }

    @Test
    void what_is_asked_for_is_a_number_of_sets_of_a_depot_that_is_there_by_today() {
        given(stocked()).when(asking("D1", 0, null, THAT_DAY)).refused("SETS_NUMBER");
        given(stocked()).when(asking("D1", 501, null, THAT_DAY)).refused("SETS_NUMBER");
        given(stocked()).when(asking("D1", 1, ANNA, THAT_DAY)).refused("SETS_NUMBER");
        given(stocked()).when(asking("D2", 2, null, THAT_DAY)).refused("DEPOT_UNKNOWN");
        given(stocked()).when(asking("D1", 2, null, LocalDate.of(2027, 1, 1))).refused("IN_THE_FUTURE");
        given(stocked()).when(asking("D1", 0, DMITRI_OF_SITE_02, THAT_DAY)).refused("DONOR_MALFORMED");
    }

    @Test
    void whole_sets_are_sent_and_the_same_number_of_every_kind_goes() {
        var fact = (ShipmentSent)
                given(stocked()).and(requested(2)).when(SEND).accepted().getFirst();
        assertThat(fact.kits()).containsExactly("K-21", "K-22", "K-23", "K-24");
    }

    @Test
    void a_depot_that_has_less_than_was_asked_for_sends_nothing() {
        var refusal = given(stocked()).and(requested(4)).when(SEND).refused("DEPOT_SHORT");
        assertThat(refusal.detail()).doesNotContain("P-7");
    }

    @Test
    void kits_of_a_lot_that_is_not_released_are_not_sent_and_the_sender_hears_which_test_is_in_the_way() {
        var untested = stocked().stream()
                .filter(fact -> !Depot.PASSED.getLast().equals(fact))
                .toList();
        var refusal = given(untested).and(requested(2)).when(SEND).refused("DEPOT_SHORT");
        assertThat(refusal.detail()).contains("P-7: endotoxin is missing").doesNotContain("EXO");
        given(stocked())
                .and(decided(VESICLES, LotVerdict.QUARANTINED), requested(2))
                .when(SEND)
                .refused("DEPOT_SHORT");
    }

    @Test
    void nothing_is_sent_after_its_last_day_to_ship() {
        given(stocked())
                .and(requested(2))
                .when(new SendShipment(STUDY, "S-0001", Instant.parse("2026-05-01T12:00:00Z"), NOW))
                .accepted();
        given(stocked())
                .and(requested(2))
                .when(new SendShipment(STUDY, "S-0001", Instant.parse("2026-05-02T12:00:00Z"), NOW))
                .refused("DEPOT_SHORT");
    }

    @Test
    void a_shipment_is_sent_once_after_it_was_asked_for_and_by_now() {
        given(stocked()).when(SEND).refused("SHIPMENT_UNKNOWN");
        given(stocked()).and(requested(1), sent("K-21", "K-22")).when(SEND).refused("SHIPMENT_ALREADY_SENT");
        given(stocked())
                .and(requested(1))
                .when(new SendShipment(STUDY, "S-0001", Instant.parse("2025-02-19T12:00:00Z"), NOW))
                .refused("SENT_BEFORE_REQUESTED");
        given(stocked())
                .and(requested(1))
                .when(new SendShipment(STUDY, "S-0001", NOW.toldAt().plusSeconds(999), NOW))
                .refused("IN_THE_FUTURE");
    }

    @Test
    void what_came_is_counted_and_what_did_not_come_is_lost() {
        var facts = given(stocked()).and(requested(2), sent("K-21", "K-22", "K-23", "K-24"));
        var expected = new ShipmentReceived(
                STUDY,
                "S-0001",
                "01",
                List.of("K-21", "K-22"),
                List.of("K-23"),
                List.of("K-24"),
                MORNING.plusSeconds(86_400));
        facts.when(receiving(3, List.of("K-21", "K-22"), List.of("K-23"))).then(expected);
        assertThat(states(List.of(requested(2), sent("K-21", "K-22", "K-23", "K-24"), expected)))
                .containsExactly("ON_SHELF", "ON_SHELF", "DAMAGED", "LOST", "IN_DEPOT", "IN_DEPOT");
    }

    @Test
    void kits_are_on_their_way_until_somebody_counted_them() {
        assertThat(states(List.of(requested(1), sent("K-21", "K-22"))))
                .containsExactly("ON_ITS_WAY", "ON_ITS_WAY", "IN_DEPOT", "IN_DEPOT", "IN_DEPOT", "IN_DEPOT");
    }

    @Test
    void a_count_that_does_not_agree_with_the_kits_named_is_refused() {
        var facts = given(stocked()).and(requested(1), sent("K-21", "K-22"));
        facts.when(receiving(2, List.of("K-21"), List.of())).refused("COUNT_DIFFERS");
        facts.when(receiving(2, List.of("K-21", "K-21"), List.of())).refused("KIT_NAMED_TWICE");
        assertThat(facts.when(receiving(2, List.of("K-21"), List.of("K-99")))
                        .refused("KIT_NOT_IN_SHIPMENT")
                        .pointers())
                .containsExactly("/damaged/0");
    }

    @Test
    void a_shipment_is_received_once_after_it_was_sent_and_by_now() {
        given(stocked()).when(receiving(0, List.of(), List.of())).refused("SHIPMENT_UNKNOWN");
        given(stocked())
                .and(requested(1))
                .when(receiving(0, List.of(), List.of()))
                .refused("SHIPMENT_NOT_UNDER_WAY");
        var under = given(stocked()).and(requested(1), sent("K-21", "K-22"));
        under.and(received("K-21", "K-22"))
                .when(receiving(2, List.of("K-21", "K-22"), List.of()))
                .refused("SHIPMENT_NOT_UNDER_WAY");
        under.when(at(MORNING.minusSeconds(1))).refused("RECEIVED_BEFORE_SENT");
        under.when(at(NOW.toldAt().plusSeconds(999))).refused("IN_THE_FUTURE");
    }

    private static List<String> states(List<AllocationEvent> more) {
        var stock = Allocation.DECIDER
                .replay(Allocation.DECIDER.replay(stocked()), more)
                .stock();
        return List.of("K-21", "K-22", "K-23", "K-24", "K-25", "K-26").stream()
                .map(number -> stock.kits().get(number).state())
                .toList();
    }

    private static RequestShipment asking(String depot, int sets, @Nullable SubjectId subject, LocalDate on) {
        return new RequestShipment(STUDY, depot, "01", sets, subject, on, NOW);
    }

    private static ReceiveShipment receiving(int counted, List<String> intact, List<String> damaged) {
        return new ReceiveShipment(STUDY, "S-0001", counted, intact, damaged, MORNING.plusSeconds(86_400), NOW);
    }

    private static ReceiveShipment at(Instant instant) {
        return new ReceiveShipment(STUDY, "S-0001", 2, List.of("K-21", "K-22"), List.of(), instant, NOW);
    }
}
