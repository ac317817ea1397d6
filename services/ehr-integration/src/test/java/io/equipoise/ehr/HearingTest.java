package io.equipoise.ehr;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.ehr.adapter.mongo.AskedFactsProjection;
import io.equipoise.ehr.adapter.mongo.SubjectsProjection;
import io.equipoise.platform.GoldenEars;
import io.equipoise.platform.GoldenEars.Ear;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HearingTest {
    @Test
    void every_golden_example_that_is_said_to_be_heard_here_is() {
        assertThat(GoldenEars.deafTo(
                        "ehr-integration",
                        database -> Ear.of(new AskedFactsProjection(database), new SubjectsProjection(database))))
                .isEmpty();
    }
}
