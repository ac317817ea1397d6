package io.equipoise.adverseevent.domain;

import static io.equipoise.adverseevent.domain.StoppingTrial.ANNA;
import static io.equipoise.adverseevent.domain.StoppingTrial.BORIS;
import static io.equipoise.adverseevent.domain.StoppingTrial.CLARA;
import static io.equipoise.adverseevent.domain.StoppingTrial.DOSED;
import static io.equipoise.adverseevent.domain.StoppingTrial.NOW;
import static io.equipoise.adverseevent.domain.StoppingTrial.SET;
import static io.equipoise.adverseevent.domain.StoppingTrial.SEVERE_AND_RELATED;
import static io.equipoise.adverseevent.domain.StoppingTrial.STUDY;
import static io.equipoise.adverseevent.domain.StoppingTrial.dose;
import static io.equipoise.adverseevent.domain.StoppingTrial.dosed;
import static io.equipoise.adverseevent.domain.StoppingTrial.event;
import static io.equipoise.adverseevent.domain.StoppingTrial.seen;
import static io.equipoise.adverseevent.domain.StoppingTrial.set;
import static io.equipoise.adverseevent.domain.StoppingTrial.severe;
import static io.equipoise.adverseevent.domain.StoppingTrial.signing;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.StoppingCommand.LiftHold;
import io.equipoise.adverseevent.domain.StoppingFact.BoundaryCrossed;
import io.equipoise.adverseevent.domain.StoppingFact.HoldLifted;
import io.equipoise.adverseevent.domain.StoppingFact.StudyHeld;
import io.equipoise.adverseevent.domain.StoppingRule.Choice;
import io.equipoise.platform.Specification;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What doses and events make of a stopping rule, and how a hold ends. */
class StoppingSpec extends Specification<Stopping, StoppingCommand, SafetyFact> {
    private static final BoundaryCrossed CROSSED = new BoundaryCrossed(
            STUDY,
            "SEVERE",
            1,
            2,
            2,
            2,
            "at a rate of 10.0 %, 2 or more of 2 people have an event with a chance of 0.010000",
            NOW);
    private static final StudyHeld HELD =
            new StudyHeld(STUDY, "HO-" + STUDY + "-1", "SEVERE", NOW, List.of(Lifter.DATA_SAFETY_BOARD));
    private static final HoldLifted LIFTED =
            new HoldLifted(STUDY, HELD.hold(), "the board met and saw no pattern", StoppingTrial.SIGNED);

    private final Given oneOfTwo = given(SET, dosed(ANNA), dosed(BORIS), severe(ANNA, "AE-1"));
    private final Given held = oneOfTwo.and(severe(BORIS, "AE-2"), CROSSED, HELD);

    StoppingSpec() {
        super(Stopping.DECIDER);
    }

    @Test
    void two_people_of_two_with_an_event_cross_the_boundary_and_hold_the_study_in_one_decision() {
        oneOfTwo.when(seen(severe(BORIS, "AE-2"))).then(severe(BORIS, "AE-2"), CROSSED, HELD);
    }

    @Test
    void where_the_protocol_chose_a_warning_nothing_is_held() {
        given(set(StoppingTrial.rule(SEVERE_AND_RELATED, Choice.WARN)), dosed(ANNA), dosed(BORIS), severe(ANNA, "AE-1"))
                .when(seen(severe(BORIS, "AE-2")))
                .then(severe(BORIS, "AE-2"), CROSSED);
    }

    @Test
    void one_of_two_does_not_cross_it() {
        given(SET, dosed(ANNA), dosed(BORIS)).when(seen(severe(ANNA, "AE-1"))).then(severe(ANNA, "AE-1"));
    }

    @Test
    void of_each_person_the_first_event_counts_and_no_other() {
        oneOfTwo.when(seen(severe(ANNA, "AE-2"))).then(severe(ANNA, "AE-2"));
    }

    @Test
    void the_event_of_somebody_who_was_not_dosed_counts_once_the_dose_is_told() {
        given(SET, dosed(ANNA), severe(ANNA, "AE-1"))
                .when(seen(severe(BORIS, "AE-2")))
                .then(severe(BORIS, "AE-2"))
                .when(dose(BORIS))
                .then(dosed(BORIS), CROSSED, HELD);
    }

    @Test
    void mild_events_unrelated_ones_and_those_outside_the_window_do_not_count() {
        var beforeTheDose = DOSED.minusSeconds(1);
        var tooLate = DOSED.plus(Duration.ofDays(28)).plusSeconds(1);
        for (var no : List.of(
                event(BORIS, "AE-2", 1, new StoppingTrial.Said(2, Relation.POSSIBLE), DOSED),
                event(BORIS, "AE-2", 1, new StoppingTrial.Said(3, Relation.UNLIKELY), DOSED),
                event(BORIS, "AE-2", 1, new StoppingTrial.Said(3, Relation.POSSIBLE), beforeTheDose),
                event(BORIS, "AE-2", 1, new StoppingTrial.Said(3, Relation.POSSIBLE), tooLate))) {
            oneOfTwo.when(seen(no)).then(no);
        }
    }

    @Test
    void the_window_includes_the_start_of_the_dose_and_its_last_second() {
        for (var onset : List.of(DOSED, DOSED.plus(Duration.ofDays(28)))) {
            var event = event(BORIS, "AE-2", 1, new StoppingTrial.Said(3, Relation.POSSIBLE), onset);
            oneOfTwo.when(seen(event)).then(event, CROSSED, HELD);
        }
    }

