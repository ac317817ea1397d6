package io.equipoise.studydesign.adapter.usdm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.equipoise.platform.Refusal;
import io.equipoise.studydesign.adapter.schema.PublishedForm;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is broken in a file is refused by name and place. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrokenUsdmTest {
    private static final String DESIGN = "/study/versions/0/studyDesigns/0";

    private static Refusal refused(String text) {
        var body = text.getBytes(StandardCharsets.UTF_8);
        var unusable =
                catchThrowableOfType(Unusable.class, () -> UsdmImport.of(body, Pilot.TODAY, PublishedForm.form()));
        assertThat(unusable).isNotNull();
        return unusable.refusal();
    }

    private static Refusal refused(String pointer, Consumer<ObjectNode> change) {
        JsonNode copy = Pilot.FILE.deepCopy();
        change.accept((ObjectNode) copy.at(pointer));
        return refused(copy.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"study":                                   | USDM_UNREADABLE          |                | Line 1
        [1]                                         | USDM_UNREADABLE          |                | object
        {"study":{},"study":{}}                     | USDM_UNREADABLE          |                | uplicate
        {"study":{}} {}                             | USDM_UNREADABLE          |                | railing
        {"study":{}}                                | USDM_MALFORMED           | /usdmVersion   | usdmVersion
        {"usdmVersion":4,"study":{}}                | USDM_MALFORMED           | /usdmVersion   | usdmVersion
        {"usdmVersion":"3.0.0","study":{}}          | USDM_VERSION_UNSUPPORTED | /usdmVersion   | 3.0.0
        {"usdmVersion":"4.0.0"}                     | USDM_MALFORMED           | /study         | study
        {"usdmVersion":"4.0.0","study":{}}          | USDM_MALFORMED           | /study/versions | One is expected
        {"usdmVersion":"4.0.0","study":{"versions":{}}} | USDM_MALFORMED       | /study/versions | list
        {"usdmVersion":"4.0.0","study":{"versions":[7]}} | USDM_MALFORMED      | /study/versions/0 | object
        """)
    void no_usdm_is_refused(String body, String code, String pointer, String says) {
        var refusal = refused(body);
        assertThat(refusal.code()).as(refusal.detail()).isEqualTo(code);
        assertThat(refusal.pointers().getFirst()).isEqualTo(pointer == null ? "" : pointer);
        assertThat(refusal.detail()).contains(says);
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        var unusable = catchThrowableOfType(
                Unusable.class,
                () -> UsdmImport.of(
                        new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}, Pilot.TODAY, PublishedForm.form()));
        assertThat(unusable.refusal().code()).isEqualTo("USDM_UNREADABLE");
    }

    @Test
    void encounters_that_follow_each_other_in_a_circle_are_refused() {
        var refusal = refused(DESIGN + "/encounters/11", last -> last.put("nextId", "Encounter_1"));
        assertThat(refusal.code()).isEqualTo("USDM_CHAIN_CIRCULAR");
        assertThat(refusal.pointers()).containsExactly(DESIGN + "/encounters/11/nextId");
    }

    @Test
    void activities_that_precede_each_other_in_a_circle_are_refused() {
        var refusal = refused(DESIGN + "/activities/0", first -> first.put("previousId", "Activity_2"));
        assertThat(refusal.code()).isEqualTo("USDM_CHAIN_CIRCULAR");
        assertThat(refusal.pointers().getFirst()).endsWith("/previousId");
    }

    @Test
    void a_timeline_without_an_end_is_refused() {
        var refusal = refused(
                DESIGN + "/scheduleTimelines/0/instances/15",
                last -> last.put("defaultConditionId", "ScheduledActivityInstance_9"));
        assertThat(refusal.code()).isEqualTo("USDM_CHAIN_CIRCULAR");
        assertThat(refusal.pointers()).containsExactly(DESIGN + "/scheduleTimelines/0/instances/15/defaultConditionId");
    }

    @Test
    void timings_that_count_from_each_other_are_refused() {
        var refusal = refused(
                DESIGN + "/scheduleTimelines/0/timings/6",
                week8 -> week8.put("relativeToScheduledInstanceId", "ScheduledActivityInstance_16"));
        assertThat(refusal.code()).isEqualTo("USDM_CHAIN_CIRCULAR");
        assertThat(refusal.pointers())
                .containsExactly(
                        DESIGN + "/scheduleTimelines/0/timings/6/relativeToScheduledInstanceId",
                        DESIGN + "/scheduleTimelines/0/timings/12/relativeToScheduledInstanceId");
    }

    @Test
    void a_reference_to_nothing_is_refused() {
        var refusal =
                refused(DESIGN + "/scheduleTimelines/0/instances/3", week2 -> week2.put("encounterId", "Encounter_99"));
        assertThat(refusal.code()).isEqualTo("USDM_REFERENCE_UNKNOWN");
        assertThat(refusal.pointers()).containsExactly(DESIGN + "/scheduleTimelines/0/instances/3/encounterId");
    }

    @Test
    void two_things_of_one_id_are_refused() {
        var refusal = refused(DESIGN + "/arms/2", arm -> arm.put("id", "StudyArm_1"));
        assertThat(refusal.code()).isEqualTo("USDM_MALFORMED");
        assertThat(refusal.pointers()).containsExactly(DESIGN + "/arms/2/id");
    }

    @Test
    void a_criterion_that_neither_includes_nor_excludes_is_refused() {
        var refusal = refused(DESIGN + "/eligibilityCriteria/0/category", code -> code.put("decode", "Other"));
        assertThat(refusal.code()).isEqualTo("USDM_MALFORMED");
        assertThat(refusal.pointers()).containsExactly(DESIGN + "/eligibilityCriteria/0/category");
    }

    @Test
    void an_attribute_of_another_kind_is_refused() {
        var refusal = refused(DESIGN + "/arms/0", arm -> arm.put("label", 7));
        assertThat(refusal.code()).isEqualTo("USDM_MALFORMED");
        assertThat(refusal.pointers()).containsExactly(DESIGN + "/arms/0/label");
    }
}
