package io.equipoise.randomization.domain;

import static io.equipoise.randomization.domain.Trial.ANNA;
import static io.equipoise.randomization.domain.Trial.BORIS;
import static io.equipoise.randomization.domain.Trial.FIRST_INFUSION;
import static io.equipoise.randomization.domain.Trial.NOW;
import static io.equipoise.randomization.domain.Trial.enrolled;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.randomization.domain.AllocationCommand.Dispense;
import io.equipoise.randomization.domain.AllocationEvent.KitDispensed;
import io.equipoise.randomization.domain.AllocationEvent.ProductOriginNoted;
import io.equipoise.randomization.domain.SupplyEvent.LotRegistered;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From which donor the product in a kit is: noted whenever a kit is handed out, of vesicles and of saline alike. */
class OriginSpec extends AllocationSpecification {
    private static final LotRegistered OF_ONE_CORD =
            new LotRegistered(Trial.STUDY, Depot.VESICLES, Depot.from("CORD-7"));

    @Test
    void whoever_gets_vesicles_gets_them_from_the_donor_of_their_lot() {
        assertThat(noted(ofOneCord(), ANNA).origin()).isEqualTo(new ProductOrigin("CORD-7"));
    }

    @Test
    void whoever_gets_saline_gets_it_from_no_donor() {
        assertThat(noted(ofOneCord(), BORIS).origin()).isEqualTo(ProductOrigin.NO_DONOR);
    }

    @Test
    void a_lot_whose_donor_nobody_said_has_none() {
        assertThat(noted(DispenseFromLotsSpec.trial(), ANNA).origin()).isEqualTo(ProductOrigin.NO_DONOR);
    }

    @Test
    void as_many_facts_are_recorded_whatever_is_in_the_kit() {
        for (var person : List.of(ANNA, BORIS)) {
            var facts = given(ofOneCord()).when(firstDose(person)).accepted();
            assertThat(facts).hasSize(2);
            assertThat(facts.getFirst()).isInstanceOf(KitDispensed.class);
            assertThat(noted(ofOneCord(), person))
                    .extracting(ProductOriginNoted::subject, ProductOriginNoted::kit, ProductOriginNoted::dose)
                    .containsExactly(person.toString(), ((KitDispensed) facts.getFirst()).kit(), 1);
        }
    }

    /** Their shipment names one lot for kits of every kind, so that it says nothing of what is in one of them. */
    @Test
    void a_kit_that_was_not_packed_from_lots_has_no_donor_even_where_its_lot_is_written_down() {
        var seven = new LotRegistered(Trial.STUDY, new ProductLot("LOT-7"), Depot.from("CORD-7"));
        var facts = given(BOTH_RANDOMIZED)
                .and(seven)
                .and(Depot.PASSED.stream()
                        .map(SupplyEvent.LotTested.class::cast)
                        .map(test -> new SupplyEvent.LotTested(Trial.STUDY, seven.lot(), test.result()))
                        .toArray(AllocationEvent[]::new))
                .and(Depot.decided(seven.lot(), LotVerdict.RELEASED));
        for (var person : List.of(ANNA, BORIS)) {
            assertThat(facts.when(firstDose(person)).accepted())
                    .filteredOn(ProductOriginNoted.class::isInstance)
                    .extracting(fact -> ((ProductOriginNoted) fact).origin())
                    .containsExactly(ProductOrigin.NO_DONOR);
        }
    }

    private ProductOriginNoted noted(List<AllocationEvent> facts, SubjectId subject) {
        return (ProductOriginNoted)
                given(facts).when(firstDose(subject)).accepted().getLast();
    }

    private static List<AllocationEvent> ofOneCord() {
        return DispenseFromLotsSpec.trial().stream()
                .map(fact -> fact.equals(Depot.REGISTERED) ? OF_ONE_CORD : fact)
                .toList();
    }

    private static Dispense firstDose(SubjectId subject) {
        return new Dispense(enrolled(subject), true, 1, FIRST_INFUSION, NOW);
    }
}
