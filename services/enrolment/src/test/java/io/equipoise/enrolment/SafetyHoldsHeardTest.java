package io.equipoise.enrolment;

import static io.equipoise.enrolment.ContractTest.heard;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.enrolment.adapter.mongo.HeldStudies;
import io.equipoise.enrolment.domain.SafetyHold;
import io.equipoise.enrolment.domain.Trial;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Holds of the golden examples, as enrolment understands them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SafetyHoldsHeardTest {
    @Test
    void golden_safety_holds_are_understood_told_twice_and_end_when_they_are_lifted() {
        try (var house = new TestHouse()) {
            var studies = new HeldStudies(house.database, house);
            for (int round = 0; round < 2; round++) {
                studies.apply(heard("adverse-events", "stopping/" + Trial.NCT, 1, "SafetyHoldPlaced.v1"));
                studies.apply(heard("adverse-events", "alert/AL-1", 1, "AlertRaised.v1"));
            }
            assertThat(studies.find(Trial.NCT).orElseThrow().holds())
                    .containsExactly(new SafetyHold(
                            "HO-NCT07146087-1", Instant.parse("2025-04-01T12:00:00Z"), List.of("data-safety-board")));
            studies.apply(heard("adverse-events", "stopping/" + Trial.NCT, 2, "SafetyHoldLifted.v1"));
            assertThat(studies.find(Trial.NCT, "01").orElseThrow().holds()).isEmpty();
        }
    }
}
