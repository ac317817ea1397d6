package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.equipoise.platform.Acceptance;
import io.equipoise.platform.journal.Commit;
import io.equipoise.randomization.adapter.kafka.AllocationLanguage;
import io.equipoise.randomization.adapter.rest.TwinTrial;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.AllocationEvent.CodeBroken;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Before a code is broken nothing differs between the arms; breaking it shows one person's arm. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BeforeAnUnmaskingSpec {
    private static final List<String> EVERYBODY =
            List.of(TwinTrial.ANNA, TwinTrial.BORIS, TwinTrial.CLARA, TwinTrial.DORA).stream()
                    .map(Object::toString)
                    .toList();
    private static TwinTrial trial;

    @BeforeAll
    static void run_the_trial() {
        trial = new TwinTrial(List.of("EXOSOMES", "SALINE")).run();
    }

    @AfterAll
    static void stop() {
        trial.world.close();
    }

    @Test
    @Acceptance("AL-11")
    void what_is_on_the_label_and_what_the_bedside_hears_differ_in_nothing_but_person_and_number() {
        assertThat(trial.revealed.values()).contains("EXOSOMES", "SALINE");
        var labels = EVERYBODY.stream()
                .map(person -> trial.answers.get("dispense first dose " + person))
                .toList();
        assertThat(labels)
                .allSatisfy(label -> assertThat(label).startsWith("201").contains("packagingLot"));
        assertThat(labels).doesNotHaveDuplicates();
        assertThat(labels.stream().map(BeforeAnUnmaskingSpec::masked).distinct())
                .hasSize(1);
        for (var type : List.of("SubjectRandomized.v1", "KitDispensed.v1")) {
            var heard = heard(type);
            assertThat(heard).as(type).hasSizeGreaterThanOrEqualTo(4);
            assertThat(heard.stream().map(BeforeAnUnmaskingSpec::masked).distinct())
                    .as(type)
                    .hasSize(1);
        }
    }

    @Test
    @Acceptance("AL-10")
    void an_arm_is_shown_by_a_recorded_break_of_that_one_person_and_by_nothing_else() {
        var process = trial.world.process;
        var recorded = process.journal.read("allocation/" + World.STUDY);
        var ofAnna = recorded.stream()
                .filter(BeforeAnUnmaskingSpec::breaksAnna)
                .findFirst()
                .orElseThrow();
        var fact = (CodeBroken) ofAnna.facts().getFirst();
        assertThat(fact.reason()).isEqualTo("seizure one hour after the infusion");
        assertThat(fact.brokenBy()).isEqualTo(ofAnna.by().actor()).isEqualTo("inv-01");
        assertThat(fact.at()).isEqualTo("2025-03-11T08:30:00Z");
        assertThat(process.codes.reveal(TwinTrial.ANNA, ofAnna).arm().code())
                .isEqualTo(trial.revealed.get(TwinTrial.ANNA));
        assertThatIllegalStateException().isThrownBy(() -> process.codes.reveal(TwinTrial.BORIS, ofAnna));
        assertThat(recorded)
                .filteredOn(commit -> !breaksAnna(commit))
                .hasSizeGreaterThan(20)
                .allSatisfy(commit -> assertThatIllegalStateException()
                        .isThrownBy(() -> process.codes.reveal(TwinTrial.ANNA, commit)));
    }

    private static boolean breaksAnna(Commit<AllocationEvent> commit) {
        return commit.facts().getFirst() instanceof CodeBroken fact
                && fact.subject().equals(TwinTrial.ANNA.toString());
    }

    /** What others are told at a first dose, in the order of the journal. */
    private static List<String> heard(String type) {
        var language = trial.world.language();
        return trial.world.process.journal.read("allocation/" + World.STUDY).stream()
                .flatMap(commit -> language.tell(commit).stream())
                .filter(message -> message.topic().equals(AllocationLanguage.BLINDED))
                .filter(message -> message.type().equals(type))
                .map(message -> World.JSON.readTree(World.JSON.writeValueAsString(message.data())))
                .filter(data -> data.path("dose").asInt(1) == 1)
                .map(Object::toString)
                .toList();
    }

    private static String masked(String text) {
        return text.replaceAll("NCT07146087-01-[0-9]{4}", "PERSON")
                .replaceAll("K-[0-9]+", "KIT")
                .replaceAll("\"(ordinal|position)\":[0-9]+", "ORDER");
    }
}
