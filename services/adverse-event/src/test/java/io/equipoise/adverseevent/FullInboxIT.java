package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.account;
import static io.equipoise.platform.browser.Look.keepWindow;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.browser.Chromium;
import io.equipoise.platform.web.Role;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** More alerts wait than a page shows: nothing that waits is out of reach, and all of them are counted. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class FullInboxIT implements InTheWing {
    private static final String OWN_SITE = "79";
    private static final String STUDY = "NCT00000023";
    private static final String ANNA = STUDY + "-79-0001";
    private static final String SITE = TestStack.shared().token("inv-79", Role.INVESTIGATOR, OWN_SITE);
    private static final String OFFICER = TestStack.shared().token("saf-01", Role.SAFETY_OFFICER, OWN_SITE);

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final MongoDatabase database;
    private final Doors doors;
    private final String origin;

    FullInboxIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.doors = new Doors(port);
        this.origin = "http://localhost:" + port;
    }

    @BeforeEach
    void others_have_told() {
        Wing.settle(database, STUDY, "NCT00000024", OWN_SITE);
    }

    @Test
    void a_hundred_are_listed_all_are_counted_and_older_ones_are_a_link_away() {
        for (int i = 0; i < 101; i++) {
            serious();
        }
        var newest = inbox("/safety/alerts");
        newest.locator("#waiting-count >> text=101 not acknowledged").waitFor();
        assertThat(cards(newest)).isEqualTo(100);
        assertThat(newest.title()).startsWith("(101) ");
        keepWindow(newest, "full-inbox", ColorScheme.LIGHT, 1440);

        var older = inbox("/safety/alerts");
        older.locator("#older-waiting").click();
        older.locator("nav >> text=101 to 101 of 101, newest first").waitFor();
        older.locator("[data-state=live]").waitFor();
        assertThat(cards(older)).isEqualTo(1);

        var arrived = serious();
        newest.locator("#arrivals[role=alert] >> text=subject " + ANNA).waitFor();
        older.locator("nav >> text=101 to 102 of 102, newest first").waitFor();
        assertThat(older.locator("#arrivals").textContent()).isEmpty();

        newest.locator("#arrivals button").click();
        doors.post("/api/safety/alerts/" + arrived + "/acknowledgement", OFFICER, "{\"note\":\"site called\"}");
        newest.locator("#waiting-count >> text=101 not acknowledged").waitFor();
        assertThat(cards(newest)).isEqualTo(100);
        assertThat(newest.locator("#arrivals").textContent()).isEmpty();
        older.locator("#newest-waiting").click();
        older.waitForURL("**/safety/alerts");
    }

    @Test
    void a_place_that_is_no_number_is_refused() {
        for (var after : new String[] {"-1", "x", "1000000"}) {
            var refused = doors.get("/safety/alerts?after=" + after, OFFICER);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text()).contains("AFTER_INVALID");
        }
    }

    private String serious() {
        var body = account("grade", "3", "criteria", "[\"HOSPITALIZATION\"]", "narrative", "\"felt warm\"");
        return doors.post("/api/subjects/" + ANNA + "/adverse-events", SITE, body)
                .text("alert");
    }

    private static int cards(Page page) {
        return page.locator("#part-waiting [data-alert]").count();
    }

    private Page inbox(String path) {
        var page = CHROMIUM.page(ColorScheme.LIGHT, 1440, Map.of("Authorization", OFFICER), origin);
        page.navigate(origin + path);
        page.locator("[data-state=live]").waitFor();
        return page;
    }
}
