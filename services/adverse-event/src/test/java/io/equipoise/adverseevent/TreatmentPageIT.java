package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.OFFICER;
import static io.equipoise.adverseevent.Doors.SITE;
import static io.equipoise.adverseevent.Wing.ANNA;
import static io.equipoise.platform.browser.Look.accessible;
import static io.equipoise.platform.browser.Look.keep;
import static io.equipoise.platform.browser.Look.keepWindow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.ColorScheme;
import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.browser.Chromium;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The treatment on the page of an alert: blinded, then unblinded without a reload, shown by a look and forgotten again. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TreatmentPageIT implements InTheWing {
    private static final Duration SOON = Duration.ofSeconds(60);

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    private final MongoDatabase database;
    private final Doors doors;
    private final String origin;

    TreatmentPageIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.doors = new Doors(port);
        this.origin = "http://localhost:" + port;
    }

    @Test
    void it_is_shown_by_a_look_that_is_recorded_and_is_gone_when_it_is_closed() {
        var event = serious();
        var page = BROWSER.page(ColorScheme.LIGHT, 1280, Map.of("Authorization", OFFICER), origin);
        page.navigate(origin + "/safety/alerts/AL-" + event);
        page.locator("[data-state=live]").waitFor();
        page.locator("#part-treatment summary").click();
        assertThat(page.locator("#part-treatment").textContent()).contains("blinded", "Break the code of this subject");
        keep(page, "treatment-blinded", ColorScheme.LIGHT, 1280);
        accessible(page);

        OtherRooms.unblinding("allocation/" + event, ANNA, event, OtherRooms.sealed(ANNA, event, "CANARY_EXOSOMES"));
        page.locator("#treatment-look").click();
        page.locator("#treatment-shown >> text=MSC-derived exosomes").waitFor();
        keepWindow(page, "treatment-shown", ColorScheme.LIGHT, 1280);
        accessible(page);
        page.locator("#part-treatment >> text=n = 1").waitFor();
        assertThat(page.locator("#part-treatment").textContent()).doesNotContain("CANARY", "exosomes");
        page.locator("[data-forget]").click();
        assertThat(page.content()).doesNotContain("CANARY", "MSC-derived");
        page.setViewportSize(400, 900);
        keep(page, "treatment-narrow", ColorScheme.LIGHT, 400);
    }

    private String serious() {
        Wing.settle(database);
        var event = doors.post(
                        "/api/subjects/" + ANNA + "/adverse-events",
                        SITE,
                        Doors.account("grade", "3", "criteria", "[\"HOSPITALIZATION\"]"))
                .text("event");
        await().atMost(SOON)
                .until(() -> doors.get("/api/safety/alerts", OFFICER).text().contains(event));
        return event;
    }
}
