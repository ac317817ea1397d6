package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.command.Outcome;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.Seed;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A study that states no arms and no allocation is not randomized, however well its people are enrolled. */
class NothingToAllocateTest {
    private static final String DEFINED = """
        {'study':'%s','version':1,'title':'t','definition':{'study':'%s','design':{'model':{'basis':'unknown'},\
        'allocation':{'basis':'unknown','text':'not stated'}}},'assumptions':[],'gaps':[]}\
        """.formatted(World.STUDY, World.STUDY);

    @Test
    @Acceptance("AL-13")
    void where_nothing_is_given_no_list_is_drawn_and_nobody_is_randomized() {
        try (var world = new World().withStudy(List.of("EXOSOMES", "SALINE"), "[]")) {
            world.hear("studies", "StudyDefined.v1", DEFINED);
            var donor = new SubjectId(World.STUDY, "01", 1);
            world.enrolled(donor, "{}");
            var drawn = world.process.lists.draw(
                    World.STUDY, new Seed("0123456789abcdef"), List.of(2), 4, World.by("statistician", "draw"));
            assertThat(code(drawn)).isEqualTo("DESIGN_INCOMPLETE");
            var randomized =
                    world.process.treating.randomize(donor, LocalDate.of(2025, 3, 11), World.by("inv-01", "randomize"));
            assertThat(code(randomized)).isEqualTo("LIST_NOT_DRAWN");
        }
    }

    private static String code(Outcome<AllocationEvent> outcome) {
        return outcome instanceof Outcome.Refused<AllocationEvent>(var reason) ? reason.code() : outcome.toString();
    }
}
