package io.equipoise.studydesign.domain;

import static io.equipoise.studydesign.Definitions.read;
import static io.equipoise.studydesign.Definitions.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.studydesign.adapter.schema.PublishedForm;
import io.equipoise.studydesign.domain.Gap.Blocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a simulation assumes for each study: enough to enrol everywhere, and to dose wherever people are given something. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OverlaysTest {
    private static final Path OVERLAYS = Path.of("../../deploy/local/src/main/resources/simulate");
    private static final Set<String> NOBODY_IS_DOSED = Set.of("NCT04223622", "NCT04850469");

    static Stream<String> studies() {
        return resource("/library/index.txt").lines().filter(study -> Files.exists(OVERLAYS.resolve(study + ".yaml")));
    }

    @ParameterizedTest
    @MethodSource("studies")
    void a_simulation_assumes_what_is_missing_and_contradicts_nothing(String study) throws IOException {
        var registered = new Definition(read(resource("/library/" + study + ".yaml")));
        var assumed = registered.patched(read(Files.readString(OVERLAYS.resolve(study + ".yaml"))));
        assertThat(PublishedForm.form().flaws().apply(assumed.tree())).isEmpty();
        assertThat(Contradiction.in(assumed)).isEmpty();
        assertThat(Need.gaps(assumed))
                .filteredOn(gap -> gap.blocks() == Blocks.ENROLMENT || !NOBODY_IS_DOSED.contains(study))
                .isEmpty();
    }
}