    @Test
    void an_amendment_that_makes_an_event_worse_may_cross_the_boundary() {
        var mild = event(BORIS, "AE-2", 1, new StoppingTrial.Said(1, Relation.POSSIBLE), DOSED);
        var worse = event(BORIS, "AE-2", 2, new StoppingTrial.Said(4, Relation.POSSIBLE), DOSED);
        oneOfTwo.and(mild).when(seen(worse)).then(worse, CROSSED, HELD);
    }

    @Test
    void an_amendment_that_makes_it_mild_again_lifts_nothing() {
        var mild = event(BORIS, "AE-2", 2, new StoppingTrial.Said(1, Relation.POSSIBLE), DOSED);
        held.when(seen(mild)).then(mild);
        assertThat(Stopping.DECIDER
                        .replay(List.of(SET, dosed(ANNA), dosed(BORIS), severe(BORIS, "AE-2"), CROSSED, HELD, mild))
                        .held())
                .isTrue();
    }

    @Test
    void what_is_told_twice_or_late_is_noted_once() {
        held.when(seen(severe(BORIS, "AE-2"))).then();
        held.when(dose(ANNA)).then();
        var second = event(ANNA, "AE-1", 2, new StoppingTrial.Said(3, Relation.POSSIBLE), DOSED);
        oneOfTwo.and(second).when(seen(severe(ANNA, "AE-1"))).then();
    }

    @Test
    void where_no_rule_is_set_nothing_is_noted_at_all() {
        given().when(dose(ANNA)).then();
        given().when(seen(severe(ANNA, "AE-1"))).then();
    }

    @Test
    void more_people_dosed_neither_cross_a_boundary_nor_lift_a_hold() {
        held.and(LIFTED).when(dose(CLARA)).then(dosed(CLARA));
    }

    @Test
    void a_further_event_after_the_board_let_it_go_on_holds_the_study_again() {
        var third = severe(CLARA, "AE-3");
        var again = held.and(LIFTED, dosed(CLARA)).when(seen(third)).accepted();
        assertThat(again).hasSize(3).first().isEqualTo(third);
        assertThat(again.get(1)).isInstanceOfSatisfying(BoundaryCrossed.class, crossed -> {
            assertThat(crossed.number()).isEqualTo(2);
            assertThat(crossed.events()).isEqualTo(3);
            assertThat(crossed.n()).isEqualTo(3);
        });
        assertThat(again.get(2))
                .isInstanceOfSatisfying(
                        StudyHeld.class, hold -> assertThat(hold.hold()).isEqualTo("HO-" + STUDY + "-2"));
    }

    @Test
    void while_a_rules_hold_is_open_a_further_crossing_places_no_second_one() {
        assertThat(held.and(dosed(CLARA)).when(seen(severe(CLARA, "AE-3"))).accepted())
                .hasSize(2)
                .noneMatch(StudyHeld.class::isInstance);
    }

    @Test
    void a_member_of_the_board_lifts_the_hold_with_printed_name_time_and_meaning() {
        held.when(lift(HELD.hold(), signing(Lifter.DATA_SAFETY_BOARD))).then(LIFTED);
    }

    @Test
    void only_those_whom_the_rule_names_lift_it() {
        held.when(lift(HELD.hold(), signing(Lifter.SAFETY_OFFICER))).refused("LIFT_NOT_YOURS");
        held.when(lift(HELD.hold(), signing())).refused("LIFT_NOT_YOURS");
    }

    @Test
    void a_hold_is_lifted_once_and_one_that_was_never_placed_is_unknown() {
        held.and(LIFTED)
                .when(lift(HELD.hold(), signing(Lifter.DATA_SAFETY_BOARD)))
                .refused("HOLD_ALREADY_LIFTED");
        held.when(lift("HO-" + STUDY + "-9", signing(Lifter.DATA_SAFETY_BOARD))).refused("HOLD_UNKNOWN");
    }

    @Test
    void a_lift_says_why() {
        held.when(new LiftHold(HELD.hold(), signing(Lifter.DATA_SAFETY_BOARD), " "))
                .refused("REASON_MISSING");
    }

    @Test
    void a_signature_without_a_printed_name_or_a_meaning_is_none() {
        var board = Set.of(Lifter.DATA_SAFETY_BOARD);
        held.when(lift(HELD.hold(), new Signing("dsb-01", board, " ", "approval", NOW, NOW)))
                .refused("SIGNATURE_INCOMPLETE");
        held.when(lift(HELD.hold(), new Signing("dsb-01", board, "A member of the board", "", NOW, NOW)))
                .refused("SIGNATURE_INCOMPLETE");
    }

    @Test
    void nobody_signs_on_a_log_in_older_than_five_minutes() {
        var board = Set.of(Lifter.DATA_SAFETY_BOARD);
        var old = NOW.minusSeconds(301);
        held.when(lift(HELD.hold(), new Signing("dsb-01", board, "A member of the board", "approval", old, NOW)))
                .refused("REAUTHENTICATION_NEEDED");
        held.when(lift(HELD.hold(), new Signing("dsb-01", board, "A member of the board", "approval", null, NOW)))
                .refused("REAUTHENTICATION_NEEDED");
        held.when(lift(
                        HELD.hold(),
                        new Signing("dsb-01", board, "A member of the board", "approval", NOW.minusSeconds(300), NOW)))
                .then(LIFTED);
    }

    private static LiftHold lift(String hold, Signing signing) {
        return new LiftHold(hold, signing, "the board met and saw no pattern");
    }
}
