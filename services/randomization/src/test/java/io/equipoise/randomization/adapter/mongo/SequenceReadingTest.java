package io.equipoise.randomization.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.randomization.World;
import io.equipoise.randomization.domain.Arm;
import io.equipoise.randomization.domain.Design;
import io.equipoise.randomization.domain.Sequences;
import io.equipoise.randomization.domain.Sequences.Sequence;
import io.equipoise.randomization.domain.Sequences.Span;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A crossover as the library's MESEMS writes it down. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SequenceReadingTest {
    private static final String PERIODS = "{'basis':'stated','value':[{'period':'P1','from':'P0W','to':'P24W'},"
            + "{'period':'P2','from':'P24W','to':'P48W'}]}";

    private final World world = new World();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void what_each_sequence_gives_in_which_period_is_read() {
        var design = read("{'P1':'MSC','P2':'PLACEBO'}", PERIODS);
        assertThat(design.unknown()).isEmpty();
        assertThat(design.sequences())
                .isEqualTo(new Sequences(
                        List.of(new Span("P1", "P0W", "P24W"), new Span("P2", "P24W", "P48W")),
                        List.of(
                                new Sequence(new Arm("MSC_FIRST"), List.of(new Arm("MSC"), new Arm("PLACEBO"))),
                                new Sequence(new Arm("PLACEBO_FIRST"), List.of(new Arm("PLACEBO"), new Arm("MSC"))))));
        assertThat(design.kinds()).containsExactly(new Arm("MSC"), new Arm("PLACEBO"));
    }

    @Test
    void periods_that_are_unknown_or_a_sequence_that_leaves_one_open_are_named() {
        assertThat(read("{'P1':'MSC','P2':'PLACEBO'}", "{'basis':'unknown'}").unknown())
                .contains("/design/periods");
        assertThat(read("{'P1':'MSC'}", PERIODS).unknown()).contains("/design/periods");
        assertThat(read("{'P1':'MSC','P2':'PLACEBO'}", PERIODS.replace("P24W", "half a year"))
                        .unknown())
                .contains("/design/periods");
    }

    @Test
    void arms_without_periods_are_no_crossover() {
        world.hear("studies", "StudyDefined.v1", World.definition(List.of("A", "B"), "[]"));
        assertThat(found().sequences()).isEqualTo(Sequences.NONE);
    }

    private Design read(String first, String periods) {
        world.hear(
                "studies",
                "StudyDefined.v1",
                World.definition(List.of("MSC_FIRST", "PLACEBO_FIRST"), "[]")
                        .replace("'arm':'MSC_FIRST',", "'arm':'MSC_FIRST','periods':" + first + ",")
                        .replace(
                                "'arm':'PLACEBO_FIRST',",
                                "'arm':'PLACEBO_FIRST','periods':{'P1':'PLACEBO','P2':'MSC'},")
                        .replace("'design':{", "'design':{'periods':" + periods + ","));
        return found();
    }

    private Design found() {
        return new MongoStudies(world.database).find(World.STUDY).orElseThrow().design();
    }
}
