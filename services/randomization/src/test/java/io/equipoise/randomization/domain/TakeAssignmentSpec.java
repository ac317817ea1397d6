package io.equipoise.randomization.domain;

import static io.equipoise.randomization.domain.Trial.ANNA;
import static io.equipoise.randomization.domain.Trial.BORIS;
import static io.equipoise.randomization.domain.Trial.COMMITTED;
import static io.equipoise.randomization.domain.Trial.DRAWN;
import static io.equipoise.randomization.domain.Trial.ENROLLED;
import static io.equipoise.randomization.domain.Trial.EXOSOMES;
import static io.equipoise.randomization.domain.Trial.FIRST_INFUSION;
import static io.equipoise.randomization.domain.Trial.NOW;
import static io.equipoise.randomization.domain.Trial.RECEIVED;
import static io.equipoise.randomization.domain.Trial.SALINE;
import static io.equipoise.randomization.domain.Trial.STUDY;
import static io.equipoise.randomization.domain.Trial.enrolled;
import static io.equipoise.randomization.domain.Trial.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.randomization.domain.AllocationCommand.Dispense;
import io.equipoise.randomization.domain.AllocationCommand.Randomize;
import io.equipoise.randomization.domain.AllocationCommand.TakeAssignment;
import io.equipoise.randomization.domain.AllocationEvent.AssignmentTaken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Another system randomizes and tells who gets what (domain rules 5.3); here people are given it, and nobody blinded is told. */
class TakeAssignmentSpec extends AllocationSpecification {
    private static final AllocationEvent ELSEWHERE = Schemes.declared(Parameters.of(DesignKind.ASSIGNED_ELSEWHERE));
    private static final List<AllocationEvent> ANNA_ASSIGNED =
            List.of(ELSEWHERE, COMMITTED, ANNA_RANDOMIZED, ANNA_ON_EXOSOMES, taken(ANNA, "R-17"));

    @Test
    void somebody_gets_what_the_other_system_says() {
        given(ELSEWHERE, COMMITTED).when(anna("EXOSOMES")).then(ANNA_RANDOMIZED, ANNA_ON_EXOSOMES, taken(ANNA, "R-17"));
    }

    @Test
    void the_next_one_gets_theirs_whatever_the_first_got() {
        given(ANNA_ASSIGNED)
                .when(assigned(BORIS, "EXOSOMES", "R-18"))
                .then(BORIS_RANDOMIZED, allocated(BORIS, EXOSOMES), taken(BORIS, "R-18"));
    }

    @Test
    void who_was_assigned_is_given_a_kit_of_that_arm() {
        var some = Trial.kit("K-1", EXOSOMES);
        assertThat(some.type()).isNotEqualTo(SALINE);
        var given = given(List.of(
                        ELSEWHERE, COMMITTED, RECEIVED, ANNA_RANDOMIZED, allocated(ANNA, SALINE), taken(ANNA, "R-17")))
                .when(new Dispense(enrolled(ANNA), true, 1, FIRST_INFUSION, NOW))
                .accepted();
        assertThat(given)
                .anySatisfy(fact -> assertThat(fact)
                        .isInstanceOfSatisfying(
                                AllocationEvent.KitDispensed.class,
                                kit -> assertThat(kit.kit()).isIn("K-2", "K-4")));
    }

    @Test
    void another_assignment_of_the_same_person_is_a_conflict() {
        assertThat(given(ANNA_ASSIGNED)
                        .when(anna("SALINE"))
                        .refused("ASSIGNED_OTHERWISE")
                        .pointers())
                .containsExactly("/subjectKey");
    }

    @Test
    void a_study_whose_arms_are_decided_here_takes_none() {
        given(DRAWN).when(anna("EXOSOMES")).refused("NOT_ASSIGNED_ELSEWHERE");
        given(Schemes.declared(Schemes.EFRON), COMMITTED).when(anna("EXOSOMES")).refused("NOT_ASSIGNED_ELSEWHERE");
        given().when(anna("EXOSOMES")).refused("NOT_ASSIGNED_ELSEWHERE");
    }

    @Test
    void a_study_whose_arms_are_decided_elsewhere_decides_none_here() {
        given(ELSEWHERE, COMMITTED)
                .when(new Randomize(enrolled(ANNA), true, Trial.DAY_0, NOW))
                .refused("ASSIGNED_ELSEWHERE");
    }

