package io.equipoise.randomization.adapter.rest.unblinded;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.randomization.World;
import io.equipoise.randomization.adapter.rest.DesignTwin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the statistician's door shows, word for word: others recompute a study from a copy of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SchemeShownTest {

    @Test
    void a_study_with_two_randomizations_is_shown_as_others_read_it() throws IOException {
        var twin = new DesignTwin(List.of("EXOSOMES", "SALINE")).run();
        try (var world = twin.world;
                var golden = SchemeShownTest.class.getResourceAsStream("/scheme/two-randomizations.json")) {
            var allocation = world.process.allocations.of(World.STUDY);
            var shown = World.JSON.valueToTree(SchemeShown.of(World.STUDY, allocation));
            assertThat(World.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(shown) + "\n")
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
