package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.Contracts;
import io.equipoise.randomization.adapter.kafka.AllocationLanguage;
import io.equipoise.randomization.adapter.rest.DesignTwin;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A trial decided at the moment looks the same with its arms swapped, to everybody who is blinded. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DesignBlindingSpec {
    private static final List<String> CANARIES = List.of("CANARY_EXOSOMES", "CANARY_NACL");
    private static DesignTwin one;
    private static DesignTwin other;

    @BeforeAll
    static void run_the_trial_twice() {
        one = new DesignTwin(CANARIES).run();
        other = new DesignTwin(CANARIES.reversed()).run();
    }

    @AfterAll
    static void stop() {
        one.world.close();
        other.world.close();
    }

    @Test
    void the_arms_are_really_swapped() {
        assertThat(arms(one)).hasSize(DesignTwin.PEOPLE).contains(CANARIES.getFirst(), CANARIES.getLast());
        assertThat(arms(other))
                .isEqualTo(arms(one).stream()
                        .map(arm -> CANARIES.get(1 - CANARIES.indexOf(arm)))
                        .toList());
    }

    @Test
    void every_answer_is_the_same_and_names_no_arm() {
        assertThat(one.answers).hasSizeGreaterThan(5 * DesignTwin.PEOPLE);
        assertThat(one.answers.get("commitment")).contains("sha256");
        assertThat(one.answers.values())
                .anyMatch(answer -> answer.contains("SEED_NOT_COMMITTED"))
                .anyMatch(answer -> answer.contains("STRATUM_UNKNOWN"))
                .anyMatch(answer -> answer.contains("ALREADY_RERANDOMIZED"))
                .anyMatch(answer -> answer.startsWith("201"));
        assertThat(other.answers).isEqualTo(one.answers);
        assertThat(one.answers.toString().toUpperCase(Locale.ROOT)).doesNotContain("CANARY", "C0FFEE", "URN", "MINIM");
    }

    @Test
    void the_blinded_topic_is_the_same_and_names_neither_arm_nor_seed_nor_design() {
        var told = overheard(one).told(AllocationLanguage.BLINDED);
        assertThat(told)
                .anyMatch(message -> message.contains("SeedCommitted.v1"))
                .anyMatch(message -> message.contains("SubjectRerandomized.v1"));
        assertThat(overheard(other).told(AllocationLanguage.BLINDED)).isEqualTo(told);
        assertThat(told.toString().toUpperCase(Locale.ROOT)).doesNotContain("CANARY", "C0FFEE", "URN", "MINIM");
    }

    @Test
    void the_restricted_topic_tells_arms_at_one_length() {
        var told = overheard(one).told(AllocationLanguage.RESTRICTED).stream()
                .filter(message -> message.contains("llocated.v1"))
                .toList();
        assertThat(told).hasSize(2 * DesignTwin.PEOPLE).noneMatch(message -> message.contains("CANARY"));
        assertThat(told.stream()
                        .filter(message -> message.contains("ArmReallocated.v1"))
                        .map(String::length)
                        .distinct())
                .hasSize(1);
        assertThat(overheard(other).told(AllocationLanguage.RESTRICTED).stream().map(String::length))
                .isEqualTo(overheard(one).told(AllocationLanguage.RESTRICTED).stream()
                        .map(String::length)
                        .toList());
    }

    @Test
    void what_is_told_is_in_the_published_language() {
        var messages = one.world.process.journal.read("allocation/" + World.STUDY).stream()
                .flatMap(commit -> overheard(one).language().tell(commit).stream())
                .toList();
        assertThat(messages).isNotEmpty().allSatisfy(message -> {
            var json = World.JSON.writeValueAsString(message.data());
            assertThat(Contracts.event(message.type()).orElseThrow().topic()).isEqualTo(message.topic());
            assertThat(Contracts.problems(message.type(), json)).isEmpty();
            assertThat(World.JSON.readTree(json).propertyNames())
                    .containsExactlyElementsOf(World.JSON
                            .readTree(Contracts.example(message.type()))
                            .propertyNames());
        });
    }

    @Test
    void whoever_reads_the_database_finds_no_arm_seed_or_design_and_no_difference() {
        var raw = overheard(one).raw();
        assertThat(raw.toString().toUpperCase(Locale.ROOT))
                .contains("SCHEMEDECLARED", "LISTDRAFTED", "SEALED#")
                .doesNotContain("CANARY", "C0FFEE", "MINIMIZATION", "EQUIPOISE.", "00010203");
        assertThat(overheard(other).raw()).isEqualTo(raw);
    }

    private static List<String> arms(DesignTwin twin) {
        var seats = twin.world.process.allocations.of(World.STUDY).seats();
        return DesignTwin.people().stream()
                .map(subject -> seats.get(subject).arm().code())
                .toList();
    }

    private static Overheard overheard(DesignTwin twin) {
        return new Overheard(twin.world);
    }
}
