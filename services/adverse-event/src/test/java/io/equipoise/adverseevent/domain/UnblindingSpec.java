package io.equipoise.adverseevent.domain;

import static io.equipoise.adverseevent.domain.Wards.ANNA;
import static io.equipoise.adverseevent.domain.Wards.REACTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equipoise.adverseevent.domain.UnblindingCommand.Keep;
import io.equipoise.adverseevent.domain.UnblindingCommand.Look;
import io.equipoise.adverseevent.domain.UnblindingFact.TreatmentRead;
import io.equipoise.adverseevent.domain.UnblindingFact.TreatmentUnblinded;
import io.equipoise.platform.Specification;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** EU CTR 536/2014, Annex III 2.5: unblinded information is for those who report safety, and every look is on record. */
class UnblindingSpec extends Specification<Unblinding, UnblindingCommand, SafetyFact> {
    private static final Instant NOON = Instant.parse("2025-03-12T12:00:00Z");
    private static final TreatmentUnblinded TOLD =
            new TreatmentUnblinded(REACTION, ANNA, "saf-01", NOON, new Treatment("EXOSOMES"));

    UnblindingSpec() {
        super(Unblinding.DECIDER);
    }

    @Test
    void what_randomization_tells_is_kept() {
        given().when(new Keep(TOLD)).then(TOLD);
    }

    @Test
    void told_again_it_changes_nothing() {
        given(TOLD).when(new Keep(TOLD)).then();
    }

    @Test
    void a_code_that_was_broken_again_is_kept_beside_the_first() {
        var again = new TreatmentUnblinded(REACTION, ANNA, "saf-02", NOON.plusSeconds(60), new Treatment("EXOSOMES"));
        given(TOLD).when(new Keep(again)).then(again);
    }

    @Test
    void every_look_is_a_fact_of_its_own() {
        given(TOLD).when(new Look("saf-01", NOON)).then(new TreatmentRead(REACTION, ANNA, "saf-01", NOON));
        given(TOLD, new TreatmentRead(REACTION, ANNA, "saf-01", NOON))
                .when(new Look("saf-01", NOON))
                .then(new TreatmentRead(REACTION, ANNA, "saf-01", NOON));
    }

    @Test
    void where_no_code_was_broken_there_is_nothing_to_look_at() {
        given().when(new Look("saf-01", NOON)).refused("UNBLINDING_UNKNOWN");
    }

    @Test
    void a_treatment_is_written_at_one_length_and_never_printed() {
        assertThat(new Treatment("SALINE").padded()).hasSameSizeAs(new Treatment("EXOSOMES").padded());
        assertThat(new Treatment("SALINE").code()).isEqualTo("SALINE");
        assertThat(TOLD.toString()).doesNotContain("EXOSOMES");
        assertThatThrownBy(() -> new Treatment(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Treatment("X".repeat(41))).isInstanceOf(IllegalArgumentException.class);
    }
}
