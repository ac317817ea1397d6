package io.equipoise.randomization.domain;

import static io.equipoise.randomization.domain.Depot.OPENED;
import static io.equipoise.randomization.domain.Depot.PACKED;
import static io.equipoise.randomization.domain.Depot.REGISTERED;
import static io.equipoise.randomization.domain.Depot.SALINE_REGISTERED;
import static io.equipoise.randomization.domain.Depot.exo;
import static io.equipoise.randomization.domain.Depot.nacl;
import static io.equipoise.randomization.domain.Depot.pack;
import static io.equipoise.randomization.domain.Depot.sheet;
import static io.equipoise.randomization.domain.Depot.threeOfEach;
import static io.equipoise.randomization.domain.Trial.ANNA;
import static io.equipoise.randomization.domain.Trial.BORIS;
import static io.equipoise.randomization.domain.Trial.FIRST_INFUSION;
import static io.equipoise.randomization.domain.Trial.NOW;
import static io.equipoise.randomization.domain.Trial.STUDY;
import static io.equipoise.randomization.domain.Trial.enrolled;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.Acceptance;
import io.equipoise.randomization.domain.AllocationCommand.Dispense;
import io.equipoise.randomization.domain.SupplyCommand.OpenDepot;
import io.equipoise.randomization.domain.SupplyCommand.PackKits;
import io.equipoise.randomization.domain.SupplyEvent.KitsPacked;
import io.equipoise.randomization.domain.SupplyEvent.KitsPacked.PackedKit;
import io.equipoise.randomization.domain.SupplyEvent.LotRegistered;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackKitsSpec extends AllocationSpecification {
    private static final List<AllocationEvent> READY = List.of(REGISTERED, SALINE_REGISTERED, OPENED);

    @Test
    void kits_of_every_kind_are_packed_with_the_earliest_expiry_and_the_earliest_last_days_of_their_lots() {
        given(READY).when(threeOfEach()).then(PACKED);
        assertThat(PACKED.expiresOn()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(PACKED.lastShipDay()).isEqualTo(LocalDate.of(2026, 5, 1));
        assertThat(PACKED.lastDispenseDay()).isEqualTo(LocalDate.of(2026, 5, 31));
    }

    @Test
    void a_depot_has_a_name_and_a_title_and_is_opened_once() {
        given().when(new OpenDepot(STUDY, "D1", "Central depot")).then(OPENED);
        given(OPENED).when(new OpenDepot(STUDY, "D1", "Another")).refused("DEPOT_ALREADY_OPEN");
        given().when(new OpenDepot(STUDY, "d 1", "Central depot")).refused("DEPOT_MALFORMED");
        given().when(new OpenDepot(STUDY, "D1", " ")).refused("TITLE_MISSING");
    }

    @Test
    void kits_are_packed_at_a_depot_that_is_there() {
        given(REGISTERED, SALINE_REGISTERED).when(threeOfEach()).refused("DEPOT_UNKNOWN");
    }

    @Test
    void a_packing_holds_every_kind_and_its_labels_tell_none() {
        given(READY).when(pack("P-7", List.of(exo("K-21")))).refused("SHIPMENT_NOT_MIXED");
        given(READY).when(pack("P-SALINE", List.of(exo("K-21"), nacl("K-22")))).refused("LABEL_TELLS_KIND");
        given(READY).when(pack("P-7", List.of())).refused("SHIPMENT_SIZE");
    }

    @Test
    void a_packaging_lot_is_packed_once_so_that_no_kit_joins_it_later() {
        given(READY)
                .and(PACKED)
                .when(pack("P-7", List.of(exo("K-31"), nacl("K-32"))))
                .refused("PACKAGING_LOT_TAKEN");
    }

    @Test
    void a_kit_is_packed_from_a_lot_that_is_written_down_and_of_its_own_kind() {
        assertThat(given(OPENED, REGISTERED)
                        .when(pack("P-7", List.of(exo("K-21"), nacl("K-22"))))
                        .refused("LOT_NOT_REGISTERED")
                        .pointers())
                .containsExactly("/kits/1/lot");
        var wrong = new PackedKit("K-22", Trial.SALINE, Depot.VESICLES);
        assertThat(given(READY)
                        .when(pack("P-7", List.of(exo("K-21"), wrong)))
                        .refused("LOT_OF_ANOTHER_KIND")
                        .pointers())
                .containsExactly("/kits/1/lot");
    }

    @Test
    void a_storage_has_bounds_in_order() {
        var wrong = new PackKits(
                STUDY, "D1", "P-7", List.of(exo("K-21"), nacl("K-22")), new Packing.Storage("8", "2", 0), Depot.KINDS);
        given(READY).when(wrong).refused("STORAGE_MALFORMED");
    }

    @Test
    void what_comes_from_one_person_is_packed_for_that_person_alone() {
        var annas = own("CELLS-1", ANNA);
        var boriss = own("CELLS-2", BORIS);
        var mixed = pack(
                "P-8",
                List.of(
                        new PackedKit("K-31", Trial.EXOSOMES, annas.lot()),
                        new PackedKit("K-32", Trial.EXOSOMES, boriss.lot()),
                        nacl("K-33")));
        given(READY).and(annas, boriss).when(mixed).refused("DONORS_MIXED");
    }

    @Test
    @Acceptance("PR-3")
    void an_autologous_lot_is_given_only_to_its_own_donor() {
        var cells = own("CELLS-1", ANNA);
        var packed = new KitsPacked(
                STUDY,
                "D1",
                "P-8",
                List.of(new PackedKit("K-31", Trial.EXOSOMES, cells.lot()), nacl("K-32")),
                Depot.VESICLES_EXPIRE,
                Depot.VESICLES_EXPIRE,
                Depot.VESICLES_EXPIRE,
                Depot.FROZEN,
                ANNA.toString());
        var facts = new ArrayList<AllocationEvent>(List.of(Trial.DRAWN, REGISTERED, SALINE_REGISTERED, OPENED, cells));
        facts.add(Depot.decided(cells.lot(), LotVerdict.RELEASED));
        facts.add(Depot.decided(Depot.SALINE, LotVerdict.RELEASED));
        facts.add(packed);
        facts.add(Depot.requested(0));
        facts.add(Depot.sent("K-31", "K-32"));
        facts.add(Depot.received("K-31", "K-32"));
        facts.addAll(List.of(ANNA_RANDOMIZED, ANNA_ON_EXOSOMES, BORIS_RANDOMIZED, BORIS_ON_SALINE));
        given(facts).when(dose(BORIS)).refused("NO_KIT_AVAILABLE");
        var annas = given(facts).when(dose(ANNA)).accepted();
        assertThat(annas)
                .hasSize(2)
                .contains(origin(ANNA, "K-31", 1, new ProductOrigin(ANNA.toString())))
                .first()
                .isInstanceOfSatisfying(
                        AllocationEvent.KitDispensed.class,
                        fact -> assertThat(fact.kit()).isEqualTo("K-31"));
    }

    private static LotRegistered own(String lot, SubjectId donor) {
        return new LotRegistered(
                STUDY, new ProductLot(lot), sheet(Trial.EXOSOMES, donor, List.of(), Depot.VESICLES_EXPIRE));
    }

    private static Dispense dose(SubjectId subject) {
        return new Dispense(enrolled(subject), true, 1, FIRST_INFUSION, NOW);
    }
}
