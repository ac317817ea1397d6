package io.equipoise.randomization.domain;

import static io.equipoise.randomization.domain.Trial.ANNA;
import static io.equipoise.randomization.domain.Trial.BORIS;
import static io.equipoise.randomization.domain.Trial.CLARA;
import static io.equipoise.randomization.domain.Trial.DAY_0;
import static io.equipoise.randomization.domain.Trial.DRAWN;
import static io.equipoise.randomization.domain.Trial.ENROLLED;
import static io.equipoise.randomization.domain.Trial.NOW;
import static io.equipoise.randomization.domain.Trial.ONE_TO_ONE;
import static io.equipoise.randomization.domain.Trial.SEED;
import static io.equipoise.randomization.domain.Trial.STUDY;
import static io.equipoise.randomization.domain.Trial.drawn;
import static io.equipoise.randomization.domain.Trial.enrolled;
import static io.equipoise.randomization.domain.Trial.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.equipoise.contracts.SubjectId;
import io.equipoise.randomization.domain.AllocationCommand.DrawList;
import io.equipoise.randomization.domain.AllocationCommand.Randomize;
import io.equipoise.randomization.domain.AllocationEvent.SubjectRandomized;
import io.equipoise.randomization.domain.Design.Factor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RandomizeSpec extends AllocationSpecification {
    private static final Randomize ANNA_ASKS = new Randomize(enrolled(ANNA), true, DAY_0, NOW);

    @Test
    void the_first_subject_takes_the_first_place() {
        given(DRAWN).when(ANNA_ASKS).then(ANNA_RANDOMIZED, ANNA_ON_EXOSOMES);
    }

    @Test
    void the_second_subject_takes_the_second_place() {
        given(DRAWN, ANNA_RANDOMIZED, ANNA_ON_EXOSOMES)
                .when(new Randomize(enrolled(BORIS), true, DAY_0, NOW))
                .then(BORIS_RANDOMIZED, BORIS_ON_SALINE);
    }

    @Test
    void nobody_is_randomized_twice() {
        var anotherDay = new Randomize(enrolled(ANNA), true, DAY_0.plusDays(1), NOW);
        assertThat(given(BOTH_RANDOMIZED)
                        .when(anotherDay)
                        .refused("ALREADY_RANDOMIZED")
                        .pointers())
                .containsExactly("/randomizedOn");
    }

    @Test
    void somebody_who_is_randomized_and_is_asked_for_again_with_the_same_day_stays_where_they_are() {
        given(BOTH_RANDOMIZED).when(ANNA_ASKS).then();
        given(BOTH_RANDOMIZED)
                .when(new Randomize(withdrawn(ANNA), false, DAY_0, NOW))
                .then();
    }

    @Test
    void somebody_who_is_not_enrolled_is_not_randomized() {
        var unknown = new Participant(CLARA, new Stratum(Map.of()), null, false);
        given(DRAWN).when(new Randomize(unknown, true, DAY_0, NOW)).refused("NOT_ENROLLED");
    }

    @Test
    void somebody_who_has_withdrawn_is_not_randomized() {
        given(DRAWN).when(new Randomize(withdrawn(ANNA), true, DAY_0, NOW)).refused("SUBJECT_WITHDRAWN");
    }

    @Test
    void a_study_that_is_held_for_safety_randomizes_nobody_and_says_why_and_who_may_lift_it() {
        var hold = new SafetyHold("HO-1", Instant.parse("2025-03-11T08:00:00Z"), List.of("data-safety-board"));
        assertThat(given(DRAWN)
                        .when(new Randomize(enrolled(ANNA), true, DAY_0, NOW, List.of(hold)))
                        .refused("SAFETY_HOLD")
                        .detail())
                .contains("HO-1", "since 2025-03-11T08:00:00Z", "data-safety-board may lift it");
        given(BOTH_RANDOMIZED)
                .when(new Randomize(enrolled(ANNA), true, DAY_0, NOW, List.of(hold)))
                .then();
    }

    @Test
    void a_study_that_is_not_under_way_randomizes_nobody() {
        given(DRAWN).when(new Randomize(enrolled(ANNA), false, DAY_0, NOW)).refused("STUDY_NOT_UNDER_WAY");
    }

    @Test
    void randomization_follows_enrolment() {
        given(DRAWN)
                .when(new Randomize(enrolled(ANNA), true, ENROLLED.minusDays(1), NOW))
                .refused("RANDOMIZED_BEFORE_ENROLMENT");
        given(DRAWN).when(new Randomize(enrolled(ANNA), true, ENROLLED, NOW)).accepted();
    }

    @Test
    void tomorrow_at_the_site_is_the_future_and_today_there_is_not() {
        var lateInLondon = new Moment(Instant.parse("2025-03-11T23:30:00Z"), ZoneId.of("Europe/Berlin"));
        var today = LocalDate.of(2025, 3, 12);
        given(DRAWN)
                .when(new Randomize(enrolled(ANNA), true, today, lateInLondon))
                .accepted();
        given(DRAWN)
                .when(new Randomize(enrolled(ANNA), true, today.plusDays(1), lateInLondon))
                .refused("IN_THE_FUTURE");
    }

    @Test
    void without_a_list_nobody_is_randomized() {
        given().when(ANNA_ASKS).refused("LIST_NOT_DRAWN");
    }

    @Test
    void a_full_list_takes_nobody_more() {
        var two = drawn(new DrawList(STUDY, Trial.DESIGN, SEED, List.of(2), 2));
        var full = given(two, ANNA_RANDOMIZED, ANNA_ON_EXOSOMES, BORIS_RANDOMIZED, BORIS_ON_SALINE);
        full.when(new Randomize(enrolled(CLARA), true, DAY_0, NOW)).refused("LIST_EXHAUSTED");
    }

    @Test
    void a_stratum_that_the_list_does_not_have_is_refused() {
        var elsewhere = new Participant(ANNA, new Stratum(Map.of("SEX", "F")), ENROLLED, false);
        given(DRAWN).when(new Randomize(elsewhere, true, DAY_0, NOW)).refused("STRATUM_UNKNOWN");
    }

    @Test
    void each_stratum_counts_for_itself_and_the_ordinal_for_the_study() {
        var design = new Design(ONE_TO_ONE, List.of(new Factor("SEX", List.of("F", "M"))), List.of());
        var facts = given(drawn(new DrawList(STUDY, design, SEED, List.of(2, 4), 20)));
        var anna = facts.when(of(ANNA, "F")).accepted();
        var boris = facts.and(anna.toArray(AllocationEvent[]::new))
                .when(of(BORIS, "M"))
                .accepted();
        assertThat(List.of(anna.getFirst(), boris.getFirst()))
                .extracting(fact -> (SubjectRandomized) fact)
                .extracting(SubjectRandomized::stratum, SubjectRandomized::position, SubjectRandomized::ordinal)
                .containsExactly(tuple("SEX=F", 1, 1), tuple("SEX=M", 1, 2));
    }

    private static Randomize of(SubjectId subject, String sex) {
        var participant = new Participant(subject, new Stratum(Map.of("SEX", sex)), ENROLLED, false);
        return new Randomize(participant, true, DAY_0, NOW);
    }
}
