package io.equipoise.randomization.domain;

import static io.equipoise.randomization.domain.Depot.VESICLES;
import static io.equipoise.randomization.domain.Depot.decided;
import static io.equipoise.randomization.domain.Depot.tested;
import static io.equipoise.randomization.domain.Trial.ANNA;
import static io.equipoise.randomization.domain.Trial.BORIS;
import static io.equipoise.randomization.domain.Trial.DRAWN;
import static io.equipoise.randomization.domain.Trial.FIRST_INFUSION;
import static io.equipoise.randomization.domain.Trial.NOW;
import static io.equipoise.randomization.domain.Trial.enrolled;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.Acceptance;
import io.equipoise.randomization.domain.AllocationCommand.Dispense;
import io.equipoise.randomization.domain.AllocationEvent.KitDispensed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dispensing where lots are written down: what is not released is not handed out, to anybody, in the same words. */
class DispenseFromLotsSpec extends AllocationSpecification {
    @Test
    void a_kit_of_released_lots_is_handed_out() {
        var fact = (KitDispensed) given(trial()).when(dose(ANNA, 1)).accepted().getFirst();
        assertThat(List.of("K-21", "K-23", "K-25")).contains(fact.kit());
        assertThat(fact.packagingLot()).isEqualTo("P-7");
    }

    @Test
    @Acceptance("PR-6")
    void a_lot_with_a_failed_mandatory_test_is_not_handed_out() {
        var failed = tested(new TestResult("sterility", null, null, "growth", false, Depot.THAT_DAY, "again"));
        given(trial()).and(failed).when(dose(ANNA, 1)).refused("NO_KIT_AVAILABLE");
    }

    @Test
    @Acceptance("PR-6")
    void a_lot_with_a_missing_mandatory_test_is_not_handed_out() {
        var untested = trial().stream()
                .filter(fact -> !Depot.PASSED.getLast().equals(fact))
                .toList();
        given(untested).when(dose(ANNA, 1)).refused("NO_KIT_AVAILABLE");
        var stock = Allocation.DECIDER.replay(untested).stock();
        assertThat(stock.supply().obstacles(stock.kits().get("K-22").packing()))
                .containsExactly("endotoxin is missing");
    }

    @Test
    void a_packing_stands_or_falls_as_a_whole_so_that_a_held_lot_tells_no_kind() {
        var held = given(trial()).and(decided(VESICLES, LotVerdict.QUARANTINED));
        var anna = held.when(dose(ANNA, 1)).refused("NO_KIT_AVAILABLE");
        assertThat(held.when(dose(BORIS, 1)).refused("NO_KIT_AVAILABLE")).isEqualTo(anna);
        assertThat(anna.detail()).doesNotContain("lot", "test", "EXO");
        held.and(decided(VESICLES, LotVerdict.RELEASED)).when(dose(ANNA, 1)).accepted();
    }

    @Test
    void nothing_is_handed_out_after_the_last_day_on_which_it_may() {
        given(trial()).when(at(Instant.parse("2026-05-31T12:00:00Z"))).accepted();
        given(trial()).when(at(Instant.parse("2026-06-01T12:00:00Z"))).refused("NO_KIT_AVAILABLE");
    }

    @Test
    void kits_that_came_with_a_lot_that_nobody_wrote_down_are_handed_out_as_before() {
        given(BOTH_RANDOMIZED).when(dose(ANNA, 1)).accepted();
    }

    @Test
    void kits_that_came_with_a_lot_that_is_in_quarantine_are_not() {
        var seven = new SupplyEvent.LotRegistered(
                Trial.STUDY, new ProductLot("LOT-7"), Depot.sheet(Trial.SALINE, null, List.of(), Trial.EXPIRY));
        given(BOTH_RANDOMIZED).and(seven).when(dose(ANNA, 1)).refused("NO_KIT_AVAILABLE");
    }

    /** P-7 has three of each kind; once three kits of it are gone, whichever, it can no longer serve anybody for certain. */
    @Test
    void the_packing_that_a_person_gets_from_is_the_same_whichever_arm_the_person_is_in() {
        var facts = new ArrayList<>(trial());
        facts.add(Trial.RECEIVED);
        var annas = new ArrayList<String>();
        var boriss = new ArrayList<String>();
        for (int taken = 0; taken < 5; taken++) {
            annas.add(packingOf(facts, ANNA, taken + 1));
            boriss.add(packingOf(facts, BORIS, taken + 1));
            facts.addAll(given(facts).when(dose(ANNA, taken + 1)).accepted());
        }
        assertThat(annas).containsExactly("P-0001", "P-0001", "P-7", "P-7", "P-7");
        assertThat(boriss).isEqualTo(annas);
    }

    private String packingOf(List<AllocationEvent> facts, SubjectId subject, int dose) {
        return ((KitDispensed) given(facts).when(dose(subject, dose)).accepted().getFirst()).packagingLot();
    }

    static List<AllocationEvent> trial() {
        var facts = new ArrayList<AllocationEvent>(List.of(DRAWN));
        facts.addAll(Depot.atSite());
        facts.addAll(List.of(ANNA_RANDOMIZED, ANNA_ON_EXOSOMES, BORIS_RANDOMIZED, BORIS_ON_SALINE));
        return facts;
    }

    private static Dispense dose(SubjectId subject, int dose) {
        return new Dispense(enrolled(subject), true, dose, FIRST_INFUSION, NOW);
    }

    private static Dispense at(Instant instant) {
        return new Dispense(enrolled(ANNA), true, 1, instant, NOW);
    }
}
