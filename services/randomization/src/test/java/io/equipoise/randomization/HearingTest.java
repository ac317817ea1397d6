package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.GoldenEars;
import io.equipoise.platform.GoldenEars.Ear;
import io.equipoise.randomization.adapter.mongo.EventsProjection;
import io.equipoise.randomization.adapter.mongo.ExpectedDosesProjection;
import io.equipoise.randomization.adapter.mongo.PeopleProjection;
import io.equipoise.randomization.adapter.mongo.StudyProjection;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HearingTest {
    @Test
    void every_golden_example_that_is_said_to_be_heard_here_is() {
        assertThat(GoldenEars.deafTo(
                        "randomization",
                        database -> Ear.of(
                                new PeopleProjection(database),
                                new StudyProjection(database),
                                new EventsProjection(database),
                                new ExpectedDosesProjection(database))))
                .isEmpty();
    }
}
