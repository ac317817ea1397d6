package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.OFFICER;
import static io.equipoise.adverseevent.Doors.OPERATIONS;
import static io.equipoise.adverseevent.Doors.SITE;
import static io.equipoise.platform.browser.Look.accessible;
import static io.equipoise.platform.browser.Look.keep;
import static io.equipoise.platform.browser.Look.keepWindow;
import static io.equipoise.platform.browser.Look.look;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.browser.Chromium;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** All events of a study in a real browser: drawn, opened, live, and for the safety officer alone. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AggregatePageIT implements InTheWing {
    private static final String STUDY = "NCT00000017";
    private static final String PAGE = "/safety/studies/" + STUDY;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Instant FIRST = Instant.parse("2025-03-11T09:00:00Z");
    private static boolean told;

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    private final MongoDatabase database;
    private final Doors doors;
    private final String origin;

    AggregatePageIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.doors = new Doors(port);
        this.origin = "http://localhost:" + port;
    }

    @BeforeEach
    void six_people_were_dosed_and_some_had_events() {
        if (told) {
            return;
        }
        told = true;
        for (int number = 1; number <= 6; number++) {
            var subject = subject(number);
            OtherRooms.person(subject);
            for (int dose = 1; dose <= (number == 6 ? 0 : 2); dose++) {
                dosed(subject, dose, number + dose);
            }
        }
        OtherRooms.arrived(
                database,
                "house_doses",
                IntStream.rangeClosed(1, 5)
                        .boxed()
                        .flatMap(number -> Stream.of(subject(number) + "/1", subject(number) + "/2"))
                        .toArray(String[]::new));
        OtherRooms.arrived(database, "house_subjects", subject(6));
        event(1, new Told(3, "HOSPITALIZATION", "2025-03-12T10:00:00Z", "2025-03-19", "1"));
        event(1, new Told(1, "", "2025-06-05", null, "2"));
        event(2, new Told(2, "", "2025-03-14", "2025-03-16", "1"));
        event(3, new Told(4, "LIFE_THREATENING", "2025-06-04T10:00:00Z", null, "2"));
        event(4, new Told(1, "", "2025-03-01", null, "null"));
        event(5, new Told(2, "", "2025-04-20", "2025-05-20", "1"));
        event(6, new Told(2, "", "2025-04-02", null, "null"));
    }

    @Test
    void it_is_seen_in_light_and_dark_wide_and_narrow_and_is_accessible() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1280, 400)) {
                var page = page(scheme, width);
                look(page, "aggregate", scheme, width);
            }
        }
    }

    @Test
    void each_number_and_each_bar_opens_the_list_behind_it_and_no_word_of_a_person_is_on_the_page() {
        var page = page(ColorScheme.LIGHT, 1280);
        assertThat(page.locator("#part-grades header").textContent()).containsPattern("n = [78] events, [23] serious");
        assertThat(page.locator("#part-days header").textContent()).contains("10 doses given");
        assertThat(page.locator("#part-people header").textContent()).contains("n = 6 people, 1 without a dose");
        page.locator(".count[popovertarget=grade-3-serious]").click();
        assertThat(page.locator("#grade-3-serious").textContent())
                .contains("grade 3, serious: hospitalization, onset 2025-03-12, end 2025-03-19");
        page.locator("#grade-3-serious .close").click();
        var chart = page.locator("#part-days .chart");
        chart.scrollIntoViewIfNeeded();
        var bar = (List<?>) page.evaluate("echarts.getInstanceByDom(document.querySelector('#part-days .chart'))"
                + ".convertToPixel({ seriesIndex: 0 }, [8, 1])");
        chart.click(new Locator.ClickOptions().setPosition(number(bar, 0), number(bar, 1)));
        assertThat(page.locator("#days-no-dose-before").isVisible()).isTrue();
        assertThat(page.locator("#days-no-dose-before").textContent()).contains("n = 2", subject(4), subject(6));
        assertThat(page.content()).doesNotContain("Infusion related reaction", "canary");
        keepWindow(page, "aggregate-list", ColorScheme.LIGHT, 1280);
        accessible(page);
    }

    @Test
    void a_new_event_is_drawn_without_a_reload() {
        var page = page(ColorScheme.LIGHT, 1280);
        page.locator("[data-state=live]").waitFor();
        page.evaluate("window.sameDocument = true");
        var before = page.locator(".count[popovertarget=grade-5-serious]").textContent();
        event(5, new Told(5, "DEATH", "2025-07-01", null, "2"));
        page.waitForCondition(() -> !page.locator(".count[popovertarget=grade-5-serious]")
                .textContent()
                .equals(before));
        assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
        page.locator("#part-grades .chart canvas").waitFor();
    }

    @Test
    void what_is_coded_counts_by_system_organ_class_with_the_list_behind_it() {
        var page = page(ColorScheme.LIGHT, 1280);
        page.locator("[data-state=live]").waitFor();
        doors.post("/api/dictionaries", OFFICER, """
            {"dictionary":"CLASSED","version":"1","language":"en",
             "terms":[{"code":"C-1","term":"Made-up warmth","organClass":"Made-up skin"}]}\
            """);
        var event = doors.get("/api/safety/studies/" + STUDY + "/aggregate", OFFICER)
                .body()
                .path("grades")
                .path(2)
                .path("serious")
                .path(0)
                .asString();
        var coded = doors.post(
                "/api/adverse-events/" + event + "/coding",
                OFFICER,
                "{\"dictionary\":\"CLASSED\",\"version\":\"1\",\"code\":\"C-1\"}");
        assertThat(coded.status()).as(coded.text()).isEqualTo(201);
        page.locator("#organs-table th >> text=Made-up skin").waitFor();
        assertThat(page.locator("#organs-table").textContent()).contains("not coded in a dictionary with classes");
        page.locator(".count[popovertarget=organ-0-serious]").click();
        assertThat(page.locator("#organ-0-serious").textContent()).contains("Made-up skin, serious", "n = 1", event);
        page.locator("#organ-0-serious .close").click();
        keep(page, "aggregate-organs", ColorScheme.LIGHT, 1280);
        accessible(page);
    }

    @Test
    void programs_get_the_same_as_json_and_csv_and_others_get_nothing() {
        var counted = doors.get("/api/safety/studies/" + STUDY + "/aggregate", OFFICER)
                .body();
        assertThat(counted.path("people").asInt()).isEqualTo(6);
        assertThat(counted.path("grades").path(2).path("serious")).hasSize(1);
        assertThat(counted.path("lots").path(0).path("packagingLot").asString()).isEqualTo("P-0001");
        var lines = doors.get("/api/safety/studies/" + STUDY + "/aggregate.csv", OFFICER)
                .text();
        assertThat(lines).startsWith("event,subject,site,grade").contains("\"HOSPITALIZATION\"", "\"2025-03-12\"");
        assertThat(lines.lines().filter(line -> line.contains(subject(1)))).hasSize(2);
        assertThat(lines).doesNotContain("Infusion", "canary");
        for (var path : List.of(PAGE, "/api/safety/studies/" + STUDY + "/aggregate")) {
            assertThat(doors.get(path, OPERATIONS).status()).isEqualTo(403);
        }
        var elsewhere = TestStack.shared().token("saf-09", io.equipoise.platform.web.Role.SAFETY_OFFICER, "09");
        assertThat(doors.get("/api/safety/studies/" + STUDY + "/aggregate", elsewhere)
                        .body()
                        .path("events")
                        .asInt())
                .isZero();
    }

    private static double number(List<?> from, int at) {
        return ((Number) from.get(at)).doubleValue();
    }

    private static String subject(int number) {
        return STUDY + "-01-%04d".formatted(number);
    }

    private static void dosed(String subject, int dose, int lot) {
        var at = FIRST.plus(Duration.ofDays(84L * (dose - 1)));
        OtherRooms.dose(subject, dose, "K-" + subject + "-" + dose, "P-000" + (1 + lot % 3), at);
    }

    private record Told(
            int grade,
            String criterion,
            String onset,
            @Nullable String end,
            String dose) {}

    private void event(int person, Told told) {
        var body = Doors.account(
                "grade",
                String.valueOf(told.grade()),
                "criteria",
                told.criterion().isEmpty() ? "[]" : "[\"" + told.criterion() + "\"]",
                "onset",
                "\"" + told.onset() + "\"",
                "end",
                told.end() == null ? "null" : "\"" + told.end() + "\"",
                "dose",
                told.dose(),
                "outcome",
                told.grade() == 5 ? "\"FATAL\"" : "\"RECOVERING\"",
                "narrative",
                "\"canary words of a person\"");
        var answer = doors.post("/api/subjects/" + subject(person) + "/adverse-events", SITE, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        var event = answer.text("event");
        await().atMost(SOON)
                .until(() -> database.getCollection("adverse_events").countDocuments(new Document("_id", event)) == 1);
    }

    private Page page(ColorScheme scheme, int width) {
        var page = BROWSER.page(scheme, width, Map.of("Authorization", OFFICER), origin);
        page.navigate(origin + PAGE);
        page.locator("#part-people canvas").waitFor();
        return page;
    }
}
