package io.equipoise.randomization.domain;

import static io.equipoise.randomization.domain.Schemes.BIG_STICK;
import static io.equipoise.randomization.domain.Schemes.EFRON;
import static io.equipoise.randomization.domain.Schemes.EVEN;
import static io.equipoise.randomization.domain.Schemes.URN;
import static io.equipoise.randomization.domain.Schemes.declared;
import static io.equipoise.randomization.domain.Schemes.declaring;
import static io.equipoise.randomization.domain.Schemes.minimization;
import static io.equipoise.randomization.domain.Trial.COMMITTED;
import static io.equipoise.randomization.domain.Trial.DESIGN;
import static io.equipoise.randomization.domain.Trial.DRAW;
import static io.equipoise.randomization.domain.Trial.DRAWN;
import static io.equipoise.randomization.domain.Trial.EXOSOMES;
import static io.equipoise.randomization.domain.Trial.SALINE;
import static io.equipoise.randomization.domain.Trial.SEED;
import static io.equipoise.randomization.domain.Trial.STUDY;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.Refusal;
import io.equipoise.randomization.domain.AllocationCommand.DeclareScheme;
import io.equipoise.randomization.domain.Design.Factor;
import io.equipoise.randomization.domain.Design.Share;
import io.equipoise.randomization.domain.Parameters.Weight;
import io.equipoise.randomization.domain.design.Coin;
import io.equipoise.randomization.domain.design.Measure;
import io.equipoise.randomization.domain.design.Probability;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclareSchemeSpec extends AllocationSpecification {
    private static final Share A = new Share(new Arm("A"), "a", 1);
    private static final Share B_TWICE = new Share(new Arm("B"), "b", 2);
    private static final Share C = new Share(new Arm("C"), "c", 1);

    @Test
    void a_design_is_settled_and_the_hash_of_its_seed_is_published() {
        given().when(declaring(EFRON)).then(declared(EFRON), COMMITTED);
    }

    @Test
    void it_is_settled_once_also_where_a_list_was_drawn() {
        given(declared(EFRON), COMMITTED).when(declaring(URN)).refused("SCHEME_ALREADY_DECLARED");
        given(DRAWN).when(declaring(EFRON)).refused("SCHEME_ALREADY_DECLARED");
        given(declared(EFRON), COMMITTED).when(DRAW).refused("LIST_ALREADY_DRAWN");
    }

    @Test
    void nothing_is_settled_after_the_first_subject() {
        given(BOTH_RANDOMIZED).when(declaring(EFRON)).refused("SUBJECTS_ALREADY_RANDOMIZED");
        given(BOTH_RANDOMIZED).when(declaring(2, null, EFRON)).refused("SUBJECTS_ALREADY_RANDOMIZED");
    }

    @Test
    void what_the_definition_leaves_open_is_named() {
        var open = new Design(List.of(), List.of(), List.of("/design/ratio"));
        assertThat(given().when(new DeclareScheme(STUDY, 1, open, SEED, EFRON))
                        .refused("DESIGN_INCOMPLETE")
                        .pointers())
                .containsExactly("/design/ratio");
    }

    @Test
    void a_seed_that_could_be_found_by_trying_is_refused() {
        for (var weak : List.of("0123456789abcdef", "00000000000000000000000000000001", "0102".repeat(16))) {
            assertThat(given().when(declaring(1, new Seed(weak), EFRON))
                            .refused("SEED_WEAK")
                            .pointers())
                    .containsExactly("/seed");
        }
    }

    @Test
    void a_second_randomization_has_the_same_seed_and_follows_the_first() {
        given(declared(EFRON), COMMITTED).when(declaring(2, null, URN)).then(Schemes.second(URN));
        given(DRAWN).when(declaring(2, null, URN)).then(Schemes.second(URN));
        given().when(declaring(2, null, URN)).refused("SCHEME_NOT_DECLARED");
        given(DRAWN).when(declaring(2, SEED, URN)).refused("SEED_COMMITTED_ALREADY");
        given(DRAWN, Schemes.second(URN)).when(declaring(2, null, EFRON)).refused("SCHEME_ALREADY_DECLARED");
        given(DRAWN).when(declaring(3, null, URN)).refused("RANDOMIZATION_NUMBER");
    }

    @Test
    void what_a_design_needs_is_there_and_nothing_is_filled_in() {
        assertThat(refused("DESIGN_PARAMETER_MISSING", Parameters.of(DesignKind.MINIMIZATION)))
                .containsExactly("/probability", "/measure", "/coin", "/factors");
        assertThat(refused("DESIGN_PARAMETER_MISSING", Parameters.of(DesignKind.URN)))
                .containsExactly("/within", "/alpha", "/beta");
        assertThat(refused("DESIGN_PARAMETER_MISSING", Parameters.of(DesignKind.BIG_STICK)))
                .containsExactly("/within", "/limit");
        assertThat(refused("DESIGN_PARAMETER_MISSING", Parameters.of(DesignKind.EFRON)))
                .containsExactly("/within", "/probability");
    }

    @Test
    void what_a_design_would_ignore_is_refused() {
        var stick = new Parameters(
                DesignKind.SIMPLE, null, null, 3, null, null, Measure.RANGE, null, List.of(new Weight("SEX", 1)));
        assertThat(refused("DESIGN_PARAMETER_SURPLUS", stick)).containsExactly("/limit", "/measure", "/factors");
    }

    @Test
    void parameters_stay_within_their_bounds() {
        assertThat(refused("DESIGN_PARAMETER_RANGE", Schemes.efron("1/3"))).containsExactly("/probability");
        assertThat(refused("DESIGN_PARAMETER_RANGE", Schemes.bigStick(0))).containsExactly("/limit");
        assertThat(refused("DESIGN_PARAMETER_RANGE", Schemes.urn(-1, 1))).containsExactly("/alpha");
        assertThat(refused("DESIGN_PARAMETER_RANGE", Schemes.urn(0, 0))).containsExactly("/beta");
    }

    @Test
    void an_arm_that_comes_first_is_no_less_likely_than_by_its_share() {
        var unequal = new Design(List.of(A, B_TWICE, C), List.of(), List.of());
        given().when(new DeclareScheme(STUDY, 1, unequal, SEED, minimization(Coin.HAN, "1/4")))
                .accepted();
        given().when(new DeclareScheme(STUDY, 1, unequal, SEED, minimization(Coin.HAN, "0.24")))
                .refused("DESIGN_PARAMETER_RANGE");
        given().when(new DeclareScheme(STUDY, 1, arms(4), SEED, minimization(Coin.RANK_LINEAR, "2/3")))
                .accepted();
        given().when(new DeclareScheme(STUDY, 1, arms(4), SEED, minimization(Coin.RANK_LINEAR, "0.67")))
                .refused("DESIGN_PARAMETER_RANGE");
    }

    @Test
    void designs_for_equal_shares_are_refused_where_shares_are_not_equal() {
        var unequal = new Design(List.of(A, B_TWICE), List.of(), List.of());
        for (var parameters : List.of(EFRON, BIG_STICK, URN, minimization(Coin.RANK_LINEAR, "2/3"))) {
            given().when(new DeclareScheme(STUDY, 1, unequal, SEED, parameters)).refused("DESIGN_UNFIT_FOR_SHARES");
        }
        given().when(new DeclareScheme(STUDY, 1, arms(3), SEED, EFRON)).refused("DESIGN_UNFIT_FOR_SHARES");
        given().when(new DeclareScheme(STUDY, 1, arms(3), SEED, URN)).accepted();
    }

    @Test
    void shares_whose_common_multiple_is_beyond_counting_are_refused() {
        var odd = List.of(97, 89, 83, 79).stream()
                .map(share -> new Share(new Arm("P" + share), "p", share))
                .toList();
        given().when(new DeclareScheme(
                        STUDY, 1, new Design(odd, List.of(), List.of()), SEED, minimization(Coin.HAN, "0.9")))
                .refused("DESIGN_UNFIT_FOR_SHARES");
    }

    @Test
    void a_factor_is_one_of_the_definition_or_the_site_named_once_with_a_weight() {
        assertThat(factors("FACTOR_UNKNOWN", new Weight("SEX", 1), new Weight("SHOES", 1)))
                .containsExactly("/factors/1/factor");
        assertThat(factors("FACTOR_REPEATED", new Weight("SITE", 1), new Weight("SITE", 2)))
                .containsExactly("/factors/1/factor");
        assertThat(factors("DESIGN_PARAMETER_RANGE", new Weight("SITE", 0), new Weight("SEX", 1_001)))
                .containsExactly("/factors/0/weight", "/factors/1/weight");
    }

    @Test
    void a_scheme_prints_neither_seed_nor_arm() {
        assertThat(declaring(EFRON) + " " + declared(EFRON) + Scheme.of(declared(EFRON)))
                .doesNotContain(SEED.hex(), EXOSOMES.code(), SALINE.code());
    }

    private List<String> refused(String code, Parameters parameters) {
        return given().when(declaring(parameters)).refused(code).pointers();
    }

    private List<String> factors(String code, Weight... weights) {
        var design = new Design(EVEN, List.of(new Factor("SEX", List.of("F", "M"))), List.of());
        var parameters = Schemes.minimization(Measure.RANGE, Coin.PREFERRED, new Probability(4, 5), List.of(weights));
        Refusal refusal = given().when(new DeclareScheme(STUDY, 1, design, SEED, parameters))
                .refused(code);
        return refusal.pointers();
    }

    private static Design arms(int count) {
        return new Design(Collections.nCopies(count, DESIGN.shares().getFirst()), List.of(), List.of());
    }
}
