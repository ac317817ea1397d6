package io.equipoise.operations;

import static io.equipoise.platform.browser.Look.accessible;
import static io.equipoise.platform.browser.Look.keepWindow;
import static io.equipoise.platform.browser.Look.look;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.equipoise.operations.application.Trials;
import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.browser.Chromium;
import io.equipoise.platform.web.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page of a study in a real browser, fed by a real broker: seen, worked, watched while it changes. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class StudyPageIT implements OnTheStack {
    private static final TestStack STACK = TestStack.shared();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final String INVESTIGATOR = STACK.token("inv-01", Role.INVESTIGATOR, "01");
    private static final Route.FulfillOptions TOO_SHORT = new Route.FulfillOptions()
            .setStatus(422)
            .setContentType("application/problem+json")
            .setBody("""
                {"code":"IMPACT_LENGTH","detail":"The impact on subject and trial is described in 10 to 4000 characters.",\
                "pointers":["/impact"]}\
                """);
    private static final Route.FulfillOptions DOCUMENTED = new Route.FulfillOptions()
            .setStatus(201)
            .setContentType("application/json")
            .setBody("{}");

    private static boolean told;

    private final int port;
    private final Trials trials;

    StudyPageIT(@LocalServerPort int port, @Autowired Trials trials) {
        this.port = port;
        this.trials = trials;
    }

    @Test
    void everything_is_seen_in_light_and_dark_wide_and_narrow_and_is_accessible() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1440, 390)) {
                var page = page(scheme, width, "/studies/" + Teller.STUDY);
                page.locator("[data-state=live]").waitFor();
                look(page, "study", scheme, width);
                look(at(page, "/"), "studies", scheme, width);
                look(at(page, "/studies/" + Teller.STUDY + "/subjects/" + Teller.subject(4)), "subject", scheme, width);
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
        CHROMIUM.forgive(); // the browser says in its console that the network was gone
    }

    /** The door itself is randomization's; here it is told what a door would be told, and answers as that one does. */
    @Test
    void an_investigator_documents_a_code_break_and_is_told_what_is_wrong_with_it() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            var page = page(scheme, 1440, "/studies/" + Teller.STUDY, INVESTIGATOR);
            var form = page.locator("#code-break-forms form");
            assertThat(form.textContent()).contains(Teller.subject(11)).contains("No date is stated");
            var asked = new ArrayList<Request>();
            page.route("**/code-breaks/impact", route -> {
                asked.add(route.request());
                route.fulfill(asked.size() == 1 ? TOO_SHORT : DOCUMENTED);
            });
            form.locator("select").selectOption("MINOR");
            form.locator("textarea").fill("seen only");
            form.evaluate("form => form.noValidate = true");
            form.locator("button").click();
            form.locator("[data-problem-of='/impact']:has-text('10 to 4000')").waitFor();
            form.locator("textarea").fill("Seen by the ward only; the next dose was given as planned.");
            page.locator("#code-break-forms").scrollIntoViewIfNeeded();
            keepWindow(page, "code-break-form", scheme, 1440);
            accessible(page);
            form.locator("button").click();
            page.locator("#code-break-forms .notice.done").waitFor();
            keepWindow(page, "code-break-documented", scheme, 1440);
            assertThat(asked).hasSize(2).allSatisfy(request -> {
                assertThat(request.url()).endsWith("/api/subjects/" + Teller.subject(11) + "/code-breaks/impact");
                assertThat(request.headers()).containsKey("idempotency-key");
            });
            assertThat(asked.getLast().postData())
                    .matches("\\{\"brokenAt\":\"[0-9T:.-]+Z\",\"deviation\":\"MINOR\",\"impact\":\"Seen by .*\"}");
            CHROMIUM.forgive(); // the browser says in its console that the first answer was a refusal
            page.context().close();
        }
    }

    @Test
    void whoever_may_not_document_a_code_break_sees_no_form() {
        var page = page(ColorScheme.LIGHT, 1440, "/studies/" + Teller.STUDY);
        assertThat(page.locator("#part-alerts").textContent()).contains("impact not documented", "No date is stated");
        assertThat(page.locator("#code-break-forms").count()).isZero();
        var elsewhere = STACK.token("inv-02", Role.INVESTIGATOR, "02");
        assertThat(page(ColorScheme.LIGHT, 1440, "/studies/" + Teller.STUDY, elsewhere)
                        .locator("#code-break-forms")
                        .count())
                .isZero();
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
        return page(scheme, width, path, STACK.token("ops-01", Role.OPERATIONS, "*"));
    }

    private Page page(ColorScheme scheme, int width, String path, String token) {
        tellOnce();
        var page = CHROMIUM.page(scheme, width, Map.of("Authorization", token), "http://127.0.0.1:" + port);
        return at(page, path);
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
