package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.TestRecipient;
import io.equipoise.randomization.adapter.kafka.AllocationLanguage;
import io.equipoise.randomization.adapter.rest.TwinTrial;
import io.equipoise.randomization.domain.SafetyEvent.BrokenForSafety;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The donor of a kit's product is told of every kit, sealed: with the arms swapped, the same messages of the same size. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OriginBlindingSpec {
    private static final List<String> CANARIES = List.of("CANARY_EXOSOMES", "CANARY_NACL");
    private static final String DONOR = "CANARY-DONOR-7";
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
    void an_origin_is_told_with_every_kit_of_the_same_person_dose_and_kit_whichever_the_arms_are() {
        var kits = messages(one, "KitDispensed.v1");
        assertThat(kits).hasSizeGreaterThan(8);
        assertThat(origins(one))
                .extracting(OriginBlindingSpec::aboutWhich)
                .isEqualTo(kits.stream().map(OriginBlindingSpec::aboutWhich).toList());
        assertThat(origins(other).stream().map(OriginBlindingSpec::aboutWhich))
                .isEqualTo(origins(one).stream()
                        .map(OriginBlindingSpec::aboutWhich)
                        .toList());
    }

    @Test
    void every_one_of_them_is_of_one_size_and_names_no_donor() {
        assertThat(origins(one).stream()
                        .map(told -> told.path("sealed").asString().length())
                        .distinct())
                .hasSize(1)
                .isEqualTo(origins(other).stream()
                        .map(told -> told.path("sealed").asString().length())
                        .distinct()
                        .toList());
        for (var trial : List.of(one, other)) {
            assertThat(onTheTopic(trial)).anyMatch(message -> message.contains("ProductOriginSealed.v1"));
            assertThat(onTheTopic(trial).toString().toUpperCase(Locale.ROOT)).doesNotContain("CANARY", "NO DONOR");
        }
        assertThat(onTheTopic(other).stream().map(String::length))
                .isEqualTo(onTheTopic(one).stream().map(String::length).toList());
    }

    @Test
    void nobody_who_is_blinded_is_told_a_donor_and_none_lies_in_the_store() {
        for (var trial : List.of(one, other)) {
            assertThat(trial.answers.toString()).doesNotContain(DONOR);
            assertThat(new Overheard(trial.world)
                            .told(AllocationLanguage.BLINDED)
                            .toString())
                    .doesNotContain(DONOR, "Origin");
            assertThat(new Overheard(trial.world).raw().toString())
                    .contains("ProductOriginNoted.v1")
                    .doesNotContain(DONOR, "no donor");
        }
    }

    @Test
    void it_opens_to_the_donor_of_what_was_in_the_kit_which_is_the_other_with_the_arms_swapped() {
        var here = donors(one);
        var there = donors(other);
        assertThat(here.values()).contains(DONOR, "no donor");
        assertThat(here.keySet().stream().filter(kit -> kit.startsWith("K-3")))
                .hasSizeGreaterThan(1)
                .allSatisfy(kit -> assertThat(List.of(here.get(kit), there.get(kit)))
                        .containsExactlyInAnyOrder(DONOR, "no donor"));
    }

    @Test
    void a_kit_that_was_not_packed_from_lots_is_told_to_have_no_donor() {
        assertThat(donors(one).entrySet().stream()
                        .filter(kit -> kit.getKey().startsWith("K-1"))
                        .map(Map.Entry::getValue))
                .hasSizeGreaterThan(3)
                .containsOnly("no donor");
    }

    @Test
    void where_there_is_no_key_to_seal_with_no_origin_is_told_and_all_else_is() {
        var keyless = one.world.language(Optional.empty());
        assertThat(messages(one, keyless, "KitDispensed.v1")).hasSameSizeAs(messages(one, "KitDispensed.v1"));
        assertThat(messages(one, keyless, "ProductOriginSealed.v1")).isEmpty();
    }

    private static List<JsonNode> origins(TwinTrial trial) {
        return messages(trial, "ProductOriginSealed.v1");
    }

    private static List<JsonNode> messages(TwinTrial trial, String type) {
        return messages(trial, trial.world.language(), type);
    }

    /** But for codes that were broken for a report, which cannot be told without a key. */
    private static List<JsonNode> messages(TwinTrial trial, AllocationLanguage language, String type) {
        return trial.world.process.journal.after(0, 0, 1_000).stream()
                .filter(commit -> commit.facts().stream().noneMatch(BrokenForSafety.class::isInstance))
                .flatMap(commit -> language.tell(commit).stream())
                .filter(message -> message.type().equals(type))
                .map(message -> World.JSON.<JsonNode>valueToTree(message.data()))
                .toList();
    }

    private static List<String> onTheTopic(TwinTrial trial) {
        return new Overheard(trial.world).told(AllocationLanguage.RESTRICTED);
    }

    private static String aboutWhich(JsonNode told) {
        return String.join(
                "|",
                told.path("subject").asString(),
                told.path("dose").asString(),
                told.path("kit").asString());
    }

    private static Map<String, String> donors(TwinTrial trial) {
        return origins(trial).stream()
                .collect(Collectors.toMap(told -> told.path("kit").asString(), OriginBlindingSpec::donor));
    }

    private static String donor(JsonNode told) {
        return TestRecipient.opening()
                .open(
                        "equipoise.product-origin.v1",
                        aboutWhich(told),
                        told.path("sealed").asString())
                .orElseThrow()
                .strip();
    }
}
