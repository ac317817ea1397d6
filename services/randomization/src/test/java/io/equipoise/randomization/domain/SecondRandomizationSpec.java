package io.equipoise.randomization.domain;

import static io.equipoise.randomization.domain.Schemes.declared;
import static io.equipoise.randomization.domain.Schemes.second;
import static io.equipoise.randomization.domain.Trial.ANNA;
import static io.equipoise.randomization.domain.Trial.BORIS;
import static io.equipoise.randomization.domain.Trial.CLARA;
import static io.equipoise.randomization.domain.Trial.DAY_0;
import static io.equipoise.randomization.domain.Trial.DRAWN;
import static io.equipoise.randomization.domain.Trial.EXOSOMES;
import static io.equipoise.randomization.domain.Trial.NOW;
import static io.equipoise.randomization.domain.Trial.SALINE;
import static io.equipoise.randomization.domain.Trial.STUDY;
import static io.equipoise.randomization.domain.Trial.enrolled;
import static io.equipoise.randomization.domain.Trial.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.Decision;
import io.equipoise.randomization.domain.AllocationCommand.Randomize;
import io.equipoise.randomization.domain.AllocationCommand.Rerandomize;
import io.equipoise.randomization.domain.AllocationEvent.ArmReallocated;
import io.equipoise.randomization.domain.AllocationEvent.SubjectRerandomized;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecondRandomizationSpec extends AllocationSpecification {
    private static final LocalDate WEEK_26 = DAY_0.plusWeeks(26);
    private static final Parameters STRICT = Schemes.efron("1/1");
    private final Given both = given(BOTH_RANDOMIZED).and(second(STRICT));

    @Test
    void somebody_is_randomized_a_second_time_by_its_own_scheme_and_order() {
        both.when(again(BORIS)).then(placed(BORIS, 1), given(BORIS, EXOSOMES));
        both.and(placed(BORIS, 1), given(BORIS, EXOSOMES)).when(again(ANNA)).then(placed(ANNA, 2), given(ANNA, SALINE));
    }

    @Test
    void what_the_second_gave_is_what_they_get_now_and_what_the_first_gave_still_counts_for_the_first() {
        var state = Allocation.DECIDER.replay(List.of(
                declared(STRICT),
                second(STRICT),
                ANNA_RANDOMIZED,
                allocated(ANNA, SALINE),
                placed(ANNA, 1),
                given(ANNA, EXOSOMES)));
        assertThat(state.seats().get(ANNA).arm()).isEqualTo(EXOSOMES);
        assertThat(state.designs().firstOf(state.seats()).get(ANNA).arm()).isEqualTo(SALINE);
        assertThat(state.decide(new Randomize(enrolled(BORIS), true, DAY_0, NOW)))
                .isEqualTo(Decision.accept(BORIS_RANDOMIZED, allocated(BORIS, EXOSOMES)));
    }

    @Test
    void where_no_second_randomization_is_settled_there_is_none() {
        given(BOTH_RANDOMIZED).when(again(ANNA)).refused("SECOND_RANDOMIZATION_NOT_DECLARED");
    }

    @Test
    void it_follows_the_first() {
        given(DRAWN, second(STRICT)).when(again(ANNA)).refused("NOT_RANDOMIZED");
        both.when(new Rerandomize(enrolled(ANNA), true, DAY_0.minusDays(1), NOW))
                .refused("RERANDOMIZED_BEFORE_FIRST");
        both.when(new Rerandomize(enrolled(ANNA), true, DAY_0, NOW)).accepted();
    }

    @Test
    void it_happens_once() {
        both.and(placed(ANNA, 1), given(ANNA, SALINE)).when(again(ANNA)).refused("ALREADY_RERANDOMIZED");
    }

    @Test
    void it_is_refused_as_the_first_would_be() {
        both.when(new Rerandomize(withdrawn(ANNA), true, WEEK_26, NOW)).refused("SUBJECT_WITHDRAWN");
        both.when(new Rerandomize(enrolled(ANNA), false, WEEK_26, NOW)).refused("STUDY_NOT_UNDER_WAY");
        both.when(new Rerandomize(enrolled(ANNA), true, LocalDate.of(2026, 11, 24), NOW))
                .refused("IN_THE_FUTURE");
        both.when(again(CLARA)).refused("NOT_RANDOMIZED");
        var hold = new SafetyHold("HO-1", Instant.parse("2025-03-11T08:00:00Z"), List.of("safety-officer"));
        both.when(new Rerandomize(enrolled(ANNA), true, WEEK_26, NOW, List.of(hold)))
                .refused("SAFETY_HOLD");
    }

    private static Rerandomize again(SubjectId subject) {
        return new Rerandomize(enrolled(subject), true, WEEK_26, NOW);
    }

    private static SubjectRerandomized placed(SubjectId subject, int ordinal) {
        return new SubjectRerandomized(STUDY, subject.toString(), subject.site(), "ALL", ordinal, ordinal, WEEK_26);
    }

    private static ArmReallocated given(SubjectId subject, Arm arm) {
        return new ArmReallocated(STUDY, subject.toString(), subject.site(), arm);
    }
}
