package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.OFFICER;
import static io.equipoise.adverseevent.Doors.SECOND_OFFICER;
import static io.equipoise.adverseevent.Doors.account;
import static io.equipoise.platform.browser.Look.accessible;
import static io.equipoise.platform.browser.Look.keep;
import static io.equipoise.platform.browser.Look.keepWindow;
import static io.equipoise.platform.browser.Look.look;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.browser.Chromium;
import io.equipoise.platform.web.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The safety officer's inbox in a real browser: an alert arrives, is read, taken over; others are kept out politely. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class InboxPageIT implements InTheWing {
    private static final Duration SOON = Duration.ofSeconds(60);
    /** Nobody else's alerts are on the pages: of a site of its own. */
    private static final String OWN_SITE = "77";

    private static final String PATIENT_STUDY = "NCT00000021";
    private static final String HASTY_STUDY = "NCT00000022";
    private static final String ANNA = PATIENT_STUDY + "-77-0001";
    private static final String CLARA = HASTY_STUDY + "-77-0001";
    private static final String SITE = TestStack.shared().token("inv-77", Role.INVESTIGATOR, OWN_SITE);
    private static final String LOCAL_OFFICER = TestStack.shared().token("saf-01", Role.SAFETY_OFFICER, OWN_SITE);
    private static final String COORDINATOR = TestStack.shared().token("coo-01", Role.SITE_COORDINATOR, "01");

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final MongoDatabase database;
    private final Doors doors;
    private final String origin;

    InboxPageIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.doors = new Doors(port);
        this.origin = "http://localhost:" + port;
    }

    @BeforeEach
    void others_have_told() {
        Wing.settle(database, PATIENT_STUDY, HASTY_STUDY, OWN_SITE);
    }

    @Test
    void everything_is_seen_in_light_and_dark_wide_and_narrow_and_is_accessible() {
        var alert = serious(ANNA, "Infusion related reaction", 3, "HOSPITALIZATION");
        serious(CLARA, "Seizure", 4, "LIFE_THREATENING\",\"HOSPITALIZATION");
        acknowledged(serious(ANNA, "Anaphylaxis", 3, "LIFE_THREATENING"), OFFICER, "Site called; patient is stable.");
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1440, 390)) {
                var page = page(scheme, width, "/safety/alerts");
                page.locator("[data-state=live]").waitFor();
                page.locator("#part-waiting >> text=escalated, step 1").first().waitFor();
                page.locator("#part-waiting .receipts .done").first().waitFor();
                look(page, "inbox", scheme, width);
                page.navigate(origin + "/safety/alerts/" + alert);
                page.locator("[data-state=live]").waitFor();
                look(page, "alert", scheme, width);
            }
        }
    }

    @Test
    void an_alert_that_arrives_is_shown_first_announced_and_counted_without_a_reload() {
        var page = page(ColorScheme.LIGHT, 1440, "/safety/alerts");
        page.locator("[data-state=live]").waitFor();
        page.evaluate("window.sameDocument = true");
        var before = page.locator("#part-waiting [data-alert]").count();
        var alert = serious(ANNA, "Chest pain", 3, "HOSPITALIZATION");
        page.locator("#arrivals[role=alert] >> text=Grade 3, severe: Chest pain, subject " + ANNA)
                .waitFor();
        assertThat(page.locator("#part-waiting [data-alert]").first().getAttribute("id"))
                .isEqualTo(alert);
        assertThat(page.title()).startsWith("(" + (before + 1) + ") ");
        assertThat(page.locator("#" + alert).textContent())
                .contains(
                        "hospitalization",
                        ANNA,
                        "2025-03-11 11:05 +01:00",
                        "Acknowledge by",
                        "e-mail to safety-officer");
        assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
        keepWindow(page, "arrived", ColorScheme.LIGHT, 1440);
        acknowledged(alert, SECOND_OFFICER, "taken");
        page.locator("#part-taken >> text=Chest pain").first().waitFor();
        assertThat(page.locator("#arrivals").textContent()).isEmpty();
    }

    @Test
    void an_officer_acknowledges_by_keyboard_alone_and_it_is_clear_that_it_is_done() {
        var alert = serious(ANNA, "Syncope", 3, "OTHER_IMPORTANT");
        var page = page(ColorScheme.LIGHT, 1440, "/safety/alerts");
        page.locator("#" + alert + "-open").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/safety/alerts/" + alert);
        assertThat(page.locator("#part-event").textContent())
                .contains("It is serious because of other important", "K-483920", "P-0001", "felt faint", "possible");
        page.locator("#note").focus();
        page.keyboard().type("   ");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.locator("#note-problem >> text=Say in 1 to 2000 characters what you do about it.")
                .waitFor();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("note");
        keepWindow(page, "note-refused", ColorScheme.LIGHT, 1440);
        CHROMIUM.forgive(); // the console notes every answer of 422
        page.keyboard().type("Called the site; neurologist informed.");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.locator("#part-act blockquote >> text=Called the site; neurologist informed.")
                .waitFor();
        assertThat(page.locator("#part-act").textContent()).contains("By saf-01");
        assertThat(page.locator("#part-act form").count()).isZero();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("part-act-done");
        page.locator("#part-history >> text=Acknowledged: Called the site; neurologist informed.")
                .waitFor();
        keep(page, "acknowledged", ColorScheme.LIGHT, 1440);
        accessible(page);
    }

    @Test
    void one_who_comes_second_is_told_by_whom_it_was_taken() {
        var alert = serious(ANNA, "Fall", 2, "HOSPITALIZATION");
        var page = page(ColorScheme.LIGHT, 1440, "/safety/alerts/" + alert);
        page.locator("[data-state=live]").waitFor();
        page.route("**/live", route -> route.abort());
        page.context().setOffline(true);
        page.context().setOffline(false);
        page.locator("[data-state=lost]").waitFor();
        acknowledged(alert, SECOND_OFFICER, "mine");
        page.locator("#note").fill("Mine, I thought.");
        page.locator("#part-act [type=submit]").click();
        page.locator("#part-act [role=alert] >> text=Acknowledged by saf-02").waitFor();
        assertThat(page.locator("#note").inputValue()).isEqualTo("Mine, I thought.");
        CHROMIUM.forgive();
    }

    @Test
    void others_read_who_may_look_and_an_alert_that_is_none_is_a_page_too() {
        var alert = serious(ANNA, "Rash", 3, "HOSPITALIZATION");
        for (var path : List.of("/safety/alerts", "/safety/alerts/" + alert)) {
            var page = CHROMIUM.page(ColorScheme.LIGHT, 1440, Map.of("Authorization", COORDINATOR), origin);
            assertThat(page.navigate(origin + path).status()).isEqualTo(403);
            assertThat(page.locator("main").textContent())
                    .contains("Not for your account", "safety-officer", "ROLE_NOT_ALLOWED");
            assertThat(page.locator(".who").textContent()).contains("coo-01");
            accessible(page);
            keepWindow(page, "refused", ColorScheme.LIGHT, 1440);
        }
        var elsewhere = TestStack.shared().token("saf-09", Role.SAFETY_OFFICER, "09");
        var page = CHROMIUM.page(ColorScheme.LIGHT, 390, Map.of("Authorization", elsewhere), origin);
        assertThat(page.navigate(origin + "/safety/alerts/" + alert).status()).isEqualTo(403);
        page.navigate(origin + "/safety/alerts");
        assertThat(page.locator("main").textContent())
                .contains("No alert waits")
                .doesNotContain("Rash");
        var none = page(ColorScheme.LIGHT, 390, "/safety/alerts/AL-AE-00000000");
        assertThat(none.locator("h1").textContent()).isEqualTo("No alert AL-AE-00000000 here");
        CHROMIUM.forgive(); // the console notes every answer of 403 and 404
    }

    private String serious(String subject, String term, int grade, String criterion) {
        var body = account(
                "term",
                "\"" + term + "\"",
                "grade",
                String.valueOf(grade),
                "criteria",
                "[\"" + criterion + "\"]",
                "dose",
                subject.equals(ANNA) ? "1" : "null",
                "narrative",
                "\"felt faint on the ward\"");
        var answer = doors.post("/api/subjects/" + subject + "/adverse-events", SITE, body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        var alert = answer.text("alert");
        await().atMost(SOON)
                .until(() -> doors.get("/api/safety/alerts", OFFICER)
                        .body()
                        .toString()
                        .contains(alert));
        return alert;
    }

    private String acknowledged(String alert, String officer, String note) {
        var answer =
                doors.post("/api/safety/alerts/" + alert + "/acknowledgement", officer, "{\"note\":\"" + note + "\"}");
        assertThat(answer.status()).isEqualTo(200);
        return alert;
    }

    private Page page(ColorScheme scheme, int width, String path) {
        var page = CHROMIUM.page(scheme, width, Map.of("Authorization", LOCAL_OFFICER), origin);
        page.navigate(origin + path);
        return page;
    }
}
