package io.equipoise.dosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.TestStack;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What is given beside the trial dose, from the definition heard to the calendar shown. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BesideTheDoseIT {
    private final Desk desk;

    BesideTheDoseIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.desk = Desk.of(database, port);
    }

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        TestStack.configure(registry);
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
}
