package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.randomization.adapter.rest.TwinTrial;
import io.equipoise.randomization.domain.Arm;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * The comparison of a trial with its twin bites: leaks are planted into what the blinded see, each as a careless change
 * would put it there, and each is found where it is. How long answers take is in {@link AnswerTimesTest}; the moment of a
 * resupply belongs to supply.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlantedLeaksTest {
    private static final List<String> ARMS = List.of("EXOSOMES", "SALINE");
    private static TwinTrial trial;
    private static TwinTrial twin;
    private static Observation one;
    private static Observation other;

    @BeforeAll
    static void the_trial_and_its_twin_are_watched() {
        trial = new TwinTrial(ARMS);
        twin = new TwinTrial(ARMS.reversed());
        one = Observation.of(trial);
        other = Observation.of(twin);
    }

    @AfterAll
    static void stop() {
        trial.world.close();
        twin.world.close();
    }

    @Test
    void nothing_differs_in_answers_topic_and_log() {
        assertThat(one.differences(other)).isEmpty();
        assertThat(one.ways().get(Observation.ANSWERS)).hasSizeGreaterThan(80);
        assertThat(one.ways().get(Observation.TOPIC)).hasSizeGreaterThan(20);
    }

    @Test
    void a_log_line_that_helps_with_debugging_is_found() {
        assertThat(one.with(Observation.LOG, "DEBUG placed " + armOfAnna(trial))
                        .differences(other.with(Observation.LOG, "DEBUG placed " + armOfAnna(twin))))
                .containsExactly(Observation.LOG);
    }

    @Test
    void a_kit_prefix_that_stands_for_the_kind_is_found() {
        assertThat(prefixed(one, trial).differences(prefixed(other, twin)))
                .containsExactly(Observation.ANSWERS, Observation.TOPIC);
    }

    @Test
    void a_packaging_lot_that_goes_with_the_kind_is_found() {
        assertThat(lotted(one, trial).differences(lotted(other, twin)))
                .containsExactly(Observation.ANSWERS, Observation.TOPIC);
    }

    @Test
    void an_error_text_that_says_what_is_missing_is_found() {
        assertThat(explained(one, trial).differences(explained(other, twin))).containsExactly(Observation.ANSWERS);
    }

    @Test
    void a_leak_of_a_single_letter_is_found() {
        var leaking = one.changed(Observation.ANSWERS, text -> text.contains("third dose") ? text + "." : text);
        assertThat(leaking.differences(other)).containsExactly(Observation.ANSWERS);
    }

    private static Observation prefixed(Observation seen, TwinTrial lived) {
        var changed = seen;
        for (var kit :
                lived.world.process.allocations.of(World.STUDY).stock().kits().values()) {
            var number = kit.number();
            var prefixed = kit.type().code().charAt(0) + number.substring(1);
            changed = changed.changed(Observation.ANSWERS, text -> text.replace(number + "\"", prefixed + "\""))
                    .changed(Observation.TOPIC, text -> text.replace(number + "\"", prefixed + "\""));
        }
        return changed;
    }

    private static Observation lotted(Observation seen, TwinTrial lived) {
        var changed = seen;
        for (var kit :
                lived.world.process.allocations.of(World.STUDY).stock().kits().values()) {
            var lot = "P-000" + ARMS.indexOf(kit.type().code());
            changed = changed.changed(Observation.ANSWERS, text -> lotOf(text, kit.number(), lot))
                    .changed(Observation.TOPIC, text -> lotOf(text, kit.number(), lot));
        }
        return changed;
    }

    private static String lotOf(String text, String kit, String lot) {
        return text.contains("\"" + kit + "\"") ? text.replace("P-0001", lot) : text;
    }

    private static Observation explained(Observation seen, TwinTrial lived) {
        return seen.changed(
                Observation.ANSWERS,
                text -> text.contains("NO_KIT_AVAILABLE")
                        ? text.replace("no kit", "no kit of " + armOfAnna(lived))
                        : text);
    }

    private static Arm armOf(TwinTrial lived) {
        var seats = lived.world.process.allocations.of(World.STUDY).seats();
        return Objects.requireNonNull(seats.get(TwinTrial.ANNA)).arm();
    }

    private static String armOfAnna(TwinTrial lived) {
        return armOf(lived).code();
    }
}
