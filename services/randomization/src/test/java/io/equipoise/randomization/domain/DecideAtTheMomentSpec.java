package io.equipoise.randomization.domain;

import static io.equipoise.randomization.domain.Schemes.BIG_STICK;
import static io.equipoise.randomization.domain.Schemes.EFRON;
import static io.equipoise.randomization.domain.Schemes.URN;
import static io.equipoise.randomization.domain.Schemes.declared;
import static io.equipoise.randomization.domain.Trial.ANNA;
import static io.equipoise.randomization.domain.Trial.BORIS;
import static io.equipoise.randomization.domain.Trial.DAY_0;
import static io.equipoise.randomization.domain.Trial.DESIGN;
import static io.equipoise.randomization.domain.Trial.ENROLLED;
import static io.equipoise.randomization.domain.Trial.NOW;
import static io.equipoise.randomization.domain.Trial.SALINE;
import static io.equipoise.randomization.domain.Trial.STUDY;
import static io.equipoise.randomization.domain.Trial.enrolled;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.Decision;
import io.equipoise.randomization.domain.AllocationCommand.Randomize;
import io.equipoise.randomization.domain.AllocationEvent.ArmAllocated;
import io.equipoise.randomization.domain.AllocationEvent.SchemeDeclared;
import io.equipoise.randomization.domain.Design.Factor;
import io.equipoise.randomization.domain.Design.Share;
import io.equipoise.randomization.domain.Parameters.Scope;
import io.equipoise.randomization.domain.Parameters.Weight;
import io.equipoise.randomization.domain.design.Coin;
import io.equipoise.randomization.domain.design.Measure;
import io.equipoise.randomization.domain.design.Probability;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same people, one after another; what an independent program gives them is written here. */
class DecideAtTheMomentSpec extends AllocationSpecification {
    private static final List<Factor> SEX_AND_AGE =
            List.of(new Factor("SEX", List.of("F", "M")), new Factor("AGE", List.of("YOUNG", "OLD")));
    private static final Design STRATIFIED = new Design(DESIGN.shares(), SEX_AND_AGE, List.of());

    @Test
    void a_simple_design_gives_what_an_independent_program_gives() {
        assertThat(letters(declared(Parameters.of(DesignKind.SIMPLE)), everybodyAlike()))
                .isEqualTo("SESEESSESEESEESESSSSESSS");
    }

    @Test
    void efrons_coin_gives_what_an_independent_program_gives() {
        assertThat(letters(declared(EFRON), everybodyAlike())).isEqualTo("SESEESESSESESESESESESESS");
        var inStrata = new Parameters(
                DesignKind.EFRON, Scope.STRATUM, new Probability(2, 3), null, null, null, null, null, List.of());
        assertThat(letters(declared(1, STRATIFIED, inStrata), ofFourStrata())).isEqualTo("ESEESSSESSESEESSESEEEESS");
    }

    @Test
    void the_big_stick_gives_what_an_independent_program_gives() {
        assertThat(letters(declared(BIG_STICK), everybodyAlike())).isEqualTo("EESSESSESEEESSESEESESSES");
    }

    @Test
    void the_urn_gives_what_an_independent_program_gives() {
        var three = new Design(shares(1, 1, 1), List.of(), List.of());
        assertThat(letters(declared(1, three, URN), everybodyAlike())).isEqualTo("BBCACACAACCCBCCBBAACBCBB");
    }

    @Test
    void minimization_gives_what_an_independent_program_gives() {
        var withSites = minimized(
                Measure.RANGE,
                Coin.PREFERRED,
                "0.8",
                new Weight("SEX", 1),
                new Weight("AGE", 2),
                new Weight("SITE", 1));
        assertThat(letters(declared(1, STRATIFIED, withSites), ofFourStrata())).isEqualTo("SESEESSEESSEESSEESESESSE");
        var han = minimized(Measure.VARIANCE, Coin.HAN, "0.7", new Weight("AGE", 1), new Weight("SEX", 1));
        var unequal = new Design(shares(2, 1, 1), SEX_AND_AGE, List.of());
        assertThat(letters(declared(1, unequal, han), ofFourStrata())).isEqualTo("AABAACCAABAABCBCBAACACBA");
        var ranks = minimized(Measure.VARIANCE, Coin.RANK_LINEAR, "1/2", new Weight("AGE", 1), new Weight("SEX", 3));
        var equal = new Design(shares(1, 1, 1), SEX_AND_AGE, List.of());
        assertThat(letters(declared(1, equal, ranks), ofFourStrata())).isEqualTo("ACAABCAACBABBBBCABACCABC");
    }

