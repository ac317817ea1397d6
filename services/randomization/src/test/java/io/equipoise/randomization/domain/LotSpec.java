package io.equipoise.randomization.domain;

import static io.equipoise.randomization.domain.Depot.KINDS;
import static io.equipoise.randomization.domain.Depot.MORNING;
import static io.equipoise.randomization.domain.Depot.PASSED;
import static io.equipoise.randomization.domain.Depot.REGISTER;
import static io.equipoise.randomization.domain.Depot.REGISTERED;
import static io.equipoise.randomization.domain.Depot.THAT_DAY;
import static io.equipoise.randomization.domain.Depot.VESICLES;
import static io.equipoise.randomization.domain.Depot.VESICLES_EXPIRE;
import static io.equipoise.randomization.domain.Depot.decided;
import static io.equipoise.randomization.domain.Depot.said;
import static io.equipoise.randomization.domain.Depot.sheet;
import static io.equipoise.randomization.domain.Depot.tested;
import static io.equipoise.randomization.domain.Trial.NOW;
import static io.equipoise.randomization.domain.Trial.STUDY;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.Acceptance;
import io.equipoise.randomization.domain.LotSheet.ReleaseTest;
import io.equipoise.randomization.domain.SupplyCommand.DecideLot;
import io.equipoise.randomization.domain.SupplyCommand.RegisterLot;
import io.equipoise.randomization.domain.SupplyCommand.TestLot;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LotSpec extends AllocationSpecification {
    @Test
    @Acceptance("PR-5")
    void a_lot_is_written_down_with_its_passage_and_its_panel_and_is_in_quarantine() {
        given().when(REGISTER).then(REGISTERED);
        var lot = lotAfter(List.of(REGISTERED));
        assertThat(lot.verdict()).isEqualTo(LotVerdict.QUARANTINED);
        assertThat(lot.sheet().passage()).isEqualTo(3);
        assertThat(lot.missing()).hasSize(7).contains("sterility", "endotoxin").doesNotContain("zeta potential");
    }

    @Test
    void a_lot_is_written_down_once() {
        given(REGISTERED).when(REGISTER).refused("LOT_ALREADY_REGISTERED");
    }

    @Test
    void a_lot_is_for_a_kind_that_the_study_has() {
        given().when(new RegisterLot(
                        STUDY, VESICLES, sheet(new Arm("CANARY"), null, List.of(), VESICLES_EXPIRE), KINDS))
                .refused("KIT_TYPE_UNKNOWN");
    }

    @Test
    void a_donor_is_a_person_of_this_study() {
        var elsewhere = new io.equipoise.contracts.SubjectId("OTHER", "01", 1);
        var sheet = sheet(Trial.EXOSOMES, elsewhere, List.of(), VESICLES_EXPIRE);
        given().when(new RegisterLot(STUDY, VESICLES, sheet, KINDS)).refused("DONOR_MALFORMED");
    }

    @Test
    void the_donor_of_the_tissue_is_a_code_and_may_be_left_out() {
        for (var code : List.of("D", "SEC-1", "x".repeat(40))) {
            var sheet = Depot.from(code);
            given().when(new RegisterLot(STUDY, VESICLES, sheet, KINDS))
                    .then(new SupplyEvent.LotRegistered(STUDY, VESICLES, sheet));
        }
        given().when(REGISTER).then(REGISTERED);
    }

    @Test
    void a_name_a_text_that_is_too_long_and_nothing_at_all_are_no_code() {
        for (var text : List.of("", " ", "Erika Muster", "x".repeat(41), "M\u00fcller", "a/b", "no donor")) {
            assertThat(given().when(new RegisterLot(STUDY, VESICLES, Depot.from(text), KINDS))
                            .refused("TISSUE_DONOR_MALFORMED")
                            .pointers())
                    .containsExactly("/tissueDonor");
        }
    }

    @Test
    void the_donor_of_an_autologous_lot_is_its_person_and_nobody_else() {
        var own = sheet(Trial.EXOSOMES, Trial.ANNA, List.of(), VESICLES_EXPIRE);
        var both = new LotSheet(
                own.product(),
                own.kind(),
                own.source(),
                own.passage(),
                own.donor(),
                "SEC-1",
                own.strengths(),
                own.panel(),
                own.expiresOn(),
                own.doNotShipDays(),
                own.doNotDispenseDays());
        given().when(new RegisterLot(STUDY, VESICLES, both, KINDS)).refused("TISSUE_DONOR_MALFORMED");
    }

    @Test
    void a_panel_names_each_test_once_and_limits_are_numbers() {
        var twice = List.of(
                new ReleaseTest("CD63", true, null, null, null), new ReleaseTest("CD63", true, null, null, null));
        var words = List.of(new ReleaseTest("endotoxin", true, "EU/mL", null, "low"));
        for (var panel : List.of(twice, words)) {
            assertThat(given().when(new RegisterLot(
                                    STUDY, VESICLES, sheet(Trial.EXOSOMES, null, panel, VESICLES_EXPIRE), KINDS))
                            .refused("LOT_SHEET_MALFORMED")
                            .pointers())
                    .containsExactly("/panel");
        }
    }

    @Test
    @Acceptance("PR-6")
    void a_lot_whose_every_mandatory_test_passed_is_released() {
        given(REGISTERED)
                .and(PASSED.toArray(AllocationEvent[]::new))
                .when(deciding(LotVerdict.RELEASED))
                .then(decided(VESICLES, LotVerdict.RELEASED));
    }

    @Test
    void a_lot_with_a_missing_test_is_not_released_and_the_test_is_named() {
        var refusal = given(REGISTERED).when(deciding(LotVerdict.RELEASED)).refused("LOT_TESTS_NOT_PASSED");
        assertThat(refusal.detail()).contains("sterility is missing").doesNotContain("zeta");
    }

    @Test
    void a_lot_with_a_failed_test_is_not_released_until_it_is_tested_again_with_a_reason() {
        var failed = tested(new TestResult("sterility", null, null, "growth", false, THAT_DAY, "counted again"));
        var refusal = given(REGISTERED)
                .and(PASSED.toArray(AllocationEvent[]::new))
                .and(failed)
                .when(deciding(LotVerdict.RELEASED))
                .refused("LOT_TESTS_NOT_PASSED");
        assertThat(refusal.detail()).contains("sterility failed").doesNotContain("missing");
        var again = new TestResult("sterility", null, null, "no growth", true, THAT_DAY, "the medium was contaminated");
        given(REGISTERED).and(failed).when(testing(again)).then(tested(again));
    }

    @Test
    void a_result_after_the_release_that_fails_takes_the_release_away() {
        var facts = new java.util.ArrayList<AllocationEvent>(List.of(REGISTERED));
        facts.addAll(PASSED);
        facts.add(decided(VESICLES, LotVerdict.RELEASED));
        assertThat(lotAfter(facts).isReleased()).isTrue();
        facts.add(tested(new TestResult("sterility", null, null, "growth", false, THAT_DAY, "counted again")));
        assertThat(lotAfter(facts).isReleased()).isFalse();
        assertThat(lotAfter(facts).obstacles()).containsExactly("sterility failed");
    }

    @Test
    @Acceptance("PR-11")
    void negative_without_a_unit_is_accepted_as_text_and_flagged() {
        given(REGISTERED).when(testing(said("endotoxin", "negative").result())).then(said("endotoxin", "negative"));
        assertThat(lotAfter(List.of(REGISTERED, said("endotoxin", "negative"))).inWordsOnly())
                .containsExactly("endotoxin");
        assertThat(lotAfter(List.of(REGISTERED, said("sterility", "no growth"))).inWordsOnly())
                .isEmpty();
    }

    @Test
    void a_number_is_held_against_the_panels_limits_both_ends_included() {
        given(REGISTERED).when(number("0.5", "EU/mL", true)).accepted();
        given(REGISTERED).when(number("0.51", "EU/mL", true)).refused("RESULT_OUTSIDE_LIMITS");
        given(REGISTERED).when(number("0.51", "EU/mL", false)).accepted();
    }

    @Test
    void a_number_is_a_decimal_in_the_panels_unit() {
        given(REGISTERED).when(number("0.1", "EU/kg", true)).refused("RESULT_MALFORMED");
        given(REGISTERED).when(number("<0.1", "EU/mL", true)).refused("RESULT_MALFORMED");
        given(REGISTERED).when(number("0.1", null, true)).refused("RESULT_MALFORMED");
    }

    @Test
    void a_result_says_something() {
        given(REGISTERED)
                .when(testing(new TestResult("CD63", null, null, " ", true, THAT_DAY, null)))
                .refused("RESULT_MISSING");
    }

    @Test
    void a_test_is_done_again_only_with_a_reason() {
        given(REGISTERED, said("CD63", "positive"))
                .when(testing(said("CD63", "positive").result()))
                .refused("RETEST_REASON_MISSING");
    }

    @Test
    void a_test_is_of_the_panel_and_of_a_lot_that_is_there_and_was_done_by_now() {
        given(REGISTERED).when(testing(said("CD9", "positive").result())).refused("TEST_UNKNOWN");
        given().when(testing(said("CD63", "positive").result())).refused("LOT_UNKNOWN");
        var tomorrow = new TestResult("CD63", null, null, "positive", true, LocalDate.of(2027, 1, 1), null);
        given(REGISTERED).when(testing(tomorrow)).refused("IN_THE_FUTURE");
    }

    @Test
    void a_rejected_lot_stays_rejected() {
        given(REGISTERED, decided(VESICLES, LotVerdict.REJECTED))
                .when(deciding(LotVerdict.QUARANTINED))
                .refused("LOT_REJECTED");
    }

    @Test
    void a_decision_has_a_reason_and_happened_by_now_on_a_lot_that_is_there() {
        given(REGISTERED)
                .when(new DecideLot(STUDY, VESICLES, LotVerdict.REJECTED, " ", "qp-01", MORNING, NOW))
                .refused("REASON_MISSING");
        given(REGISTERED)
                .when(new DecideLot(
                        STUDY,
                        VESICLES,
                        LotVerdict.REJECTED,
                        "broken",
                        "qp-01",
                        NOW.toldAt().plusSeconds(999),
                        NOW))
                .refused("IN_THE_FUTURE");
        given().when(deciding(LotVerdict.REJECTED)).refused("LOT_UNKNOWN");
    }

    @Test
    void nothing_of_a_lot_prints_itself() {
        assertThat(List.of(REGISTERED, said("CD63", "positive"), decided(VESICLES, LotVerdict.RELEASED))
                        .toString())
                .doesNotContain("EXO", "CD63", "positive", "RELEASED", "umbilical");
    }

    private static Lot lotAfter(List<? extends AllocationEvent> facts) {
        return Allocation.DECIDER.replay(List.copyOf(facts)).stock().supply().lot(VESICLES);
    }

    private static TestLot number(String number, @Nullable String unit, boolean passed) {
        return testing(new TestResult("endotoxin", number, unit, null, passed, THAT_DAY, null));
    }

    private static TestLot testing(TestResult result) {
        return new TestLot(STUDY, VESICLES, result, NOW);
    }

    private static DecideLot deciding(LotVerdict verdict) {
        return new DecideLot(STUDY, VESICLES, verdict, "as the panel says", "qp-01", MORNING, NOW);
    }
}
