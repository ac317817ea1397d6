package io.equipoise.randomization.domain;

import static io.equipoise.randomization.domain.Trial.DESIGN;
import static io.equipoise.randomization.domain.Trial.DRAW;
import static io.equipoise.randomization.domain.Trial.DRAWN;
import static io.equipoise.randomization.domain.Trial.ONE_TO_ONE;
import static io.equipoise.randomization.domain.Trial.SEED;
import static io.equipoise.randomization.domain.Trial.STUDY;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.Acceptance;
import io.equipoise.platform.Refusal;
import io.equipoise.randomization.domain.AllocationCommand.DrawList;
import io.equipoise.randomization.domain.AllocationEvent.ListDrawn;
import io.equipoise.randomization.domain.Design.Factor;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawListSpec extends AllocationSpecification {
    @Test
    void a_list_is_drawn_from_a_seed() {
        given().when(DRAW).then(DRAWN, Trial.COMMITTED);
    }

    @Test
    void a_seed_that_could_be_found_from_its_hash_is_not_published() {
        var weak = new DrawList(STUDY, DESIGN, new Seed("c0ffee00c0ffee00"), List.of(2), 20);
        assertThat(given().when(weak).accepted()).hasSize(1).hasOnlyElementsOfType(ListDrawn.class);
    }

    @Test
    @Acceptance("AL-1")
    void twenty_places_one_to_one_in_blocks_end_ten_and_ten() {
        for (int seed = 0; seed < 50; seed++) {
            var draw = new DrawList(STUDY, DESIGN, new Seed("%016x".formatted(seed)), List.of(2, 4), 20);
            var drawn = (ListDrawn) given().when(draw).accepted().getFirst();
            assertThat(drawn.strata().getFirst().arms())
                    .filteredOn(Trial.EXOSOMES::equals)
                    .hasSize(10);
        }
        var open = new Design(List.of(), List.of(), List.of("/design/ratio"));
        given().when(new DrawList(STUDY, open, SEED, List.of(2), 20)).refused("DESIGN_INCOMPLETE");
    }

    @Test
    void a_list_is_drawn_once() {
        given(DRAWN).when(DRAW).refused("LIST_ALREADY_DRAWN");
    }

    @Test
    void another_seed_does_not_draw_it_again() {
        given(DRAWN)
                .when(new DrawList(STUDY, DESIGN, new Seed("ffffffffffffffff"), List.of(2), 20))
                .refused("LIST_ALREADY_DRAWN");
    }

    @Test
    void what_the_definition_leaves_open_is_named_and_nothing_is_drawn() {
        var open = new Design(List.of(), List.of(), List.of("/design/ratio", "/design/strata"));
        assertThat(given().when(new DrawList(STUDY, open, SEED, List.of(2), 20))
                        .refused("DESIGN_INCOMPLETE")
                        .pointers())
                .containsExactly("/design/ratio", "/design/strata");
    }

    @Test
    void a_block_size_is_a_multiple_of_the_ratio_and_the_wrong_one_is_pointed_at() {
        assertThat(blocks(2, 3, 0, -2, 102).pointers())
                .containsExactly("/blockSizes/1", "/blockSizes/2", "/blockSizes/3", "/blockSizes/4");
        assertThat(blocks().pointers()).containsExactly("/blockSizes");
    }

    @Test
    void a_full_list_is_a_balanced_list_so_odd_ends_are_refused() {
        given().when(new DrawList(STUDY, DESIGN, SEED, List.of(4, 6), 22)).accepted();
        given().when(new DrawList(STUDY, DESIGN, SEED, List.of(4), 22)).refused("SLOTS_NOT_WHOLE_BLOCKS");
        given().when(new DrawList(STUDY, DESIGN, SEED, List.of(2, 4), 21)).refused("SLOTS_NOT_WHOLE_BLOCKS");
    }

    @Test
    void a_list_has_a_place_and_an_end() {
        given().when(new DrawList(STUDY, DESIGN, SEED, List.of(2), 0)).refused("LIST_LENGTH");
        given().when(new DrawList(STUDY, DESIGN, SEED, List.of(2), 20_002)).refused("LIST_LENGTH");
    }

    @Test
    void a_flood_of_strata_is_refused_before_anything_is_drawn() {
        var levels = Collections.nCopies(1000, "x");
        var factors = Collections.nCopies(30, new Factor("f", levels));
        given().when(new DrawList(STUDY, new Design(ONE_TO_ONE, factors, List.of()), SEED, List.of(2), 2))
                .refused("LIST_LENGTH");
    }

    @Test
    void every_combination_of_levels_has_a_list_of_its_own() {
        var factors = List.of(new Factor("SEX", List.of("F", "M")), new Factor("AGE", List.of("YOUNG", "OLD")));
        var drawn = (ListDrawn)
                given().when(new DrawList(STUDY, new Design(ONE_TO_ONE, factors, List.of()), SEED, List.of(2, 4), 40))
                        .accepted()
                        .getFirst();
        assertThat(drawn.strata())
                .extracting(DrawnList.StratumList::stratum)
                .containsExactly("AGE=YOUNG;SEX=F", "AGE=OLD;SEX=F", "AGE=YOUNG;SEX=M", "AGE=OLD;SEX=M");
        assertThat(drawn.strata()).extracting(DrawnList.StratumList::arms).doesNotHaveDuplicates();
        assertThat(drawn.strata()).allSatisfy(list -> assertThat(list.arms()).hasSize(40));
    }

    private Refusal blocks(Integer... sizes) {
        return given().when(new DrawList(STUDY, DESIGN, SEED, List.of(sizes), 20))
                .refused("BLOCK_SIZE_NOT_MULTIPLE");
    }
}