    @Test
    void what_was_recorded_holds_even_if_it_would_be_decided_otherwise_today() {
        var otherwise = new ArmAllocated(STUDY, ANNA.toString(), ANNA.site(), Trial.EXOSOMES);
        var state = Allocation.DECIDER.replay(List.of(declared(EFRON), ANNA_RANDOMIZED, otherwise));
        assertThat(state.seats().get(ANNA).arm()).isEqualTo(Trial.EXOSOMES);
        given(declared(EFRON))
                .when(new Randomize(enrolled(ANNA), true, DAY_0, NOW))
                .then(ANNA_RANDOMIZED, allocated(ANNA, SALINE));
    }

    @Test
    void a_level_that_the_definition_does_not_have_is_refused() {
        var nowhere = new Participant(BORIS, new Stratum(Map.of("SEX", "F", "AGE", "AGELESS")), ENROLLED, false);
        given(declared(1, STRATIFIED, EFRON))
                .when(new Randomize(nowhere, true, DAY_0, NOW))
                .refused("STRATUM_UNKNOWN");
        given(declared(1, STRATIFIED, EFRON))
                .when(new Randomize(enrolled(BORIS), true, DAY_0, NOW))
                .refused("STRATUM_UNKNOWN");
    }

    /** NCT04544215: 8 or 16 times 10^8 side by side. */
    @Test
    @Acceptance("AL-4")
    void parallel_dose_groups_are_arms_and_nobody_gets_another_level() {
        var levels = List.of(new Share(new Arm("8E8"), "8x10^8", 1), new Share(new Arm("16E8"), "16x10^8", 1));
        var design = new Design(levels, List.of(), List.of());
        for (var parameters : List.of(Parameters.of(DesignKind.SIMPLE), EFRON, BIG_STICK, URN)) {
            assertThat(letters(declared(1, design, parameters), everybodyAlike()))
                    .hasSize(24)
                    .matches("[81]+")
                    .contains("8", "1");
        }
    }

    @Test
    void nobody_is_decided_on_twice() {
        given(declared(EFRON), ANNA_RANDOMIZED, allocated(ANNA, SALINE))
                .when(new Randomize(enrolled(ANNA), true, DAY_0.plusDays(1), NOW))
                .refused("ALREADY_RANDOMIZED");
    }

    private static String letters(SchemeDeclared scheme, List<Participant> people) {
        var facts = new ArrayList<AllocationEvent>(List.of(scheme));
        var state = Allocation.DECIDER.replay(facts);
        var letters = new StringBuilder();
        for (var person : people) {
            var decision = state.decide(new Randomize(person, true, DAY_0, NOW));
            var more = ((Decision.Accepted<AllocationEvent>) decision).facts();
            state = Allocation.DECIDER.replay(state, more);
            letters.append(((ArmAllocated) more.getLast()).arm().code().charAt(0));
        }
        return letters.toString();
    }

    private static List<Participant> everybodyAlike() {
        return IntStream.rangeClosed(1, 24)
                .mapToObj(n -> enrolled(new SubjectId(STUDY, "01", n)))
                .toList();
    }

    private static List<Participant> ofFourStrata() {
        return IntStream.range(0, 24)
                .mapToObj(n -> new Participant(
                        new SubjectId(STUDY, "0" + (1 + n % 3), n + 1),
                        new Stratum(
                                Map.of("SEX", n * 7 / 3 % 2 == 0 ? "F" : "M", "AGE", n / 2 % 2 == 0 ? "YOUNG" : "OLD")),
                        ENROLLED,
                        false))
                .toList();
    }

    private static Parameters minimized(Measure measure, Coin coin, String probability, Weight... factors) {
        return Schemes.minimization(measure, coin, Probability.read(probability).orElseThrow(), List.of(factors));
    }

    private static List<Share> shares(int... weights) {
        return IntStream.range(0, weights.length)
                .mapToObj(n -> new Share(new Arm("" + (char) ('A' + n)), "an arm", weights[n]))
                .toList();
    }
}
