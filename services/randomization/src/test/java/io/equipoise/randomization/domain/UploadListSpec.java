package io.equipoise.randomization.domain;

import static io.equipoise.randomization.domain.Trial.ANNA;
import static io.equipoise.randomization.domain.Trial.DAY_0;
import static io.equipoise.randomization.domain.Trial.DESIGN;
import static io.equipoise.randomization.domain.Trial.DRAW;
import static io.equipoise.randomization.domain.Trial.DRAWN;
import static io.equipoise.randomization.domain.Trial.EXOSOMES;
import static io.equipoise.randomization.domain.Trial.NOW;
import static io.equipoise.randomization.domain.Trial.ONE_TO_ONE;
import static io.equipoise.randomization.domain.Trial.SALINE;
import static io.equipoise.randomization.domain.Trial.SEED;
import static io.equipoise.randomization.domain.Trial.STUDY;
import static io.equipoise.randomization.domain.Trial.enrolled;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.randomization.domain.AllocationCommand.ApproveList;
import io.equipoise.randomization.domain.AllocationCommand.DraftList;
import io.equipoise.randomization.domain.AllocationCommand.Randomize;
import io.equipoise.randomization.domain.AllocationCommand.ReleaseList;
import io.equipoise.randomization.domain.AllocationEvent.ListApproved;
import io.equipoise.randomization.domain.AllocationEvent.ListDrafted;
import io.equipoise.randomization.domain.AllocationEvent.ListReleased;
import io.equipoise.randomization.domain.Design.Factor;
import io.equipoise.randomization.domain.DrawnList.Block;
import io.equipoise.randomization.domain.DrawnList.StratumList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UploadListSpec extends AllocationSpecification {
    private static final List<ListRow> ROWS = rows("ALL", EXOSOMES, SALINE, SALINE, EXOSOMES);
    private static final ListDrafted DRAFTED = new ListDrafted(
            STUDY,
            SEED,
            ONE_TO_ONE,
            List.of(new StratumList("ALL", List.of(new Block(List.of(EXOSOMES, SALINE, SALINE, EXOSOMES))))),
            "stefan");
    private static final ListApproved APPROVED = new ListApproved(STUDY, "mara");
    private static final ListReleased RELEASED = new ListReleased(STUDY, "stefan");

    @Test
    void one_drafts_another_approves_and_then_it_is_released() {
        given().when(drafting(ROWS)).then(DRAFTED);
        given(DRAFTED).when(new ApproveList(STUDY, "mara")).then(APPROVED);
        given(DRAFTED, APPROVED).when(new ReleaseList(STUDY, "stefan")).then(RELEASED);
    }

    @Test
    void only_a_released_list_is_used() {
        var anna = new Randomize(enrolled(ANNA), true, DAY_0, NOW);
        given(DRAFTED).when(anna).refused("LIST_NOT_DRAWN");
        given(DRAFTED, APPROVED).when(anna).refused("LIST_NOT_DRAWN");
        given(DRAFTED, APPROVED, RELEASED).when(anna).then(ANNA_RANDOMIZED, ANNA_ON_EXOSOMES);
    }

    @Test
    void nobody_approves_their_own_list() {
        given(DRAFTED).when(new ApproveList(STUDY, "stefan")).refused("APPROVER_IS_AUTHOR");
    }

    @Test
    void what_is_not_approved_is_not_released() {
        given(DRAFTED).when(new ReleaseList(STUDY, "stefan")).refused("LIST_NOT_APPROVED");
    }

    @Test
    void without_a_draft_there_is_nothing_to_approve_or_release() {
        given().when(new ApproveList(STUDY, "mara")).refused("LIST_NOT_DRAFTED");
        given().when(new ReleaseList(STUDY, "mara")).refused("LIST_NOT_DRAFTED");
        given(DRAFTED, APPROVED, RELEASED).when(new ApproveList(STUDY, "mara")).refused("SCHEME_ALREADY_DECLARED");
    }

    @Test
    void a_draft_can_be_replaced_until_it_is_approved_and_the_replacement_wants_approval_of_its_own() {
        given(DRAFTED).when(drafting(rows("ALL", SALINE, EXOSOMES))).accepted();
        given(DRAFTED, APPROVED).when(drafting(ROWS)).refused("LIST_ALREADY_APPROVED");
        given(DRAFTED, APPROVED).when(new ApproveList(STUDY, "otto")).refused("LIST_ALREADY_APPROVED");
        given(DRAFTED, DRAFTED).when(new ReleaseList(STUDY, "mara")).refused("LIST_NOT_APPROVED");
    }

    @Test
    void a_study_has_one_way_of_deciding() {
        given(DRAWN).when(drafting(ROWS)).refused("SCHEME_ALREADY_DECLARED");
        given(DRAFTED, APPROVED, RELEASED).when(DRAW).refused("LIST_ALREADY_DRAWN");
        given(DRAFTED, APPROVED, RELEASED).when(drafting(ROWS)).refused("SCHEME_ALREADY_DECLARED");
        given(DRAFTED, APPROVED, DRAWN).when(new ReleaseList(STUDY, "stefan")).refused("SCHEME_ALREADY_DECLARED");
    }

    @Test
    void a_list_has_the_strata_of_the_definition_each_with_places() {
        var sexes = new Design(ONE_TO_ONE, List.of(new Factor("SEX", List.of("F", "M"))), List.of());
        assertThat(given().when(new DraftList(STUDY, sexes, ROWS, SEED, "stefan"))
                        .refused("LIST_STRATUM_UNKNOWN")
                        .pointers())
                .contains("/rows/0/stratum");
        given().when(new DraftList(STUDY, sexes, rows("SEX=F", SALINE, EXOSOMES), SEED, "stefan"))
                .refused("LIST_NOT_IN_RATIO");
    }

    @Test
    void a_list_has_the_arms_of_the_definition_in_its_ratio() {
        assertThat(given().when(drafting(rows("ALL", SALINE, new Arm("WATER"))))
                        .refused("LIST_ARM_UNKNOWN")
                        .pointers())
                .containsExactly("/rows/1/arm");
        given().when(drafting(rows("ALL", SALINE, SALINE, EXOSOMES))).refused("LIST_NOT_IN_RATIO");
    }

    @Test
    void no_place_is_missing_or_there_twice() {
        var twice = List.of(new ListRow("ALL", 1, SALINE), new ListRow("ALL", 1, EXOSOMES));
        assertThat(given().when(drafting(twice)).refused("LIST_PLACES_BROKEN").pointers())
                .containsExactly("/rows/1/position");
        var gap = List.of(new ListRow("ALL", 1, SALINE), new ListRow("ALL", 3, EXOSOMES));
        assertThat(given().when(drafting(gap)).refused("LIST_PLACES_BROKEN").pointers())
                .containsExactly("/rows/1/position");
        given().when(drafting(List.of(ROWS.get(3), ROWS.get(1), ROWS.get(0), ROWS.get(2))))
                .then(DRAFTED);
    }

    @Test
    void an_empty_list_and_an_endless_one_are_refused() {
        given().when(drafting(List.of())).refused("LIST_LENGTH");
        given().when(drafting(Collections.nCopies(20_001, ROWS.getFirst()))).refused("LIST_LENGTH");
    }

    @Test
    void an_open_definition_is_nothing_to_check_against() {
        var open = new Design(List.of(), List.of(), List.of("/design/ratio"));
        given().when(new DraftList(STUDY, open, ROWS, SEED, "stefan")).refused("DESIGN_INCOMPLETE");
    }

    @Test
    void a_draft_does_not_print_its_arms() {
        var state = Allocation.DECIDER.replay(List.of(DRAFTED));
        assertThat(drafting(ROWS) + " " + DRAFTED + state + ROWS).doesNotContain("SALINE", SEED.hex());
    }

    private static DraftList drafting(List<ListRow> rows) {
        return new DraftList(STUDY, DESIGN, rows, SEED, "stefan");
    }

    private static List<ListRow> rows(String stratum, Arm... arms) {
        return IntStream.range(0, arms.length)
                .mapToObj(n -> new ListRow(stratum, n + 1, arms[n]))
                .toList();
    }
}
