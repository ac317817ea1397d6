package io.equipoise.enrolment;

import static io.equipoise.enrolment.TestDoors.COORDINATOR;
import static io.equipoise.enrolment.TestDoors.OTHER_SITE;
import static io.equipoise.enrolment.TestDoors.STACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.equipoise.contracts.Contracts;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.TestClient;
import io.equipoise.platform.TestClient.Answer;
import io.equipoise.platform.TestStack;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From a door to the topic: what was measured is told, what came out stays here, and a change needs its baseline. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AssessmentJourneyIT implements OnTheStack {
    private final TestDoors doors;

    AssessmentJourneyIT(@LocalServerPort int port) {
        this.doors = new TestDoors(new TestClient(port), COORDINATOR);
    }

    @Test
    @Acceptance("AS")
    void a_symptom_is_followed_from_its_baseline_and_one_without_a_baseline_is_not() {
        var anna = screened("ASSESSED1");
        var heaviness = anna + "/assessments/SYMPTOMS/change?item=HEAVINESS";
        assertThat(symptom(anna, "FOLLOW_UP", "\"low\":\"70\",\"high\":\"80\"").status())
                .isEqualTo(201);
        var refused = doors.get(heaviness);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("BASELINE_MISSING");

        assertThat(symptom(anna, "BASELINE", "\"number\":\"10\"").status()).isEqualTo(201);
        var change = doors.get(heaviness).body();
        assertThat(change.path("change").path("low").asString()).isEqualTo("60");
        assertThat(change.path("change").path("high").asString()).isEqualTo("70");
        var latest = change.path("latest").path("measurement").path("reading");
        assertThat(latest.path("low").asString()).isEqualTo("70");
        assertThat(latest.path("high").asString()).isEqualTo("80");
        assertThat(doors.as(OTHER_SITE).get(heaviness).code()).isEqualTo("OTHER_SITE");
        assertThat(doors.get("/api/subjects/ASSESSED1-01-0999/assessments").code())
                .isEqualTo("SUBJECT_UNKNOWN");

        var told = STACK.hear(
                        "enrolment",
                        record -> record.key().equals(anna.replace("/api/subjects/", "subject/"))
                                && TestStack.typeOf(record).equals("AssessmentRecorded.v1"))
                .getLast();
        assertThat(Contracts.problems("AssessmentRecorded.v1", told.value())).isEmpty();
        assertThat(told.value()).doesNotContain("HEAVINESS").doesNotContain("\"80\"");
    }

    @Test
    @Acceptance("AS")
    void an_assessment_without_a_named_instrument_says_so_in_the_plan_and_takes_nothing() {
        var anna = screened("ASSESSED2");
        var plan = doors.get("/api/studies/ASSESSED2/assessments").body().path("assessments");
        assertThat(plan.valueStream()
                        .filter(each -> each.path("gap").isString())
                        .map(each -> each.path("assessment").asString()))
                .containsExactly("NEUROCOGNITIVE");
        var body = """
            {"assessment":"%s","occasion":"BASELINE","on":"2025-03-04","number":"48","source":"clinic"}\
            """;
        assertThat(doors.post(anna + "/assessments", body.formatted("NEUROCOGNITIVE"))
                        .code())
                .isEqualTo("INSTRUMENT_UNKNOWN");
        assertThat(doors.post(anna + "/assessments", body.formatted("DAILY_FUNCTIONING"))
                        .status())
                .isEqualTo(201);
        assertThat(doors.get("/api/studies/NOBODY/assessments").code()).isEqualTo("STUDY_UNKNOWN");
    }

    @Test
    @Acceptance("AS")
    void a_sample_of_cerebrospinal_fluid_is_told_with_its_puncture() {
        var anna = screened("ASSESSED3");
        var sample = """
            {"sample":"CSF-1","kind":"CEREBROSPINAL_FLUID","takenOn":"2025-03-04","puncture":"LP-1"}\
            """;
        assertThat(doors.post(anna + "/samples", sample).code()).isEqualTo("PUNCTURE_UNKNOWN");
        assertThat(doors.post(anna + "/punctures", """
            {"puncture":"LP-1","on":"2025-03-04","needleGauge":"25G","spinalLevel":"L4-L5"}\
            """).status()).isEqualTo(201);
        assertThat(doors.post(anna + "/samples", sample).status()).isEqualTo(201);
        var told = STACK.hear(
                        "enrolment",
                        record -> record.key().equals(anna.replace("/api/subjects/", "subject/"))
                                && TestStack.typeOf(record).equals("SampleTaken.v1"))
                .getLast();
        assertThat(Contracts.problems("SampleTaken.v1", told.value())).isEmpty();
        assertThat(told.value()).contains("\"puncture\":\"LP-1\"");
    }

    private String screened(String study) {
        TestDoors.tellOfTheStudy(study, 20);
        var body = "{\"site\":\"01\",\"screenedOn\":\"2025-03-03\"}";
        return "/api/subjects/"
                + await().atMost(Duration.ofSeconds(60))
                        .until(
                                () -> doors.post("/api/studies/" + study + "/subjects", body),
                                answer -> answer.status() == 201)
                        .text("subject");
    }

    private Answer symptom(String anna, String occasion, String reading) {
        return doors.post(anna + "/assessments", """
            {"assessment":"SYMPTOMS","item":"HEAVINESS","occasion":"%s","on":"2025-03-04",%s,"unit":"%%","source":"patient"}\
            """.formatted(occasion, reading));
    }
}
