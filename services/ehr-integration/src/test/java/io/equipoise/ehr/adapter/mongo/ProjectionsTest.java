package io.equipoise.ehr.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.Contracts;
import io.equipoise.contracts.SubjectId;
import io.equipoise.ehr.Facts;
import io.equipoise.ehr.application.AskedFacts.Asked;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.web.StrictJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProjectionsTest {
    private static final SubjectId ANNA = new SubjectId("NCT07146087", "01", 1);
    private static final SubjectId BORIS = new SubjectId("NCT07146087", "01", 2);

    @Test
    void a_registered_subject_is_known_and_nobody_else() {
        var subjects = new SubjectsProjection(Facts.database("known"));
        subjects.apply(example("SubjectRegistered.v1"));
        assertThat(subjects.find(ANNA))
                .hasValueSatisfying(known -> assertThat(known.left()).isNull());
        assertThat(subjects.find(BORIS)).isEmpty();
    }

    @Test
    void who_left_the_study_has_left_and_who_left_treatment_has_not() {
        for (var type : List.of("ConsentWithdrawn.v1", "SubjectScreenFailed.v1", "SubjectWithdrawn.v1")) {
            var subjects = new SubjectsProjection(Facts.database("left-" + type.charAt(7)));
            subjects.apply(example("SubjectRegistered.v1"));
            subjects.apply(example(type));
            assertThat(subjects.find(ANNA))
                    .hasValueSatisfying(known -> assertThat(known.left()).isNotNull());
        }
        var subjects = new SubjectsProjection(Facts.database("treatment"));
        subjects.apply(example("SubjectRegistered.v1"));
        subjects.apply(heard(
                "SubjectWithdrawn.v1", Contracts.example("SubjectWithdrawn.v1").replace("STUDY", "TREATMENT")));
        assertThat(subjects.find(ANNA).orElseThrow().left()).isNull();
    }

    @Test
    void told_twice_and_from_the_start_it_ends_the_same() {
        var once = Facts.database("once");
        var again = Facts.database("again");
        var messages = List.of(
                example("SubjectRegistered.v1"),
                example("ConsentGiven.v1"),
                example("SubjectEnrolled.v1"),
                example("ConsentWithdrawn.v1"));
        messages.forEach(new SubjectsProjection(once)::apply);
        for (int times = 0; times < 2; times++) {
            messages.forEach(new SubjectsProjection(again)::apply);
            messages.forEach(new SubjectsProjection(again)::apply);
        }
        assertThat(again.getCollection("subjects").find())
                .containsExactlyElementsOf(once.getCollection("subjects").find());
    }

    @Test
    void the_newest_definition_says_which_facts_are_asked_for() {
        var asked = new AskedFactsProjection(Facts.database("asked"));
        assertThat(asked.of("NCT07146087")).isEmpty();
        asked.apply(defined("[{\"fact\":\"old\",\"title\":\"O\",\"type\":\"DATE\"}]"));
        asked.apply(defined("[{\"fact\":\"edss\",\"title\":\"E\",\"type\":\"SCORE\"},"
                + "{\"fact\":\"dx\",\"title\":\"D\",\"type\":\"CODE\",\"codes\":[\"A\",\"B\"]}]"));
        asked.apply(example("StudyActivated.v1"));
        assertThat(asked.of("NCT07146087"))
                .hasValue(Map.of("edss", new Asked("SCORE", List.of()), "dx", new Asked("CODE", List.of("A", "B"))));
    }

    @Test
    void a_definition_that_asks_for_nothing_is_one_all_the_same() {
        var asked = new AskedFactsProjection(Facts.database("nothing"));
        asked.apply(example("StudyDefined.v1"));
        assertThat(asked.of("NCT07146087")).hasValue(Map.of());
    }

    private static Heard defined(String facts) {
        return heard(
                "StudyDefined.v1",
                "{\"study\":\"NCT07146087\",\"definition\":{\"eligibility\":{\"facts\":" + facts + "}}}");
    }

    private static Heard example(String type) {
        return heard(type, Contracts.example(type));
    }

    private static Heard heard(String type, String json) {
        var topic = Contracts.event(type).orElseThrow().topic();
        var data = StrictJson.mapper().readTree(json);
        return new Heard(
                "enrolment", topic, "s", 1, 1, type, data, Instant.parse("2026-11-22T15:00:00Z"), null, null, null);
    }
}
