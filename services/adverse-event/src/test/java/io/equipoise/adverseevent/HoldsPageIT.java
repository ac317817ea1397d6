package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.OFFICER;
import static io.equipoise.adverseevent.HeldTrial.BOARD;
import static io.equipoise.adverseevent.HeldTrial.RULE;
import static io.equipoise.adverseevent.HeldTrial.SOON;
import static io.equipoise.platform.browser.Look.keepWindow;
import static io.equipoise.platform.browser.Look.look;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.browser.Chromium;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A safety officer sees which studies are held, without a count, and lifts what a rule lets an officer lift. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class HoldsPageIT implements InTheWing {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final MongoDatabase database;
    private final Doors doors;
    private final String origin;

    HoldsPageIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.doors = new Doors(port);
        this.origin = "http://localhost:" + port;
    }

    @Test
    void an_officer_lifts_with_a_signature_what_the_rule_leaves_to_officers_and_sees_no_count() {
        var ours = held("NCT00000045", "SAFETY_OFFICER");
        var boards = held("NCT00000046", "DATA_SAFETY_BOARD");
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1440, 390)) {
                look(page(scheme, width), "holds", scheme, width);
            }
        }
        var page = page(ColorScheme.LIGHT, 1440);
        var mine = "section[aria-label=" + ours.study + "]";
        assertThat(page.locator("section[aria-label=" + boards.study + "]").textContent())
                .contains("It may be lifted by data safety board.", "The rule does not let you lift it.")
                .doesNotContain("2 of 2", "boundary");
        assertThat(page.locator("section[aria-label=" + boards.study + "] form").count())
                .isZero();
        page.locator(mine + " [name=name]").fill("A member of the board");
        page.locator(mine + " [name=meaning]").fill("approval");
        page.locator(mine + " [name=reason]").fill("no pattern was seen");
        keepWindow(page, "hold-signed", ColorScheme.LIGHT, 1440);
        page.locator(mine + " button[type=submit]").click();
        await().atMost(SOON).until(() -> ours.told("SafetyHoldLifted.v1").isPresent());
        await().atMost(SOON).until(() -> page.locator(mine).count() == 0);
        assertThat(boards.standing().body().path("standing").asString()).isEqualTo("HELD");
    }

    @Test
    void nobody_but_officers_sees_the_page() {
        for (var other : List.of(BOARD, Doors.SITE, Doors.OPERATIONS)) {
            assertThat(doors.get("/safety/holds", other).status()).isEqualTo(403);
        }
    }

    private HeldTrial held(String study, String lifter) {
        var trial = new HeldTrial(study, 2, database, doors);
        var ruled = doors.post(trial.rules(), BOARD, RULE.replace("\"DATA_SAFETY_BOARD\"", "\"" + lifter + "\""));
        assertThat(ruled.status()).as(ruled.text()).isEqualTo(201);
        trial.severe(1);
        trial.severe(2);
        trial.held();
        return trial;
    }

    private Page page(ColorScheme scheme, int width) {
        var page = CHROMIUM.page(scheme, width, Map.of("Authorization", OFFICER), origin);
        page.navigate(origin + "/safety/holds");
        page.locator("[data-state=live]").waitFor();
        return page;
    }
}
