package io.equipoise.studydesign.adapter.usdm;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.Contracts;
import io.equipoise.studydesign.domain.Definition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The CDISC pilot study becomes a definition: what it prints is kept, what it does not say stays open. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UsdmImportTest {
    private final UsdmImport taken = Pilot.imported();
    private final Definition definition = new Definition(taken.definition());

    @Test
    void it_is_well_formed_and_the_same_every_time() {
        var text = new JsonMapper().writeValueAsString(taken.definition());
        assertThat(Contracts.definitionProblems(text)).isEmpty();
        assertThat(new JsonMapper().writeValueAsString(Pilot.imported().definition()))
                .isEqualTo(text);
    }

    @Test
    void the_days_and_windows_of_its_visits_agree_with_its_timings() {
        var expected = daysByInstance();
        var visits = definition.list("/visits/value");
        assertThat(visits).hasSize(16);
        assertThat(visits.stream().map(visit -> (Integer) visit.get("day")).toList())
                .containsExactlyElementsOf(Pilot.DESIGN
                        .at("/scheduleTimelines/0/instances")
                        .valueStream()
                        .map(instance -> expected.get(instance.path("id").asString()))
                        .toList())
                .containsExactly(-14, -2, 0, 14, 28, 42, 56, 70, 84, 98, 112, 126, 140, 154, 168, 182);
        assertThat(windowOf("WK2")).isEqualTo("P3D P3D");
        assertThat(windowOf("WK24")).isEqualTo("P4D P4D");
        assertThat(windowOf("SCREEN1")).isEqualTo("null null");
    }

    /** Straight from the file: each timing is an edge, and days are pushed along the edges until nothing is new. */
    private static Map<String, Integer> daysByInstance() {
        var timings =
                Pilot.DESIGN.at("/scheduleTimelines/0/timings").valueStream().toList();
        ToIntFunction<JsonNode> distance = timing -> {
            var value = timing.path("value").asString();
            int number = Integer.parseInt(value.replaceAll("[^0-9]", ""));
            int days = value.endsWith("W") ? number * 7 : number;
            return timing.at("/type/decode").asString().equals("Before") ? -days : days;
        };
        var days = new HashMap<String, Integer>();
        for (int round = 0; round < timings.size(); round++) {
            for (var timing : timings) {
                var from = timing.path("relativeFromScheduledInstanceId").asString();
                var to = timing.path("relativeToScheduledInstanceId").asString();
                if (timing.at("/type/decode").asString().equals("Fixed Reference")) {
                    days.put(from, 0);
                } else if (days.containsKey(to)) {
                    days.put(from, days.get(to) + distance.applyAsInt(timing));
                }
            }
        }
        return days;
    }

    private String windowOf(String name) {
        return definition.list("/visits/value").stream()
                .filter(visit -> name.equals(visit.get("visit")))
                .map(visit -> visit.get("before") + " " + visit.get("after"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_window_of_hours_is_no_window_of_days_and_is_named() {
        assertThat(windowOf("SCREEN2")).isEqualTo("null null");
        assertThat(unmapped("Timing", "windowLower").ids()).containsExactly("Timing_2");
    }

    @Test
    void its_identity_arms_and_masking_are_those_of_the_file() {
        assertThat(definition.study()).isEqualTo("NCT12345678");
        assertThat(definition.at("/aliases").toString()).contains("H2Q-MC-LZZT");
        assertThat(definition.is("/phase", "PHASE_2")).isTrue();
        assertThat(definition.is("/sponsor", "Eli Lilly")).isTrue();
        assertThat(definition.is("/design/masking", "DOUBLE")).isTrue();
        assertThat(definition.known("/design/target").orElseThrow().value()).isEqualTo(300);
        assertThat(definition.list("/design/arms").stream().map(arm -> arm.get("arm") + " " + arm.get("role")))
                .containsExactly(
                        "PLACEBO PLACEBO_COMPARATOR",
                        "XANOMELINE_LOW_DOSE ACTIVE_COMPARATOR",
                        "XANOMELINE_HIGH_DOSE ACTIVE_COMPARATOR");
    }

    @Test
    void what_it_does_not_say_stays_open() {
        for (var pointer : List.of("/design/allocation", "/design/maskedParties", "/dosing/courses/0/route")) {
            assertThat(definition.mentioned(pointer).orElseThrow().unknown())
                    .as(pointer)
                    .isTrue();
        }
        assertThat(definition.list("/questions").stream().map(each -> each.get("question") + " " + each.get("blocks")))
                .containsExactly("ARMS_OF_PATCH_50 DOSING", "ARMS_OF_PATCH_75 DOSING");
    }

    @Test
    void its_patches_are_courses_with_the_amount_and_schedule_that_it_states() {
        assertThat(definition.known("/dosing/courses/0/amount").orElseThrow().value())
                .isEqualTo(Map.of("per", "DOSE", "number", "54", "unit", "mg"));
        assertThat(definition.known("/dosing/courses/1/amount").orElseThrow().value())
                .isEqualTo(Map.of("per", "DOSE", "number", "81", "unit", "mg"));
        assertThat(definition.known("/dosing/courses/0/schedule").orElseThrow().value())
                .isEqualTo(Map.of("kind", "DAILY", "times", 1, "days", 168));
    }

    @Test
    void every_criterion_is_a_rule_in_plain_words() {
        var rules = definition.list("/eligibility/rules");
        assertThat(rules).hasSize(31).allSatisfy(rule -> {
            assertThat(rule.get("slot")).isEqualTo(true);
            assertThat(rule.get("text").toString()).isNotBlank().doesNotContain("<p", "</", "usdm:");
        });
        assertThat(rules.getFirst().get("text"))
                .isEqualTo("Males and postmenopausal females at least 50 years of age.");
        assertThat(rules.stream().filter(rule -> rule.get("kind").equals("INCLUSION")))
                .hasSize(8);
    }

    @Test
    void every_visit_asks_what_its_activities_are() {
        var names = definition.list("/assessments/value").stream()
                .map(each -> each.get("assessment").toString())
                .toList();
        assertThat(names).hasSize(36).doesNotHaveDuplicates();
        var asked = definition.list("/visits/value").stream()
                .flatMap(visit -> ((List<?>) visit.get("assessments")).stream())
                .map(Object::toString)
                .toList();
        assertThat(asked)
                .hasSize(Pilot.DESIGN
                        .at("/scheduleTimelines/0/instances")
                        .valueStream()
                        .mapToInt(instance -> instance.path("activityIds").size())
                        .sum());
        assertThat(names).containsAll(asked);
    }

    @Test
    void every_object_of_the_file_is_taken_over_or_named_as_left_over() {
        var named = new TreeSet<String>();
        taken.unmapped().stream().filter(each -> each.attribute() == null).forEach(each -> named.addAll(each.ids()));
        assertThat(named)
                .contains("Estimand_1", "Condition_2", "NarrativeContentItem_85", "ScheduleTimeline_3", "StudyEpoch_5");
        assertThat(taken.unmapped()).allSatisfy(each -> {
            assertThat(each.why()).isNotBlank();
            assertThat(each.ids()).isNotEmpty().doesNotHaveDuplicates();
        });
        var kept = List.of("StudyArm_1", "Encounter_1", "Activity_1", "Timing_4", "EligibilityCriterion_31");
        assertThat(named).doesNotContainAnyElementsOf(kept);
    }

    private Unmapped unmapped(String type, String attribute) {
        return taken.unmapped().stream()
                .filter(each -> each.type().equals(type) && attribute.equals(each.attribute()))
                .findFirst()
                .orElseThrow();
    }
}
