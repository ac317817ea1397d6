package io.equipoise.dosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.TestClient.Answer;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What no plan foresaw, from the definition heard to the calendar shown. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnplannedIT implements OnTheStack {
    private final Desk desk;

    UnplannedIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.desk = Desk.of(database, port);
    }

    @Test
    @Acceptance("DO-21")
    void a_laser_is_shown_beside_the_calendar_as_a_confounder_and_is_no_line_of_it() {
        var others = new Others(TestStack.shared(), "NCT00000021");
        var anna = others.subject(1);
        others.openStudyIsActive(1, "ENROLMENT");
        others.siteIsOpen();
        others.consented(1);
        others.enrolled(1);
        var door = "/api/subjects/" + anna + "/companion-treatments";
        var laser = """
            {"companion":"LASER","from":"2025-03-03","until":"2025-03-09","note":"630 nm"}\
            """;
        await().atMost(Duration.ofSeconds(60))
                .until(() -> desk.ward().post(door, laser).status() == 201);
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        desk.ward().get("/api/subjects/" + anna + "/calendar").status() == 200);
        var calendar = desk.ward().get("/api/subjects/" + anna + "/calendar").body();
        assertThat(calendar.path("companions")).hasSize(1);
        assertThat(calendar.at("/companions/0/companion").asString()).isEqualTo("LASER");
        assertThat(calendar.at("/companions/0/confounder").booleanValue()).isTrue();
        assertThat(calendar.path("entries")).isEmpty();

        assertThat(desk.ward().post(door, laser.replace("LASER", "MASSAGE")).text())
                .contains("COMPANION_UNKNOWN", "/companion");
        assertThat(desk.ward()
                        .post(door, laser.replace("2025-03-09", "2025-03-01"))
                        .text())
                .contains("UNTIL_BEFORE_FROM", "/until");
        assertThat(desk.ward()
                        .post(door, laser.replace("2025-03-09", "2025-03-10"))
                        .code())
                .isEqualTo("COMPANION_ALREADY_RECORDED");
    }

    @Test
    void a_dose_taken_as_needed_is_shown_and_a_third_on_one_day_is_refused() {
        var others = new Others(TestStack.shared(), "NCT00000022");
        var anna = inGroup(others);
        var first = take(anna, "RESCUE", "08");
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(first.body().at("/amount/number").asString()).isEqualTo("10");
        assertThat(take(anna, "RESCUE", "12").status()).isEqualTo(201);
        assertThat(take(anna, "RESCUE", "16").text()).contains("TAKEN_TOO_OFTEN", "/startedAt");
        assertThat(take(anna, "LOW", "16").text()).contains("NOT_AS_NEEDED", "/course");
        assertThat(take(anna, "NONE", "16").text()).contains("COURSE_UNKNOWN", "/course");
        var calendar = desk.ward().get("/api/subjects/" + anna + "/calendar").body();
        assertThat(calendar.path("asNeeded")).hasSize(2);
        assertThat(calendar.path("entries")).as("the planned doses alone").hasSize(2);
    }

    @Test
    void a_dose_is_reduced_by_a_step_of_the_protocol_and_the_next_stays_so() {
        var others = new Others(TestStack.shared(), "NCT00000023");
        var anna = inGroup(others);
        assertThat(give(anna, 1, "11", ",\"reduced\":{\"to\":\"0.9\",\"reason\":\"rash\"}")
                        .text())
                .contains("REDUCTION_NOT_ALLOWED", "/reduced/to");
        var first = give(anna, 1, "11", ",\"reduced\":{\"to\":\"0.5\",\"reason\":\"rash\"}");
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(first.body().path("arithmetic").asString()).isEqualTo("100 ug/kg x 70 kg x 0.5 = 3,500 ug");
        assertThat(first.body().path("reducedTo").asString()).isEqualTo("0.5");
        assertThat(give(anna, 2, "18", "").code()).isEqualTo("REDUCTION_STAYS");
        assertThat(desk.ward()
                        .get("/api/subjects/" + anna + "/calendar")
                        .body()
                        .at("/reductions/0/to")
                        .asString())
                .isEqualTo("0.5");
    }

    @Test
    void while_the_study_is_suspended_one_dose_is_given_by_permission_of_the_safety_officer() {
        var others = new Others(TestStack.shared(), "NCT00000024");
        var anna = inGroup(others);
        var door = "/api/subjects/" + anna + "/doses/1/permission";
        var body = "{\"on\":\"2025-03-11\",\"reason\":\"benefit outweighs the risk for her\"}";
        var officer = desk.ward().as(TestStack.shared().token("safety-01", Role.SAFETY_OFFICER, "*"));
        assertThat(officer.post(door, body).text()).contains("STUDY_NOT_SUSPENDED", "/on");
        others.statusIs("SUSPENDED", "2025-03-11");
        desk.awaitState(anna, "DOSE_1", "HELD");
        assertThat(give(anna, 1, "11", "").code()).isEqualTo("STUDY_NOT_DOSING");
        assertThat(desk.ward().post(door, body).code()).isEqualTo("ROLE_NOT_ALLOWED");
        var permitted = officer.post(door, body);
        assertThat(permitted.status()).as(permitted.text()).isEqualTo(200);
        assertThat(permitted.body().path("by").asString()).isEqualTo("safety-01");
        assertThat(desk.line(anna, "DOSE_1").path("state").asString()).isEqualTo("PLANNED");
        assertThat(desk.line(anna, "DOSE_2").path("state").asString()).isEqualTo("HELD");
        assertThat(give(anna, 1, "11", "").status()).isEqualTo(201);
        assertThat(give(anna, 2, "18", "").code()).isEqualTo("STUDY_NOT_DOSING");
    }

    private Answer give(String subject, int dose, String day, String reduced) {
        return desk.ward()
                .post("/api/subjects/" + subject + "/administrations", """
                    {"dose":%d,"startedAt":"2025-03-%sT09:00:00Z","stoppedAt":"2025-03-%sT09:45:00Z","lot":"L-7",
                     "weight":{"kg":"70","weighedOn":"2025-03-%s"}%s}\
                    """.formatted(dose, day, day, day, reduced));
    }

    /** Anna is enrolled, and has a place in the first dose group. */
    private String inGroup(Others others) {
        var anna = others.subject(1);
        others.openStudyIsActive(1, "ENROLMENT_AND_DOSING");
        others.siteIsOpen();
        others.consented(1);
        others.enrolled(1);
        var group = "{\"cohort\":\"L1\",\"on\":\"2025-03-10\",\"reason\":\"the next free place\"}";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> desk.ward()
                                .post("/api/subjects/" + anna + "/cohort", group)
                                .status()
                        == 200);
        desk.awaitState(anna, "DOSE_1", "PLANNED");
        return anna;
    }

    private Answer take(String subject, String course, String hour) {
        return desk.ward().post("/api/subjects/" + subject + "/as-needed-doses", """
            {"course":"%s","lot":"L-7","startedAt":"2025-03-12T%s:00:00Z","stoppedAt":"2025-03-12T%s:05:00Z",
             "weight":{"kg":"70","weighedOn":"2025-03-12"}}\
            """.formatted(course, hour, hour));
    }
}
