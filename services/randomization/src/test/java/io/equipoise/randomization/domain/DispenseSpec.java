package io.equipoise.randomization.domain;

import static io.equipoise.randomization.domain.Trial.ANNA;
import static io.equipoise.randomization.domain.Trial.BORIS;
import static io.equipoise.randomization.domain.Trial.CLARA;
import static io.equipoise.randomization.domain.Trial.DMITRI_OF_SITE_02;
import static io.equipoise.randomization.domain.Trial.DRAWN;
import static io.equipoise.randomization.domain.Trial.FIRST_INFUSION;
import static io.equipoise.randomization.domain.Trial.NOW;
import static io.equipoise.randomization.domain.Trial.RECEIVED;
import static io.equipoise.randomization.domain.Trial.enrolled;
import static io.equipoise.randomization.domain.Trial.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.randomization.domain.AllocationCommand.Dispense;
import io.equipoise.randomization.domain.AllocationEvent.KitReturned;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DispenseSpec extends AllocationSpecification {
    @Test
    void a_subject_gets_a_kit_of_the_subjects_own_arm_that_the_keyed_hash_chooses() {
        given(BOTH_RANDOMIZED).when(dose(ANNA, 1)).then(ANNA_HAS_K3, noDonor(ANNA, "K-3", 1));
        given(BOTH_RANDOMIZED).when(dose(BORIS, 1)).then(dispensed(BORIS, "K-2", 1), noDonor(BORIS, "K-2", 1));
    }

    @Test
    void the_next_dose_takes_another_kit() {
        given(BOTH_RANDOMIZED)
                .and(ANNA_HAS_K3)
                .when(dose(ANNA, 2))
                .then(dispensed(ANNA, "K-1", 2), noDonor(ANNA, "K-1", 2));
    }

    @Test
    void a_dose_is_handed_out_once() {
        given(BOTH_RANDOMIZED).and(ANNA_HAS_K3).when(dose(ANNA, 1)).refused("DOSE_ALREADY_DISPENSED");
    }

    @Test
    void a_kit_that_came_back_is_replaced_by_another_and_never_handed_out_again() {
        var back = new KitReturned(
                ANNA.study(), ANNA.toString(), ANNA.site(), "K-3", 1, FIRST_INFUSION.plusSeconds(60), "leaking");
        given(BOTH_RANDOMIZED)
                .and(ANNA_HAS_K3, back)
                .when(dose(ANNA, 1))
                .then(dispensed(ANNA, "K-1", 1), noDonor(ANNA, "K-1", 1))
                .when(dose(ANNA, 2))
                .refused("NO_KIT_AVAILABLE");
    }

    @Test
    void an_empty_shelf_is_told_in_the_same_words_for_every_arm() {
        var empty =
                given(BOTH_RANDOMIZED.stream().filter(fact -> fact != RECEIVED).toList());
        var anna = empty.when(dose(ANNA, 1)).refused("NO_KIT_AVAILABLE");
        assertThat(empty.when(dose(BORIS, 1)).refused("NO_KIT_AVAILABLE")).isEqualTo(anna);
    }

    @Test
    void a_kit_can_be_handed_out_on_the_day_it_expires_at_the_site_and_not_after() {
        given(BOTH_RANDOMIZED).when(at(Instant.parse("2026-03-31T21:59:59Z"))).accepted();
        given(BOTH_RANDOMIZED).when(at(Instant.parse("2026-03-31T22:00:00Z"))).refused("NO_KIT_AVAILABLE");
    }

    @Test
    void a_kit_of_another_site_is_not_handed_out() {
        given(DRAWN, RECEIVED, randomized(DMITRI_OF_SITE_02, 1), allocated(DMITRI_OF_SITE_02, Trial.EXOSOMES))
                .when(dose(DMITRI_OF_SITE_02, 1))
                .refused("NO_KIT_AVAILABLE");
    }

    @Test
    void somebody_who_is_not_randomized_gets_no_kit() {
        given(BOTH_RANDOMIZED).when(dose(CLARA, 1)).refused("NOT_RANDOMIZED");
    }

    @Test
    void somebody_who_has_withdrawn_gets_no_kit() {
        given(BOTH_RANDOMIZED)
                .when(new Dispense(withdrawn(ANNA), true, 1, FIRST_INFUSION, NOW))
                .refused("SUBJECT_WITHDRAWN");
    }

    @Test
    void a_study_that_is_not_under_way_hands_out_nothing() {
        given(BOTH_RANDOMIZED)
                .when(new Dispense(enrolled(ANNA), false, 1, FIRST_INFUSION, NOW))
                .refused("STUDY_NOT_UNDER_WAY");
    }

    @Test
    void doses_are_numbered_from_one() {
        given(BOTH_RANDOMIZED).when(dose(ANNA, 0)).refused("DOSE_NUMBER");
        given(BOTH_RANDOMIZED).when(dose(ANNA, 1000)).refused("DOSE_NUMBER");
    }

    @Test
    void no_kit_is_handed_out_tomorrow_but_a_clock_may_run_a_little_ahead() {
        given(BOTH_RANDOMIZED)
                .when(at(NOW.toldAt().plus(Duration.ofMinutes(6))))
                .refused("IN_THE_FUTURE");
        assertThat(given(BOTH_RANDOMIZED)
                        .when(at(NOW.toldAt().plus(Duration.ofMinutes(5))))
                        .refused("NO_KIT_AVAILABLE")
                        .pointers())
                .isEmpty();
    }

    @Test
    void no_kit_is_handed_out_before_the_day_of_randomization() {
        given(BOTH_RANDOMIZED)
                .when(at(Instant.parse("2025-03-10T22:59:59Z")))
                .refused("DISPENSED_BEFORE_RANDOMIZATION");
        given(BOTH_RANDOMIZED).when(at(Instant.parse("2025-03-10T23:00:00Z"))).accepted();
    }

    private static Dispense dose(SubjectId subject, int dose) {
        return new Dispense(enrolled(subject), true, dose, FIRST_INFUSION, NOW);
    }

    private static Dispense at(Instant instant) {
        return new Dispense(enrolled(ANNA), true, 1, instant, NOW);
    }
}
