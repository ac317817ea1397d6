package io.equipoise.enrolment.domain;

import io.equipoise.platform.Specification;
import org.junit.jupiter.api.Test;

class AnchorsSpec extends Specification<Anchors, SealAnchored, EnrolmentEvent> {
    private static final SealAnchored FIRST = new SealAnchored("study-design", 0, 40, "a".repeat(64));
    private static final SealAnchored SECOND = new SealAnchored("study-design", 0, 80, "b".repeat(64));

    AnchorsSpec() {
        super(Anchors.DECIDER);
    }

    @Test
    void a_seal_is_written_down() {
        given().when(FIRST).then(FIRST);
        given(FIRST).when(SECOND).then(SECOND);
    }

    @Test
    void lanes_are_anchored_apart() {
        var other = new SealAnchored("study-design", 1, 3, "c".repeat(64));
        given(FIRST, SECOND).when(other).then(other);
    }

    @Test
    void a_seal_told_twice_or_late_is_written_down_once() {
        given(FIRST, SECOND).when(SECOND).then();
        given(FIRST, SECOND).when(FIRST).then();
    }

    @Test
    void another_seal_over_the_same_positions_never_replaces_an_anchor() {
        given(FIRST)
                .when(new SealAnchored("study-design", 0, 40, "f".repeat(64)))
                .refused("SEAL_CONTRADICTS_ANCHOR");
    }
}
