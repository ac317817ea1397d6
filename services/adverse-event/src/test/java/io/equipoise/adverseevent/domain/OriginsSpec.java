package io.equipoise.adverseevent.domain;

import static io.equipoise.adverseevent.domain.Wards.ANNA;
import static io.equipoise.adverseevent.domain.Wards.BORIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equipoise.adverseevent.domain.Origins.Keep;
import io.equipoise.platform.Specification;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What randomization tells of a kit's donor is kept, kit by kit, and never prints itself. */
class OriginsSpec extends Specification<Origins, Keep, SafetyFact> {
    private static final ProductOriginKept FIRST =
            new ProductOriginKept(ANNA, 1, "K-483920", new ProductOrigin("CORD-7"));

    OriginsSpec() {
        super(Origins.DECIDER);
    }

    @Test
    void what_randomization_tells_of_a_kit_is_kept() {
        given().when(new Keep(FIRST)).then(FIRST);
        assertThat(Origins.DECIDER.replay(List.of(FIRST)).of(ANNA, "K-483920")).contains(new ProductOrigin("CORD-7"));
    }

    @Test
    void told_again_it_changes_nothing() {
        given(FIRST).when(new Keep(FIRST)).then();
    }

    /** The dose of a kit that came back gets another kit, of another donor perhaps. */
    @Test
    void a_second_kit_for_the_same_dose_is_kept_beside_the_first() {
        var second = new ProductOriginKept(ANNA, 1, "K-483921", new ProductOrigin("CORD-9"));
        given(FIRST).when(new Keep(second)).then(second);
        assertThat(Origins.DECIDER.replay(List.of(FIRST, second)).of(ANNA, "K-483920"))
                .contains(new ProductOrigin("CORD-7"));
    }

    @Test
    void of_a_kit_that_nobody_told_of_or_that_is_somebody_elses_there_is_nothing() {
        var known = Origins.DECIDER.replay(List.of(FIRST));
        assertThat(known.of(ANNA, "K-0")).isEmpty();
        assertThat(known.of(BORIS, "K-483920")).isEmpty();
        assertThat(known.areNone()).isFalse();
        assertThat(Origins.DECIDER.replay(List.of()).areNone()).isTrue();
    }

    @Test
    void an_origin_is_written_at_one_length_and_never_printed() {
        var none = new ProductOrigin("no donor");
        assertThat(none.padded()).hasSameSizeAs(new ProductOrigin("CORD-7").padded());
        assertThat(new ProductOrigin(none.padded())).isEqualTo(none);
        assertThat(none.hasDonor()).isFalse();
        assertThat(new ProductOrigin("CORD-7").hasDonor()).isTrue();
        assertThat(FIRST.toString()).doesNotContain("CORD");
        for (var text : List.of("", "Erika Muster", "X".repeat(41))) {
            assertThatThrownBy(() -> new ProductOrigin(text)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new ProductOrigin("X".repeat(40)).code()).hasSize(40);
    }
}
