package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.OFFICER;
import static io.equipoise.adverseevent.Doors.account;
import static io.equipoise.adverseevent.Tower.PAGE_EMIL;
import static io.equipoise.adverseevent.Tower.PAGE_STUDY;
import static io.equipoise.platform.browser.Look.keep;
import static io.equipoise.platform.browser.Look.look;
import static org.assertj.core.api.Assertions.assertThat;

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

/** The pages of the watch in a real browser: calendar and ladder, rules, one's own calls, and what the inbox says of them. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class WatchPageIT implements InTheWing {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String MONITOR = TestStack.shared().token("mon-01", Role.MONITOR, "*");

    private static final String SITE = TestStack.shared().token("inv-78", Role.INVESTIGATOR, "78");
    private static final String LOCAL_OFFICER = TestStack.shared().token("saf-01", Role.SAFETY_OFFICER, "78");

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final MongoDatabase database;
    private final Doors doors;
    private final String origin;

    WatchPageIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.doors = new Doors(port);
        this.origin = "http://localhost:" + port;
    }

    @BeforeEach
    void others_have_told() {
        Tower.settle(database);
    }

    @Test
    void an_officer_sets_calendar_ladder_and_rules_and_reads_them_again() {
        var page = page(OFFICER, ColorScheme.LIGHT, 1440, "/safety/watch/" + PAGE_STUDY + "/on-call");
        page.locator("#zone").fill("Europe/Berlin");
        shift(page, 0, "saf-02", "2025-01-01T09:00", "2025-07-01T09:00");
        shift(page, 1, "safety-officer", "2025-07-02T09:00", "2035-01-01T09:00");
        page.locator("#rota-reason").fill("this decade");
        page.locator("#rota-form [type=submit]").click();
        page.locator("#rota-form >> text=Nobody is on call from 2025-07-01T07:00:00Z to 2025-07-02T07:00:00Z")
                .waitFor();
        CHROMIUM.forgive(); // the console notes every answer of 409
        page.locator("[name=gapsAcknowledged]").check();
        page.locator("#rota-form [type=submit]").click();
        page.locator("#part-rota-done").waitFor();
        page.locator("[name='steps/0/after']").fill("0");
        page.locator("[name='steps/0/tell']").fill("ON_CALL");
        page.locator("[name='steps/1/after']").fill("15");
        page.locator("[name='steps/1/tell']").fill("saf-02, EVERYBODY");
        page.locator("#ladder-reason").fill("protocol 9.4");
        page.locator("#ladder-form [type=submit]").click();
        page.locator("#part-ladder-done").waitFor();
        page.reload();
        assertThat(page.locator("#part-calendar").textContent())
                .contains("now: safety-officer", "2025-07-01 09:00 +02:00", "nobody", "24 h");
        assertThat(page.locator("#part-ladder").textContent())
                .contains("at once", "whoever is on call", "after 15 min", "saf-02, everybody");
        theRulesAreSet(page);
        theInboxSaysWhy(page);
        everythingIsSeen();
    }

    private void theRulesAreSet(Page page) {
        page.navigate(origin + "/safety/watch/" + PAGE_STUDY + "/rules");
        page.locator("#grade").fill("9");
        page.locator("#terms").fill("anaphylaxis\nrash");
        page.locator("#reason").fill("protocol 9.2");
        page.locator("#rules-form [type=submit]").click();
        page.locator("#grade-problem >> text=A grade is 1 to 5").waitFor();
        CHROMIUM.forgive();
        page.locator("#grade").fill("3");
        page.locator("#rules-form [type=submit]").click();
        page.locator("#part-change-done").waitFor();
        page.reload();
        assertThat(page.locator("#part-rules").textContent())
                .contains("every serious event, always", "terms with anaphylaxis, rash", "grade 3 or more");
    }

    private void theInboxSaysWhy(Page page) {
        var reported = doors.post(
                "/api/subjects/" + PAGE_EMIL + "/adverse-events", SITE, account("term", "\"Rash\"", "grade", "2"));
        var alert = "AL-" + reported.text("event") + "-1";
        page.navigate(origin + "/safety/alerts");
        var card = page.locator("#" + alert);
        card.waitFor();
        assertThat(card.textContent()).contains("event of special interest", "On call", "safety-officer");
        card.locator(".receipts .done").first().waitFor();
        page.navigate(origin + "/safety/alerts/" + alert);
        assertThat(page.locator("#part-event").textContent()).contains("the term has rash");
        assertThat(page.locator("#part-history").textContent())
                .contains(
                        "Rules met: event of special interest", "On call at step 0 (rota, version 1): safety-officer");
        keep(page, "watch-alert", ColorScheme.LIGHT, 1440);
    }

    private void everythingIsSeen() {
        for (var path : Map.of(
                        "watch", "/safety/watch",
                        "watch-on-call", "/safety/watch/" + PAGE_STUDY + "/on-call",
                        "watch-rules", "/safety/watch/" + PAGE_STUDY + "/rules",
                        "watch-calls", "/safety/quiet-hours",
                        "watch-inbox", "/safety/alerts")
                .entrySet()) {
            for (var look : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                int width = look == ColorScheme.LIGHT ? 1440 : 390;
                var page = page(
                        path.getKey().equals("watch-inbox") ? LOCAL_OFFICER : OFFICER, look, width, path.getValue());
                look(page, path.getKey(), look, width);
            }
        }
    }

    @Test
    void sound_is_off_until_somebody_turns_it_on_and_then_an_alert_that_arrives_is_heard() {
        var page = page(LOCAL_OFFICER, ColorScheme.LIGHT, 1440, "/safety/alerts");
        page.locator("[data-state=live]").waitFor();
        assertThat(page.locator("#signal-sound").getAttribute("aria-pressed")).isEqualTo("false");
        page.locator("#signal-test").click();
        page.locator("#signal-said >> text=This is the tone of an alert.").waitFor();
        page.locator("#signal-sound").click();
        assertThat(page.locator("#signal-sound").getAttribute("aria-pressed")).isEqualTo("true");
        page.waitForFunction("document.documentElement.dataset.tones === '2'");
        var reported = doors.post(
                "/api/subjects/" + PAGE_EMIL + "/adverse-events",
                SITE,
                account("term", "\"Syncope\"", "grade", "3", "criteria", "[\"HOSPITALIZATION\"]"));
        page.locator("#" + reported.text("alert")).waitFor();
        page.waitForFunction("document.documentElement.dataset.tones === '3'");
        page.locator("#signal-notify").click();
        page.locator("#signal-said >> text=notification").waitFor();
    }

    @Test
    void an_officer_sets_quiet_hours_by_page() {
        var page = page(OFFICER, ColorScheme.LIGHT, 1440, "/safety/quiet-hours");
        page.locator("#zone").fill("Europe/Nowhere");
        page.locator("#from").fill("22:00");
        page.locator("#until").fill("07:00");
        page.locator("#quiet-form [type=submit]").click();
        page.locator("#zone-problem:not(:empty)").waitFor();
        CHROMIUM.forgive();
        page.locator("#zone").fill("Europe/Berlin");
        page.locator("#quiet-form [type=submit]").click();
        page.locator("#part-quiet-done").waitFor();
        page.reload();
        assertThat(page.locator("#part-quiet").textContent()).contains("22:00 to 07:00, Europe/Berlin");
        assertThat(doors.post("/api/safety/quiet-hours", OFFICER, "{}").status())
                .isEqualTo(200);
    }

    @Test
    void a_monitor_reads_and_changes_nothing_and_a_study_that_is_none_is_a_page_too() {
        var page = page(MONITOR, ColorScheme.LIGHT, 1440, "/safety/watch/" + PAGE_STUDY + "/rules");
        assertThat(page.locator("#part-rules").textContent()).contains("every serious event, always");
        assertThat(page.locator("form").count()).isZero();
        page.navigate(origin + "/safety/watch/NONE/rules");
        assertThat(page.locator("h1").textContent()).isEqualTo("No study NONE here");
        CHROMIUM.forgive(); // the console notes every answer of 404
    }

    private static void shift(Page page, int row, String person, String from, String until) {
        page.locator("[name='shifts/" + row + "/person']").selectOption(person);
        page.locator("[name='shifts/" + row + "/from']").fill(from);
        page.locator("[name='shifts/" + row + "/until']").fill(until);
    }

    private Page page(String token, ColorScheme scheme, int width, String path) {
        var page = CHROMIUM.page(scheme, width, Map.of("Authorization", token), origin);
        page.navigate(origin + path);
        return page;
    }
}
