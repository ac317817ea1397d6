package io.equipoise.dosing.domain;

import static io.equipoise.dosing.domain.Ward.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.dosing.domain.CohortCommand.Assign;
import io.equipoise.dosing.domain.CohortCommand.SignOff;
import io.equipoise.dosing.domain.CohortEvent.CohortSignedOff;
import io.equipoise.dosing.domain.CohortEvent.PersonPutInCohort;
import io.equipoise.dosing.domain.Levels.Cohort;
import io.equipoise.dosing.domain.Levels.Escalation;
import io.equipoise.dosing.domain.Levels.Gate;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.Specification;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CohortSpec extends Specification<Cohorts, CohortCommand, CohortEvent> {
    private static final Levels SIGNED = levels(Gate.SIGN_OFF, 0, null, null);
    private static final Levels THREE = levels(Gate.THREE_PLUS_THREE, 0, null, null);

    CohortSpec() {
        super(Cohorts.DECIDER);
    }

    @Test
    void a_person_is_put_into_a_group_by_a_recorded_decision() {
        given().when(assign(1, "L1", SIGNED))
                .then(new PersonPutInCohort(person(1).toString(), "L1", day("2026-03-02"), "the next free place"));
    }

    @Test
    void told_twice_it_is_once_and_nobody_is_in_two_groups() {
        var in = given(people("L1", 1));
        in.when(assign(1, "L1", SIGNED)).then();
        in.when(assign(1, "L2", SIGNED)).refused("ALREADY_IN_COHORT");
    }

    @Test
    void only_who_is_enrolled_is_put_into_a_group_and_for_a_reason() {
        given().when(assign(1, "L9", SIGNED)).refused("COHORT_UNKNOWN");
        given().when(new Assign(
                        person(1), "L1", day("2026-03-02"), "why", null, Map.of(), SIGNED, Ward.TODAY, List.of()))
                .refused("NOT_ENROLLED");
        given().when(new Assign(
                        person(1),
                        "L1",
                        day("2026-03-02"),
                        "why",
                        day("2026-03-03"),
                        Map.of(),
                        SIGNED,
                        Ward.TODAY,
                        List.of()))
                .refused("NOT_ENROLLED");
        given().when(new Assign(
                        person(1),
                        "L1",
                        day("2026-03-02"),
                        " ",
                        day("2026-03-02"),
                        Map.of(),
                        SIGNED,
                        Ward.TODAY,
                        List.of()))
                .refused("REASON_MISSING");
        given().when(new Assign(
                        person(1),
                        "L1",
                        day("2026-11-24"),
                        "why",
                        day("2026-03-02"),
                        Map.of(),
                        SIGNED,
                        Ward.TODAY,
                        List.of()))
                .refused("IN_THE_FUTURE");
    }

    @Test
    void a_group_holds_as_many_as_the_protocol_says() {
        given(people("L1", 5)).when(assign(6, "L1", SIGNED)).refused("COHORT_FULL");
        given(people("L1", 4)).when(assign(5, "L1", SIGNED)).accepted();
        var few = new Levels(SIGNED.cohorts(), new Escalation(Gate.NONE, 0, null, null, 2));
        given(people("L1", 2)).when(assign(3, "L2", few)).refused("COHORT_FULL");
    }

    @Test
    @Acceptance("AL-5")
    void the_next_level_is_closed_until_the_one_below_is_signed_off() {
        given(people("L1", 5)).when(assign(6, "L2", SIGNED)).refused("LEVEL_NOT_OPEN");
        var signed = and(people("L1", 5), signedOff("L1", 5, 0, Verdict.ESCALATE));
        given(signed).when(assign(6, "L2", SIGNED)).accepted();
        given(signed).when(assign(6, "L3", SIGNED)).refused("LEVEL_NOT_OPEN");
    }

    @Test
    @Acceptance("AE-6")
    void while_the_study_is_held_for_safety_the_next_level_stays_closed_although_the_one_below_has_passed() {
        var signed = given(and(people("L1", 5), signedOff("L1", 5, 0, Verdict.ESCALATE)));
        var open = SafetyHoldSpec.hold("HO-1", "2026-03-01T08:00:00Z", null);
        var lifted = SafetyHoldSpec.hold("HO-1", "2026-03-01T08:00:00Z", "2026-03-01T09:00:00Z");
        assertThat(signed.when(heldBy(open)).refused("SAFETY_HOLD").detail()).contains("data-safety-board may lift it");
        signed.when(heldBy(lifted)).accepted();
    }

    private static Assign heldBy(SafetyHold hold) {
        var free = assign(6, "L2", SIGNED);
        return new Assign(
                free.subject(),
                free.cohort(),
                free.on(),
                free.reason(),
                free.enrolledOn(),
                free.firstDoses(),
                free.levels(),
                free.toldAt(),
                List.of(hold));
    }

    @Test
    void where_the_definition_leaves_the_gate_open_nobody_goes_up() {
        var open = new Levels(SIGNED.cohorts(), null);
        given().when(assign(1, "L1", open)).accepted();
        given().when(assign(1, "L2", open)).refused("ESCALATION_NOT_STATED");
        given(people("L1", 1)).when(signOff("L1", 1, 0, open)).refused("ESCALATION_NOT_STATED");
        given().when(assign(1, "L2", levels(Gate.NONE, 0, null, null))).accepted();
    }

    @Test
    void the_next_person_waits_after_a_sentinels_first_dose() {
        var staggered = levels(Gate.SIGN_OFF, 1, Period.ofDays(7), null);
        var one = given(people("L1", 1));
        one.when(assign(2, "L1", staggered)).refused("SENTINEL_STAGGER");
        var dosed = Map.of(person(1).toString(), day("2026-02-24"));
        one.when(assign(2, "L1", "2026-03-02", staggered, dosed)).refused("SENTINEL_STAGGER");
        one.when(assign(2, "L1", "2026-03-03", staggered, dosed)).accepted();
        given(people("L1", 2))
                .when(assign(3, "L1", "2026-03-03", staggered, dosed))
                .accepted();
        one.when(assign(2, "L1", levels(Gate.SIGN_OFF, 1, null, null))).refused("ESCALATION_NOT_STATED");
    }

    @Test
    void three_plus_three_holds_three_and_six_only_after_one_toxicity() {
        given(people("L1", 3)).when(assign(4, "L1", THREE)).refused("COHORT_FULL");
        var one = and(people("L1", 3), signedOff("L1", 3, 1, Verdict.STAY));
        given(one).when(assign(4, "L1", THREE)).accepted();
        given(one).when(assign(4, "L2", THREE)).refused("LEVEL_NOT_OPEN");
    }

    @Test
    void a_level_that_was_too_much_closes_itself_and_those_above() {
        var exceeded = and(
                people("L1", 3),
                signedOff("L1", 3, 0, Verdict.ESCALATE),
                new PersonPutInCohort(person(4).toString(), "L2", day("2026-03-02"), "next"),
                signedOff("L2", 3, 2, Verdict.EXCEEDED));
        given(exceeded).when(assign(5, "L2", THREE)).refused("LEVEL_EXCEEDED");
        given(exceeded).when(assign(5, "L3", THREE)).refused("LEVEL_EXCEEDED");
    }

    @Test
    void a_sign_off_says_how_many_had_a_toxicity_and_the_rule_says_what_follows() {
        given(people("L1", 3))
                .when(signOff("L1", 3, 1, THREE))
                .then(new CohortSignedOff("L1", day("2026-03-02"), "all reviewed", 3, 1, Verdict.STAY));
        given(people("L1", 3))
                .when(signOff("L1", 3, 0, levels(Gate.BOIN, 0, null, "0.30")))
                .then(new CohortSignedOff("L1", day("2026-03-02"), "all reviewed", 3, 0, Verdict.ESCALATE));
    }

    @Test
    void counts_that_cannot_be_are_refused() {
        var three = given(people("L1", 3));
        three.when(signOff("L1", 4, 0, SIGNED)).refused("COUNTS_IMPOSSIBLE");
        three.when(signOff("L1", 3, 4, SIGNED)).refused("COUNTS_IMPOSSIBLE");
        three.when(signOff("L1", 0, 0, SIGNED)).refused("COUNTS_IMPOSSIBLE");
        three.when(signOff("L1", 2, 0, THREE)).refused("COUNTS_IMPOSSIBLE");
        three.when(signOff("L1", 3, 0, levels(Gate.BOIN, 0, null, null))).refused("COUNTS_IMPOSSIBLE");
        three.when(signOff("L9", 3, 0, SIGNED)).refused("COHORT_UNKNOWN");
        three.when(new SignOff("L1", day("2026-11-24"), "all reviewed", 3, 0, SIGNED, Ward.TODAY))
                .refused("IN_THE_FUTURE");
    }

    private static Levels levels(Gate gate, int sentinels, @Nullable Period stagger, @Nullable String target) {
        return new Levels(
                List.of(new Cohort("L1", 1, 5), new Cohort("L2", 2, 5), new Cohort("L3", 3, null)),
                new Escalation(gate, sentinels, stagger, target, null));
    }

    private static SubjectId person(int number) {
        return new SubjectId("NCT04313647", "01", number);
    }

    private static List<CohortEvent> people(String cohort, int count) {
        var all = new ArrayList<CohortEvent>();
        for (int number = 1; number <= count; number++) {
            all.add(new PersonPutInCohort(person(number).toString(), cohort, day("2026-03-02"), "next"));
        }
        return all;
    }

    private static List<CohortEvent> and(List<CohortEvent> before, CohortEvent... more) {
        var all = new ArrayList<>(before);
        all.addAll(List.of(more));
        return all;
    }

    private static CohortSignedOff signedOff(String cohort, int evaluated, int toxicities, Verdict verdict) {
        return new CohortSignedOff(cohort, day("2026-03-02"), "all reviewed", evaluated, toxicities, verdict);
    }

    private static SignOff signOff(String cohort, int evaluated, int toxicities, Levels levels) {
        return new SignOff(cohort, day("2026-03-02"), "all reviewed", evaluated, toxicities, levels, Ward.TODAY);
    }

    private static Assign assign(int number, String cohort, Levels levels) {
        return assign(number, cohort, "2026-03-02", levels, Map.of());
    }

    private static Assign assign(
            int number, String cohort, String on, Levels levels, Map<String, LocalDate> firstDoses) {
        return new Assign(
                person(number),
                cohort,
                day(on),
                "the next free place",
                day("2026-02-23"),
                firstDoses,
                levels,
                Ward.TODAY,
                List.of());
    }
}
