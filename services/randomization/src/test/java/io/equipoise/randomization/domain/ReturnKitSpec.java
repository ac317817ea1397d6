package io.equipoise.randomization.domain;

import static io.equipoise.randomization.domain.Trial.ANNA;
import static io.equipoise.randomization.domain.Trial.BORIS;
import static io.equipoise.randomization.domain.Trial.FIRST_INFUSION;
import static io.equipoise.randomization.domain.Trial.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.randomization.domain.AllocationCommand.ReturnKit;
import io.equipoise.randomization.domain.AllocationEvent.KitReturned;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReturnKitSpec extends AllocationSpecification {
    private static final Instant LATER = FIRST_INFUSION.plusSeconds(3600);
    private static final KitReturned K3_BACK =
            new KitReturned(ANNA.study(), ANNA.toString(), ANNA.site(), "K-3", 1, LATER, "leaking");

    @Test
    void a_kit_comes_back_with_a_reason() {
        handedOut().when(new ReturnKit(ANNA, "K-3", LATER, " leaking ", NOW)).then(K3_BACK);
    }

    @Test
    void a_kit_comes_back_once() {
        handedOut()
                .and(K3_BACK)
                .when(new ReturnKit(ANNA, "K-3", LATER, "again", NOW))
                .refused("KIT_ALREADY_RETURNED");
    }

    @Test
    void somebody_elses_kit_a_kit_on_the_shelf_and_a_kit_that_never_was_are_refused_alike() {
        var othersKit = handedOut().when(new ReturnKit(BORIS, "K-3", LATER, "leaking", NOW));
        var onShelf = handedOut().when(new ReturnKit(ANNA, "K-1", LATER, "leaking", NOW));
        var neverWas = handedOut().when(new ReturnKit(ANNA, "K-9", LATER, "leaking", NOW));
        var refusal = neverWas.refused("KIT_NOT_WITH_SUBJECT");
        assertThat(onShelf.refused("KIT_NOT_WITH_SUBJECT")).isEqualTo(refusal);
        assertThat(othersKit.refused("KIT_NOT_WITH_SUBJECT")).isEqualTo(refusal);
    }

    @Test
    void a_kit_does_not_come_back_before_it_went() {
        handedOut()
                .when(new ReturnKit(ANNA, "K-3", FIRST_INFUSION.minusSeconds(1), "leaking", NOW))
                .refused("RETURNED_BEFORE_DISPENSED");
    }

    @Test
    void a_kit_does_not_come_back_in_the_future() {
        handedOut()
                .when(new ReturnKit(ANNA, "K-3", NOW.toldAt().plusSeconds(301), "leaking", NOW))
                .refused("IN_THE_FUTURE");
    }

    @Test
    void a_reason_is_needed() {
        handedOut().when(new ReturnKit(ANNA, "K-3", LATER, " ", NOW)).refused("REASON_MISSING");
    }

    private Given handedOut() {
        return given(BOTH_RANDOMIZED).and(ANNA_HAS_K3);
    }
}
