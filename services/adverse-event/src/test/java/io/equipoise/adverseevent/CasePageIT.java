package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.OFFICER;
import static io.equipoise.adverseevent.Doors.SITE;
import static io.equipoise.adverseevent.Wing.ANNA;
import static io.equipoise.adverseevent.Wing.CLARA;
import static io.equipoise.platform.browser.Look.accessible;
import static io.equipoise.platform.browser.Look.keep;
import static io.equipoise.platform.browser.Look.look;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.browser.Chromium;
import io.equipoise.platform.web.Role;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

/** Clocks and cases in a real browser: what is due is seen, why is read, a case is opened, reported, put in order. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CasePageIT implements InTheWing {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final MongoDatabase database;
    private final Doors doors;
    private final CaseDoors cases;
    private final String origin;

    CasePageIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.doors = new Doors(port);
        this.cases = new CaseDoors(doors);
        this.origin = "http://localhost:" + port;
    }

    @BeforeEach
    void others_have_told() {
        Wing.settle(database);
    }

    @Test
    void clocks_and_cases_are_seen_in_light_and_dark_wide_and_narrow_and_are_accessible() {
        var late = cases.opened(ANNA, "Anaphylaxis");
        cases.open(cases.serious(ANNA, "Chest pain"), ago(13), "EU-CTR", "FDA-IND", "UK");
        cases.open(cases.serious(CLARA, "Seizure"), ago(2), "EU-CTR");
        reported(cases.opened(CLARA, "Syncope"));
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1440, 390)) {
                var page = page(scheme, width, "/safety/clocks");
                page.locator("[data-state=live]").waitFor();
                var clock = page.locator("#" + late + "-EU-CTR-OTHER-1");
                clock.locator("summary").click();
                clock.locator(".why >> text=Article 42(2)(b)").first().waitFor();
                look(page, "clocks", scheme, width);
                page.navigate(origin + "/safety/cases");
                page.locator("[data-state=live]").waitFor();
                look(page, "cases", scheme, width);
                page.navigate(origin + "/safety/cases/" + late);
                page.locator("[data-state=live]").waitFor();
                page.locator("#act-report summary").click();
                look(page, "case", scheme, width);
            }
        }
    }

    @Test
    void the_least_time_left_comes_first_and_a_clock_says_why_by_keyboard() {
        var soon = cases.open(cases.serious(ANNA, "Stroke"), ago(13), "EU-CTR").text("case");
        var later = cases.open(cases.serious(ANNA, "Fever"), ago(3), "EU-CTR").text("case");
        var page = page(ColorScheme.LIGHT, 1440, "/safety/clocks");
        page.locator("#" + soon + "-EU-CTR-OTHER-1").waitFor();
        var order = page.locator("#part-clocks-open details.clock").evaluateAll("all => all.map(each => each.id)");
        assertThat(order.toString().indexOf(soon)).isBetween(0, order.toString().indexOf(later));
        var clock = page.locator("#" + soon + "-EU-CTR-OTHER-1");
        assertThat(clock.locator(".flag").first().textContent()).isEqualTo("at risk");
        clock.locator("summary").focus();
        page.keyboard().press("Enter");
        assertThat(clock.locator(".why").textContent())
                .contains(
                        "What happened",
                        "Which rule",
                        "Whose days",
                        "Why this date",
                        "What would change it",
                        "No report would be due if it were judged expected.");
    }

    @Test
    void an_officer_opens_a_case_and_is_told_which_field_is_wrong() {
        var event = cases.serious(ANNA, "Jaundice");
        var page = page(ColorScheme.LIGHT, 1440, "/safety/cases");
        page.locator("[name=events]").fill(event);
        page.locator("[name=receivedAt]").fill("2025-03-11T16:40");
        page.locator("[name=office]").fill("Berlin");
        page.locator("[name=country]").fill("DE");
        page.locator("[name=authorities][value=EU-CTR]").check();
        page.locator("[name=criteria][value=SUBJECT]").check();
        page.locator("#open-what").fill("a call from the ward");
        page.locator("#part-open button[type=submit]").click();
        page.locator("#open-office >> text=zone such as Europe/Berlin").waitFor();
        CHROMIUM.forgive(); // the console notes every answer of 400
        page.locator("[name=office]").fill("Europe/Berlin");
        page.locator("#part-open button[type=submit]").click();
        page.locator("#part-open .notice >> text=The case is open").waitFor();
        var found = doors.get("/api/safety/cases", OFFICER)
                .body()
                .valueStream()
                .filter(each -> each.path("events").toString().contains(event))
                .findFirst()
                .orElseThrow();
        assertThat(found.path("missing").toString()).contains("REPORTER").doesNotContain("SUBJECT\"");
        page.locator("#part-cases-list >> text=" + found.path("case").asString())
                .first()
                .waitFor();
    }

    @Test
    void a_report_that_is_recorded_stops_the_clock_on_the_open_page() {
        var caseId = cases.opened(ANNA, "Ileus");
        var page = page(ColorScheme.LIGHT, 1440, "/safety/cases/" + caseId);
        page.locator("#part-case-clocks .flag >> text=late").first().waitFor();
        page.locator("#act-report summary").click();
        page.locator("#act-report [name=sentAt]").fill("2025-03-20T10:00");
        page.locator("#act-report [name=reference]").fill("batch-9");
        page.locator("#act-report button[type=submit]").click();
        page.locator("#part-case-clocks .flag.done >> text=met").first().waitFor();
        page.locator("#part-case-history >> text=Report 1 to EU-CTR: batch-9").waitFor();
    }

    @Test
    void a_difference_is_explained_where_it_is_seen() {
        var event = cases.serious(ANNA, "Fall");
        var caseId = cases.open(event, "2025-03-11T16:40", "EU-CTR").text("case");
        cases.amended(event, "Fracture");
        var page = page(ColorScheme.LIGHT, 1440, "/safety/cases/" + caseId);
        page.locator("#part-case-differences .flag.due").first().waitFor();
        page.locator("#act-explain summary").click();
        page.locator("#act-explain textarea[name=explanation]").first().fill("the site reads the x-ray again");
        page.locator("#act-explain button >> text=Explain").first().click();
        page.locator("#part-case-differences >> text=by saf-01: the site reads the x-ray again")
                .waitFor();
    }

    @Test
    void a_file_is_put_into_the_case_and_what_is_no_file_is_said_at_its_field() {
        var caseId = cases.opened(ANNA, "Cough");
        var page = page(ColorScheme.LIGHT, 1440, "/safety/cases/" + caseId);
        page.locator("[data-state=live]").waitFor();
        page.locator("#act-file summary").click();
        page.locator("#act-file [name=file]")
                .setInputFiles(new FilePayload("letter.pdf", "application/pdf", "no such thing".getBytes(UTF_8)));
        page.locator("#act-file button[type=submit]").click();
        page.locator("#act-file [data-problem-of=file] >> text=and looks like it")
                .waitFor();
        CHROMIUM.forgive(); // the console notes every answer of 422
        keep(page, "case-file", ColorScheme.LIGHT, 1440);
        accessible(page);
        page.locator("#act-file [name=file]")
                .setInputFiles(new FilePayload("letter.pdf", "application/pdf", "%PDF-1.7 letter".getBytes(UTF_8)));
        page.locator("#act-file [name=name]").fill("discharge letter.pdf");
        page.locator("#act-file button[type=submit]").click();
        page.locator("#part-case-facts >> text=discharge letter.pdf").waitFor();
        assertThat(page.locator("#part-case-facts").textContent()).contains("application/pdf, 15 bytes");
    }

    @Test
    void a_duplicate_is_taken_in_where_it_is_seen_and_each_serious_event_leads_to_its_treatment() {
        var one = cases.opened(ANNA, "Hives");
        var other = cases.opened(ANNA, "Hives");
        var page = page(ColorScheme.LIGHT, 390, "/safety/cases/" + one);
        page.locator("[data-state=live]").waitFor();
        page.locator("#act-merge summary").click();
        page.locator("#act-merge [name=duplicate]").selectOption(other);
        page.locator("#act-merge [name=reason]").fill("reported twice");
        keep(page, "case-merge", ColorScheme.LIGHT, 390);
        accessible(page);
        page.locator("#act-merge button[type=submit]").click();
        page.locator("#part-case-history >> text=Took in " + other + ": reported twice")
                .waitFor();
        page.locator("#part-case-facts a >> text=break the code, or look").click();
        page.locator("#part-treatment h2 >> text=Treatment").waitFor();
    }

    @Test
    void others_read_who_may_look_and_a_case_that_is_none_is_a_page_too() {
        var caseId = cases.opened(ANNA, "Rash");
        for (var path : List.of("/safety/clocks", "/safety/cases", "/safety/cases/" + caseId)) {
            var page = CHROMIUM.page(ColorScheme.LIGHT, 1440, Map.of("Authorization", SITE), origin);
            assertThat(page.navigate(origin + path).status()).isEqualTo(403);
            assertThat(page.locator("main").textContent()).contains("Not for your account", "safety-officer");
        }
        var elsewhere = TestStack.shared().token("saf-09", Role.SAFETY_OFFICER, "09");
        var page = CHROMIUM.page(ColorScheme.LIGHT, 390, Map.of("Authorization", elsewhere), origin);
        assertThat(page.navigate(origin + "/safety/cases/" + caseId).status()).isEqualTo(403);
        page.navigate(origin + "/safety/clocks");
        assertThat(page.locator("main").textContent())
                .contains("No report is due")
                .doesNotContain(caseId);
        var none = page(ColorScheme.LIGHT, 390, "/safety/cases/SC-00000000");
        assertThat(none.locator("h1").textContent()).isEqualTo("No case SC-00000000 here");
        CHROMIUM.forgive(); // the console notes every answer of 403 and 404
    }

    private void reported(String caseId) {
        var answer = doors.post(CaseDoors.path(caseId) + "/submissions", OFFICER, """
            {"authority":"EU-CTR","sentAt":"2025-03-20T10:00","complete":true,"reference":"batch-7"}\
            """);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private static String ago(int days) {
        return Instant.now()
                .minus(days, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    private Page page(ColorScheme scheme, int width, String path) {
        var page = CHROMIUM.page(scheme, width, Map.of("Authorization", OFFICER), origin);
        page.navigate(origin + path);
        return page;
    }
}
