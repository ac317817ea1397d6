package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.OFFICER;
import static io.equipoise.adverseevent.Doors.SITE;
import static io.equipoise.adverseevent.HeldTrial.BOARD;
import static io.equipoise.adverseevent.HeldTrial.RULE;
import static io.equipoise.adverseevent.HeldTrial.SOON;
import static io.equipoise.adverseevent.HeldTrial.signed;
import static io.equipoise.platform.browser.Look.accessible;
import static io.equipoise.platform.browser.Look.keep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.browser.Chromium;
import io.equipoise.platform.web.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Stopping rules at their doors, and the board's closed page in a real browser. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BoardPageIT implements InTheWing {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final MongoDatabase database;
    private final Doors doors;
    private final String origin;

    BoardPageIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.doors = new Doors(port);
        this.origin = "http://localhost:" + port;
    }

    @Test
    void two_of_two_hold_the_study_others_hear_of_it_without_counts_and_the_board_lifts_it_with_a_signature() {
        var trial = new HeldTrial("NCT00000031", 2, database, doors);
        assertThat(trial.standing().body().path("standing").asString()).isEqualTo("not configured");
        trial.severe(1);
        trial.ruled();
        trial.severe(2);
        var start = System.nanoTime();
        var hold = trial.held();
        System.out.printf(
                "from the answer to the second event until the hold: %d ms%n", (System.nanoTime() - start) / 1_000_000);
        await().atMost(SOON).until(() -> trial.told("SafetyHoldPlaced.v1").isPresent());
        assertThat(trial.told("SafetyHoldPlaced.v1").orElseThrow())
                .contains(hold, "data-safety-board")
                .doesNotContain("SEVERE", "events", "\"n\"");
        assertThat(doors.get("/api/safety/stopping/" + trial.study + "/holds", SITE)
                        .text())
                .contains(hold)
                .doesNotContain("SEVERE");
        assertThat(doors.get("/api/safety/stopping/" + trial.study, SITE).status())
                .isEqualTo(403);

        var officer = doors.post(trial.lifts(), OFFICER, signed(hold));
        assertThat(officer.code()).isEqualTo("LIFT_NOT_YOURS");
        var old = TestStack.shared()
                .token("dsb-01", Role.DATA_SAFETY_BOARD, Instant.now().minus(Duration.ofMinutes(6)), "*");
        var again = doors.post(trial.lifts(), old, signed(hold));
        assertThat(again.status()).isEqualTo(401);
        assertThat(again.code()).isEqualTo("REAUTHENTICATION_NEEDED");
        assertThat(doors.post(trial.lifts(), BOARD, signed(hold)).text())
                .contains("A member of the board", "approval", "dsb-01");
        assertThat(doors.post(trial.lifts(), BOARD, signed(hold)).code()).isEqualTo("HOLD_ALREADY_LIFTED");
        await().atMost(SOON).until(() -> trial.told("SafetyHoldLifted.v1").isPresent());
        assertThat(trial.standing().body().path("standing").asString()).isEqualTo("GOES_ON");
    }

    @Test
    void what_a_rule_lacks_is_named_and_nothing_is_recorded() {
        var trial = new HeldTrial("NCT00000032", 0, database, doors);
        var lacking = doors.post(trial.rules(), BOARD, RULE.replace("\"0.05\"", "null"));
        assertThat(lacking.code()).isEqualTo("STOPPING_RULE_NOT_CONFIGURED");
        assertThat(lacking.pointers()).contains("/rule/parameters/allowed");
        assertThat(doors.post(trial.rules(), BOARD, RULE.replace("\"EXACT\"", "\"GUESS\""))
                        .status())
                .isEqualTo(400);
        assertThat(doors.post(trial.rules(), BOARD, RULE.replace("\"grade\": 3, ", ""))
                        .status())
                .isEqualTo(400);
        assertThat(doors.post(trial.rules(), BOARD, RULE.replace("[]", "[null]"))
                        .status())
                .isEqualTo(400);
        assertThat(doors.post(trial.rules(), SITE, RULE).status()).isEqualTo(403);
        assertThat(doors.post("/api/safety/stopping/NCT09999999/rules", BOARD, RULE)
                        .code())
                .isEqualTo("STUDY_UNKNOWN");
        assertThat(doors.get("/api/safety/stopping/NCT09999999", BOARD).status())
                .isEqualTo(404);
        assertThat(trial.standing().body().path("rules").isEmpty()).isTrue();
    }

    @Test
    void the_board_sees_counts_against_the_boundary_and_what_none_in_n_says() {
        var trial = new HeldTrial("NCT00000033", 3, database, doors);
        trial.ruled();
        var page = page(ColorScheme.LIGHT, 1440, trial.study);
        page.locator("#part-board-rules >> text=None in 3 does not say none").waitFor();
        assertThat(page.locator("#part-board-rules").textContent())
                .contains(
                        "0 of 3",
                        "with 3 dosed, 3 with an event stop the study",
                        "63.2 %",
                        "The rule of three says 100.0 %");
        assertThat(page.locator("#main").textContent()).contains("By arm: see randomization's unblinded export");
        page.locator("#part-board-rules canvas").first().waitFor();
        keep(page, "board-none", ColorScheme.LIGHT, 1440);
        accessible(page);
    }

    @Test
    void a_member_of_the_board_lifts_a_hold_on_the_page_and_sees_the_decision() {
        var trial = new HeldTrial("NCT00000034", 2, database, doors);
        trial.ruled();
        var page = page(ColorScheme.LIGHT, 1440, trial.study);
        page.locator("[data-state=live]").waitFor();
        trial.severe(1);
        trial.severe(2);
        trial.held();
        page.locator("#part-board-holds >> text=The study is held").waitFor();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1440, 390)) {
                var other = page(scheme, width, trial.study);
                other.locator("#part-board-rules canvas").first().waitFor();
                keep(other, "board-held", scheme, width);
                accessible(other);
                other.close();
            }
        }
        page.locator("#part-board-holds [name=name]").fill("A member of the board");
        page.locator("#part-board-holds [name=meaning]").fill("approval on behalf of the board");
        page.locator("#part-board-holds [name=reason]").fill("no pattern was seen");
        page.locator("#part-board-holds button[type=submit]").click();
        page.locator("#part-board-holds >> text=The study goes on").waitFor();
        assertThat(page.locator("#part-board-decisions").textContent())
                .contains(
                        "A member of the board (dsb-01), data safety board",
                        "approval on behalf of the board",
                        "no pattern");
        keep(page, "board-lifted", ColorScheme.LIGHT, 1440);
    }

    @Test
    void the_board_sees_every_donor_with_its_n_and_the_rule_by_which_events_count_as_it_is_told() {
        var trial = new HeldTrial("NCT00000035", 2, database, doors);
        var page = page(ColorScheme.LIGHT, 1440, trial.study);
        page.locator("[data-state=live]").waitFor();
        assertThat(page.locator("#part-board-donors").textContent())
                .contains("Not told: of no kit of this study", "0 donors, 2 people dosed, 0 events")
                .contains("The study has set no threshold for clusters of a lot, so no donor is marked.");
        originOf(trial, 1, "CORD-7");
        originOf(trial, 2, "no donor");
        trial.severe(1);
        page.locator("#part-board-donors >> text=1 donor, 2 people dosed, 1 event")
                .waitFor();
        page.locator("#donors-table >> text=no donor").waitFor();
        assertThat(page.locator("#donors-table tbody tr").allTextContents())
                .containsExactly("CORD-711101", "no donor11000");
        assertThat(page.locator("#part-board-donors").textContent())
                .contains("How an event is counted", "where it named none, for every donor")
                .doesNotContain("Not told");
        OtherRooms.dose(trial.person(1), 2, "K-9", "P-0001", Instant.parse("2025-06-03T09:00:00Z"));
        page.locator("#donors-table >> text=not told").waitFor();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1440, 390)) {
                var other = page(scheme, width, trial.study);
                keep(other, "board-donors", scheme, width);
                accessible(other);
                other.close();
            }
        }
    }

    private static void originOf(HeldTrial trial, int number, String donor) {
        var subject = trial.person(number);
        var kit = "K-" + number;
        OtherRooms.origin("allocation/" + subject, subject, 1, kit, OtherRooms.sealedOrigin(subject, 1, kit, donor));
    }

    @Test
    void the_page_is_closed_to_everybody_else_and_a_study_that_is_none_is_a_page_too() {
        for (var path : List.of("/safety/board", "/safety/board/NCT00000034")) {
            var page = CHROMIUM.page(ColorScheme.LIGHT, 1440, Map.of("Authorization", OFFICER), origin);
            assertThat(page.navigate(origin + path).status()).isEqualTo(403);
            assertThat(page.locator("main").textContent()).contains("data-safety-board", "ROLE_NOT_ALLOWED");
        }
        var none = page(ColorScheme.LIGHT, 1440, "NCT09999999");
        assertThat(none.locator("h1").textContent()).isEqualTo("No study NCT09999999 here");
        CHROMIUM.forgive(); // the console notes every answer of 403 and 404
    }

    private Page page(ColorScheme scheme, int width, String study) {
        var page = CHROMIUM.page(scheme, width, Map.of("Authorization", BOARD), origin);
        page.navigate(origin + "/safety/board/" + study);
        return page;
    }
}
