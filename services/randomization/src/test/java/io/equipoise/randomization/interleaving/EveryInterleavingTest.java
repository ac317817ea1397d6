package io.equipoise.randomization.interleaving;

import static io.equipoise.randomization.domain.Trial.ANNA;
import static io.equipoise.randomization.domain.Trial.BORIS;
import static io.equipoise.randomization.domain.Trial.CLARA;
import static io.equipoise.randomization.domain.Trial.EXOSOMES;
import static io.equipoise.randomization.domain.Trial.SALINE;
import static io.equipoise.randomization.domain.Trial.kit;
import static io.equipoise.randomization.interleaving.SmallStudy.breakCode;
import static io.equipoise.randomization.interleaving.SmallStudy.dispense;
import static io.equipoise.randomization.interleaving.SmallStudy.randomize;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equipoise.contracts.SubjectId;
import io.equipoise.randomization.domain.Shipment.BoxedKit;
import io.equipoise.randomization.domain.Trial;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Small studies in which randomize, its repeat, dispense and code break happen at once and a process dies: every order of
 * the steps (look for the command, read the stream, write), with the real decider and the real command handler, each
 * request at a process of its own over one journal. At each write the process may also die before it or after it, once
 * on a way, and whoever has no answer asks again. Where preemptions are bounded, a request that could go on is made to
 * wait at most so often on a way (three times, or once where four ask and two may die). After every way {@link Promises} are
 * checked. As of 2026-11-23 these are 6,410 + 11,382 + 8,235 + 11,012 + 16,784 = 53,823 ways; a number that falls far
 * below would mean that nothing is explored any more.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryInterleavingTest {
    private static final SubjectId DORA = new SubjectId(Trial.STUDY, Trial.SITE, 4);
    private static final List<BoxedKit> ONE_OF_EACH = List.of(kit("K-1", EXOSOMES), kit("K-2", SALINE));

    @Test
    void a_request_and_its_twin_and_another_key_for_the_same_subject_give_one_place() {
        ways(6_000, 3, 4, study -> {
            study.crashing(1);
            study.somebody("once", randomize(ANNA));
            study.somebody("once", randomize(ANNA));
            study.somebody("otherwise", randomize(ANNA));
        });
    }

    @Test
    void three_people_for_the_last_two_places_fill_the_list_and_no_more() {
        ways(11_000, 3, 2, study -> {
            study.crashing(1);
            study.somebody("anna", randomize(ANNA));
            study.somebody("boris", randomize(BORIS));
            study.somebody("clara", randomize(CLARA));
        });
    }

    @Test
    void a_code_is_broken_and_a_kit_handed_out_while_the_subject_is_being_randomized() {
        ways(8_000, 3, 4, study -> {
            study.crashing(1);
            study.somebody("randomize", randomize(ANNA));
            study.somebody("dispense", dispense(ANNA));
            study.somebody("break", breakCode(ANNA));
        });
    }

    @Test
    void two_people_for_the_last_kit_of_their_arm_and_a_code_break() {
        ways(10_500, 3, 4, study -> {
            study.with(ANNA, BORIS, CLARA, DORA).crashing(1);
            study.somebody("first", dispense(ANNA));
            study.somebody("second", dispense(DORA));
            study.somebody("break", breakCode(ANNA));
        });
    }

    @Test
    void everything_at_once_with_two_deaths() {
        ways(16_000, 1, 4, study -> {
            study.with(ANNA).crashing(2);
            study.somebody("randomize", randomize(BORIS));
            study.somebody("randomize", randomize(BORIS));
            study.somebody("first", dispense(ANNA));
            study.somebody("break", breakCode(BORIS));
        });
    }

    @Test
    void a_journal_that_takes_everything_is_found_out() {
        assertThatThrownBy(() -> ways(0, 1, 4, false, study -> {
                    study.somebody("anna", randomize(ANNA));
                    study.somebody("boris", randomize(BORIS));
                }))
                .isInstanceOf(AssertionError.class);
    }

    private static void ways(int atLeast, int preemptions, int slots, Consumer<SmallStudy> happening) {
        ways(atLeast, preemptions, slots, true, happening);
    }

    private static void ways(int atLeast, int preemptions, int slots, boolean careful, Consumer<SmallStudy> happening) {
        var choices = new Choices();
        int gone = 0;
        do {
            var turns = new Turns(choices, preemptions);
            var study = new SmallStudy(turns, careful, slots, ONE_OF_EACH);
            happening.accept(study);
            turns.run();
            Promises.hold(study);
            gone++;
        } while (choices.next());
        assertThat(gone).as("ways").isGreaterThan(atLeast);
    }
}
