package io.equipoise.platform.audit;

import io.equipoise.platform.Specification;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnchorsSpec extends Specification<Anchors, ClosedSeal, AnchorsSpec.Anchored> {
    private static final ClosedSeal FIRST = new ClosedSeal("enrolment", 0, 40, "a".repeat(64));
    private static final ClosedSeal SECOND = new ClosedSeal("enrolment", 0, 80, "b".repeat(64));

    /** The fact in this service's own words. */
    record Anchored(ClosedSeal seal) {}

    AnchorsSpec() {
        super(Anchors.decider(new AnchorFact<>(Anchored::new, fact -> Optional.of(fact.seal()))));
    }

    @Test
    void a_seal_is_written_down() {
        given().when(FIRST).then(new Anchored(FIRST));
        given(new Anchored(FIRST)).when(SECOND).then(new Anchored(SECOND));
    }

    @Test
    void lanes_are_anchored_apart() {
        var other = new ClosedSeal("enrolment", 1, 3, "c".repeat(64));
        given(new Anchored(FIRST), new Anchored(SECOND)).when(other).then(new Anchored(other));
    }

    @Test
    void a_seal_told_twice_or_late_is_written_down_once() {
        given(new Anchored(FIRST), new Anchored(SECOND)).when(SECOND).then();
        given(new Anchored(FIRST), new Anchored(SECOND)).when(FIRST).then();
    }

    @Test
    void another_seal_over_the_same_positions_never_replaces_an_anchor() {
        given(new Anchored(FIRST))
                .when(new ClosedSeal("enrolment", 0, 40, "f".repeat(64)))
                .refused("SEAL_CONTRADICTS_ANCHOR");
    }
}
