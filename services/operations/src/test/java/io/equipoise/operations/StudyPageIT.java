package io.equipoise.operations;

import static io.equipoise.platform.browser.Look.accessible;
import static io.equipoise.platform.browser.Look.keep;
import static io.equipoise.platform.browser.Look.keepWindow;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.equipoise.operations.application.Trials;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.browser.Chromium;
import io.equipoise.platform.web.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The page of a study in a real browser, fed by a real broker: seen, worked, watched while it changes. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class StudyPageIT {
    private static final TestStack STACK = TestStack.shared();
    private static @Nullable Chromium chromium;
    private static boolean told;

    private final int port;
    private final Trials trials;

    StudyPageIT(@LocalServerPort int port, @Autowired Trials trials) {
        this.port = port;
        this.trials = trials;
    }

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        TestStack.configure(registry);
    }

    @BeforeAll
    static void a_browser_is_on_this_machine() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void nothing_was_complained_of() {
        browser().nothingWasComplainedOf();
    }

    @Test
    void everything_is_seen_in_light_and_dark_wide_and_narrow_and_is_accessible() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1440, 390)) {
                var page = page(scheme, width, "/studies/" + Teller.STUDY);
                page.locator("[data-state=live]").waitFor();
                keep(page, "study", scheme, width);
                accessible(page);
                keep(at(page, "/"), "studies", scheme, width);
                accessible(page);
                keep(at(page, "/studies/" + Teller.STUDY + "/subjects/" + Teller.subject(4)), "subject", scheme, width);
                accessible(page);
                page.context().close();
            }
        }
    }

    @Test
    void an_event_told_now_is_seen_without_a_reload() {
        var page = page(ColorScheme.LIGHT, 1440, "/studies/" + Teller.STUDY);
        page.locator("[data-state=live]").waitFor();
        page.evaluate("window.sameDocument = true");
        assertThat(page.locator("#part-tasks").textContent()).doesNotContain("Grade 4 seizure");
        STACK.tell(
                "adverse-events",
                "alert/AL-NEW",
                1,
                "AlertRaised.v1",
                new Told(
                                "",
                                "",
                                "",
                                1,
                                "",
                                Teller.with(
                                        2,
                                        "alert",
                                        "AL-NEW",
                                        "event",
                                        "AE-NEW",
                                        "rule",
                                        "SERIOUS",
                                        "summary",
                                        "Grade 4 seizure: life-threatening",
                                        "raisedAt",
                                        java.time.Instant.now(),
                                        "escalateAt",
                                        java.time.Instant.now().plusSeconds(900)))
                        .json());
        page.locator("#part-tasks >> text=Grade 4 seizure").waitFor();
        page.locator("#part-alerts >> text=Grade 4 seizure").waitFor();
        assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
    }

    @Test
    void every_number_of_the_flow_opens_the_people_behind_it() {
        var page = page(ColorScheme.LIGHT, 1440, "/studies/" + Teller.STUDY);
        var number = page.locator("button[popovertarget=consort-enrolled]").first();
        number.focus();
        page.keyboard().press("Enter");
        var list = page.locator("#consort-enrolled");
        list.waitFor();
        assertThat(list.locator("li").count())
                .isEqualTo(Integer.parseInt(number.textContent().trim()));
        keepWindow(page, "number-opened", ColorScheme.LIGHT, 1440);
        list.locator("a").first().click();
        assertThat(page.locator("h1").textContent()).startsWith(Teller.STUDY + "-");
    }

    @Test
    void a_lost_line_is_said_and_heals() {
        var page = page(ColorScheme.LIGHT, 1440, "/studies/" + Teller.STUDY);
        page.locator("[data-state=live]").waitFor();
        page.context().setOffline(true);
        page.locator("[data-state=lost]").waitFor();
        keepWindow(page, "line-lost", ColorScheme.LIGHT, 1440);
        page.context().setOffline(false);
        page.locator("[data-state=live]").waitFor();
        browser().forgive(); // the browser says in its console that the network was gone
    }

    @Test
    void a_table_sorts_filters_and_goes_out_as_csv() {
        var page = page(ColorScheme.LIGHT, 1440, "/studies/" + Teller.STUDY);
        page.locator("#assumptions-table-filter").fill("dosing/window");
        assertThat(page.locator("#assumptions-table tbody tr:visible").count()).isEqualTo(1);
        var file = page.waitForDownload(
                () -> page.locator("[data-tools-for=assumptions-table] .csv").click());
        assertThat(file.suggestedFilename()).isEqualTo("assumptions.csv");
        page.locator("#assumptions-table-filter").fill("");
        page.locator("#assumptions-table-sort-1").click();
        assertThat(page.locator("#assumptions-table th[aria-sort=ascending]").count())
                .isEqualTo(1);
        var paths = page.locator("#assumptions-table tbody th").allTextContents();
        assertThat(paths).isSorted();
    }

    private Page page(ColorScheme scheme, int width, String path) {
        tellOnce();
        var page = browser()
                .page(
                        scheme,
                        width,
                        Map.of("Authorization", STACK.token("ops-01", Role.OPERATIONS, "*")),
                        "http://127.0.0.1:" + port);
        return at(page, path);
    }

    private static Chromium browser() {
        return Objects.requireNonNull(chromium);
    }

    private Page at(Page page, String path) {
        page.navigate("http://127.0.0.1:" + port + path);
        return page;
    }

    private void tellOnce() {
        var tale = TrialTale.endingOn(LocalDate.now(ZoneOffset.UTC));
        if (!told) {
            tale.forEach(each -> STACK.tell(each.topic(), each.stream(), each.version(), each.type(), each.json()));
            told = true;
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> trials.trial(Teller.STUDY)
                        .filter(trial ->
                                trial.people().size() == 29 && trial.harms().size() == 10)
                        .isPresent());
    }
}