    @Test
    void it_is_declared_as_a_design_without_parameters_and_for_the_first_randomization_only() {
        given().when(Schemes.declaring(Parameters.of(DesignKind.ASSIGNED_ELSEWHERE)))
                .then(ELSEWHERE, COMMITTED);
        given(DRAWN)
                .when(Schemes.declaring(2, null, Parameters.of(DesignKind.ASSIGNED_ELSEWHERE)))
                .refused("RANDOMIZATION_NUMBER");
    }

    @Test
    void an_arm_that_the_study_has_not_is_refused_in_words_that_name_none() {
        for (var arm : List.of("PLACEBO", "exosomes", "", "an arm of more than forty letters is none, ever")) {
            var refusal = given(ELSEWHERE, COMMITTED).when(anna(arm)).refused("ARM_UNKNOWN");
            assertThat(refusal.pointers()).containsExactly("/arm");
            assertThat(refusal.detail()).doesNotContain("PLACEBO", "EXOSOMES", "SALINE");
        }
    }

    @Test
    void strata_that_differ_from_what_enrolment_told_are_refused() {
        var other = new Assignment("EXOSOMES", Map.of("SEX", "F"), "R-17", "rtsm", FIRST_INFUSION);
        given(ELSEWHERE, COMMITTED).when(of(ANNA, other)).refused("STRATUM_DIFFERS");
    }

    @Test
    void nobody_is_assigned_who_could_not_be_randomized() {
        var stranger = new Participant(ANNA, new Stratum(Map.of()), null, false);
        var hold = new SafetyHold("HO-1", Instant.parse("2025-03-11T08:00:00Z"), List.of("data-safety-board"));
        var assignment = assignment("EXOSOMES", "R-17", FIRST_INFUSION);
        given(ELSEWHERE, COMMITTED)
                .when(new TakeAssignment(stranger, true, assignment, NOW, List.of()))
                .refused("NOT_ENROLLED");
        given(ELSEWHERE, COMMITTED)
                .when(new TakeAssignment(withdrawn(ANNA), true, assignment, NOW, List.of()))
                .refused("SUBJECT_WITHDRAWN");
        given(ELSEWHERE, COMMITTED)
                .when(new TakeAssignment(enrolled(ANNA), false, assignment, NOW, List.of()))
                .refused("STUDY_NOT_UNDER_WAY");
        given(ELSEWHERE, COMMITTED)
                .when(new TakeAssignment(enrolled(ANNA), true, assignment, NOW, List.of(hold)))
                .refused("SAFETY_HOLD");
    }

    @Test
    void an_assignment_is_made_after_enrolment_and_not_in_the_future() {
        var before = ENROLLED.minusDays(1).atStartOfDay(NOW.zone()).toInstant();
        assertThat(given(ELSEWHERE, COMMITTED)
                        .when(of(ANNA, assignment("EXOSOMES", "R-17", before)))
                        .refused("RANDOMIZED_BEFORE_ENROLMENT")
                        .pointers())
                .containsExactly("/assignedAt");
        var soon = NOW.toldAt().plus(Duration.ofMinutes(6));
        given(ELSEWHERE, COMMITTED)
                .when(of(ANNA, assignment("EXOSOMES", "R-17", soon)))
                .refused("IN_THE_FUTURE");
    }

    @Test
    void an_assignment_has_a_number_and_a_source() {
        given(ELSEWHERE, COMMITTED).when(assigned(ANNA, "EXOSOMES", " ")).refused("ASSIGNMENT_TEXT");
        given(ELSEWHERE, COMMITTED)
                .when(assigned(ANNA, "EXOSOMES", "R".repeat(101)))
                .refused("ASSIGNMENT_TEXT");
    }

    @Test
    void nothing_of_it_prints_itself() {
        assertThat(anna("EXOSOMES").toString()
                        + anna("EXOSOMES").assignment()
                        + taken(ANNA, "R-17").toString())
                .doesNotContain("EXOSOMES", "R-17");
    }

    private static TakeAssignment anna(String arm) {
        return assigned(ANNA, arm, "R-17");
    }

    private static TakeAssignment assigned(SubjectId subject, String arm, String number) {
        return of(subject, assignment(arm, number, FIRST_INFUSION));
    }

    private static Assignment assignment(String arm, String number, Instant at) {
        return new Assignment(arm, Map.of(), number, "rtsm", at);
    }

    private static TakeAssignment of(SubjectId subject, Assignment assignment) {
        return new TakeAssignment(enrolled(subject), true, assignment, NOW, List.of());
    }

    private static AssignmentTaken taken(SubjectId subject, String number) {
        return new AssignmentTaken(STUDY, subject.toString(), subject.site(), number, "rtsm");
    }
}
