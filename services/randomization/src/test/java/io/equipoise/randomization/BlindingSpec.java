package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.Contracts;
import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.TestRecipient;
import io.equipoise.platform.audit.AuditTrail;
import io.equipoise.randomization.adapter.kafka.AllocationLanguage;
import io.equipoise.randomization.adapter.rest.TwinTrial;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.CodeBreakObstacle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Non-interference: the same trial with the arms swapped looks the same, byte for byte, to everybody who is blinded. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BlindingSpec {
    private static final List<String> CANARIES = List.of("CANARY_EXOSOMES", "CANARY_NACL");
    private static final Pattern SEALED_LENGTH = Pattern.compile("sealed#([0-9]+)");
    private static TwinTrial one;
    private static TwinTrial other;

    @BeforeAll
    static void run_the_trial_twice() {
        one = new TwinTrial(CANARIES).run();
        other = new TwinTrial(CANARIES.reversed()).run();
    }

    @AfterAll
    static void stop() {
        one.world.close();
        other.world.close();
    }

    @Test
    void the_arms_are_really_swapped_and_only_a_code_break_shows_it() {
        assertThat(one.revealed).hasSize(4).containsValues(CANARIES.toArray(String[]::new));
        assertThat(other.revealed.keySet()).isEqualTo(one.revealed.keySet());
        assertThat(other.revealed)
                .allSatisfy((subject, arm) -> assertThat(arm).isEqualTo(swapped(one.revealed.get(subject))));
    }

    @Test
    void every_answer_and_every_refusal_is_the_same_with_the_arms_swapped() {
        assertThat(one.answers).hasSizeGreaterThan(80);
        assertThat(one.answers.values()).anyMatch(answer -> answer.contains("\"kit\""));
        assertThat(one.answers.values())
                .anyMatch(answer -> answer.contains("NO_KIT_AVAILABLE"))
                .anyMatch(answer -> answer.contains("LIST_EXHAUSTED"));
        assertThat(other.answers).isEqualTo(one.answers);
    }

    @Test
    @Acceptance("PR-10")
    void no_answer_names_an_arm_a_kind_or_a_lot() {
        assertThat(one.answers.toString().toUpperCase(Locale.ROOT)).doesNotContain("CANARY");
    }

    @Test
    void the_same_refusal_reads_the_same_for_subjects_of_both_arms() {
        for (var step :
                List.of("dispense empty shelf", "dispense expired", "dispense no such dose", "randomized again")) {
            var words = List.of(TwinTrial.ANNA, TwinTrial.BORIS, TwinTrial.CLARA, TwinTrial.DORA).stream()
                    .map(subject -> one.answers.get(step + " " + subject))
                    .distinct()
                    .toList();
            assertThat(words).as(step).hasSize(1);
        }
    }

    @Test
    void every_envelope_is_of_one_size_and_nobody_is_told_what_is_in_it() {
        var sealed = one.answers.get("sealed");
        assertThat(SEALED_LENGTH.matcher(sealed).results().map(found -> found.group(1)))
                .hasSize(4)
                .containsOnly("1403");
        assertThat(overheard(one).told(AllocationLanguage.BLINDED))
                .anyMatch(message -> message.contains("OFFLINE_OVERDOSE") && message.contains("CodeBroken.v1"));
    }

    @Test
    void what_is_in_quarantine_or_of_a_failed_lot_is_refused_alike_in_both_arms() {
        for (var step : List.of("dose in quarantine ", "dose after a failed test ")) {
            assertThat(one.answers.get(step + TwinTrial.CLARA))
                    .contains("NO_KIT_AVAILABLE")
                    .isEqualTo(one.answers.get(step + TwinTrial.DORA));
        }
        assertThat(one.answers.get("dose released again " + TwinTrial.CLARA)).startsWith("201");
    }

    @Test
    void the_blinded_topic_is_the_same_with_the_arms_swapped() {
        var told = overheard(one).told(AllocationLanguage.BLINDED);
        assertThat(told).anyMatch(message -> message.contains("SubjectRandomized.v1"));
        assertThat(told).anyMatch(message -> message.contains("KitDispensed.v1"));
        assertThat(told).anyMatch(message -> message.contains("KitReturned.v1"));
        assertThat(told).anyMatch(message -> message.contains("CodeBroken.v1"));
        assertThat(told).anyMatch(message -> message.contains("Withheld.v1"));
        assertThat(overheard(other).told(AllocationLanguage.BLINDED)).isEqualTo(told);
        assertThat(told.toString().toUpperCase(Locale.ROOT)).doesNotContain("CANARY", "SEIZURE", "LEAKING");
    }

    @Test
    void the_restricted_topic_tells_no_arm_without_the_key_not_even_by_its_length() {
        var told = overheard(one).told(AllocationLanguage.RESTRICTED);
        assertThat(told)
                .filteredOn(message -> message.contains("ArmAllocated.v1"))
                .hasSize(4);
        assertThat(told.toString().toUpperCase(Locale.ROOT)).doesNotContain("CANARY");
        assertThat(overheard(other).told(AllocationLanguage.RESTRICTED).stream().map(String::length))
                .isEqualTo(told.stream().map(String::length).toList());
        assertThat(told.stream()
                        .filter(message -> message.contains("ArmAllocated.v1"))
                        .map(String::length)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void what_the_safety_office_is_told_is_sealed_to_it_alike_for_both_arms_and_opens_to_the_right_one() {
        assertThat(sealedToTheOffice(one)).hasSize(4).containsExactlyInAnyOrderElementsOf(opened(one.revealed));
        assertThat(sealedToTheOffice(other)).containsExactlyInAnyOrderElementsOf(opened(other.revealed));
        assertThat(overheard(one).told(AllocationLanguage.RESTRICTED))
                .filteredOn(message -> message.contains("SafetyUnblinding.v1"))
                .map(String::length)
                .hasSize(4)
                .isEqualTo(overheard(other).told(AllocationLanguage.RESTRICTED).stream()
                        .filter(message -> message.contains("SafetyUnblinding.v1"))
                        .map(String::length)
                        .toList());
        assertThat(overheard(one).told(AllocationLanguage.BLINDED))
                .filteredOn(message -> message.contains("SAFETY_REPORT"))
                .hasSize(4);
    }

    private static List<String> opened(Map<SubjectId, String> revealed) {
        return revealed.entrySet().stream()
                .map(person -> person.getKey() + " " + person.getValue())
                .toList();
    }

    private static List<String> sealedToTheOffice(TwinTrial trial) {
        return trial.world.process.journal.after(0, 0, 1_000).stream()
                .flatMap(commit -> overheard(trial).language().tell(commit).stream())
                .filter(message -> message.type().equals("SafetyUnblinding.v1"))
                .map(message -> World.JSON.<JsonNode>valueToTree(message.data()))
                .map(BlindingSpec::opened)
                .toList();
    }

    private static String opened(JsonNode told) {
        var bound = String.join(
                "|",
                told.path("subject").asString(),
                told.path("event").asString(),
                told.path("at").asString());
        var arm = TestRecipient.opening()
                .open(
                        "equipoise.safety-unblinding.v1",
                        bound,
                        told.path("sealed").asString());
        return told.path("subject").asString() + " " + arm.orElseThrow().strip();
    }

    @Test
    void what_is_told_is_in_the_published_language() {
        var commits = one.world.process.journal.after(0, 0, 1_000);
        var messages = commits.stream()
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
    void whoever_reads_the_database_finds_no_arm_kind_lot_seed_or_reason_and_no_difference() {
        var raw = overheard(one).raw();
        assertThat(raw.toString().toUpperCase(Locale.ROOT))
                .doesNotContain(
                        "CANARY_EXO", "CANARY_NACL", "LOT-CANARY", "C0FFEE", "SEIZURE", "LEAKING", "BLOCKSIZES=[");
        assertThat(overheard(other).raw()).isEqualTo(raw);
        assertThat(raw).anyMatch(commit -> commit.contains("sealed#"));
    }

    @Test
    void the_audit_trail_is_the_same_with_the_arms_swapped_and_shows_names_of_facts_only() {
        var trail = trail(one);
        assertThat(trail)
                .contains("ListDrawn.v1", "ArmAllocated.v1", "KitsReceived.v1", "CodeBroken.v1", "CodeBreakRefused.v1")
                .contains("LotRegistered.v1", "KitsPacked.v1", "ShipmentSent.v1", "ExcursionFound.v1");
        assertThat(trail(other)).isEqualTo(trail);
        assertThat(trail.toUpperCase(Locale.ROOT)).doesNotContain("CANARY", "SEIZURE", "LEAKING", "C0FFEE", "P-0001");
    }

    private static String trail(TwinTrial trial) {
        return World.JSON.writeValueAsString(new AuditTrail(trial.world.database, RandomizationService.trailRule())
                .entries(0, 0, 500, Optional.of("allocation/" + World.STUDY)));
    }

    @Test
    void why_somebody_handled_a_kit_is_not_shown_in_the_audit_trail() {
        try (var world = new World()) {
            var fact = new AllocationEvent.CodeBreakRefused(
                    World.STUDY, "s", "01", CodeBreakObstacle.values()[0], "inv-01");
            var by = World.by("inv-01", "k").withReason("he was on " + CANARIES.getFirst());
            world.process.journal.append("allocation/" + World.STUDY, 1, by, List.of(fact));
            var entry = new AuditTrail(world.database, RandomizationService.trailRule())
                    .entries(0, 0, 10, Optional.empty())
                    .getFirst();
            assertThat(entry.reason()).isNull();
            assertThat(entry.reasonWithheld()).isTrue();
            assertThat(entry.toString()).doesNotContain("CANARY");
        }
    }

    private static String swapped(String arm) {
        return CANARIES.get(1 - CANARIES.indexOf(arm));
    }

    private static Overheard overheard(TwinTrial trial) {
        return new Overheard(trial.world);
    }
}
