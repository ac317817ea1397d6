package io.equipoise.randomization;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The page on which a statistician tries designs out, in a real browser. */
@SpringBootTest(classes = RandomizationService.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DesignPageIT {
    private static final TestStack STACK = TestStack.shared();
    private static final String STUDY = "TRIED1";
    private static final String PATH = "/randomization/" + STUDY + "/designs";
    private static final String BOTH = PATH
            + "?a.design=PERMUTED_BLOCKS&a.blockSizes=4&b.design=EFRON&b.within=STRATUM&b.probability=2%2F3"
            + "&people=60&trials=200&seed=1";
    private static @Nullable Chromium chromium;

    private final int port;
    private final MongoDatabase database;

    DesignPageIT(@LocalServerPort int port, @Autowired MongoDatabase database) {
        this.port = port;
        this.database = database;
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
    void two_designs_are_tried_out_beside_each_other_and_the_picture_is_a_file() {
        tellOfTheStudy();
        var page = page(ColorScheme.LIGHT, 1440, PATH);
        page.locator("[id='a.design']").selectOption("PERMUTED_BLOCKS");
        page.locator("[id='a.blockSizes']").fill("4");
        page.locator("[id='b.design']").selectOption("BIG_STICK");
        page.locator("[id='b.within']").selectOption("STRATUM");
        page.locator("[id='b.limit']").fill("3");
        page.locator("button.primary").click();
        page.locator("#chart-LARGEST_IMBALANCE canvas").waitFor();
        assertThat(page.locator("#found canvas").count()).isEqualTo(3);
        var worst = page.locator(
                "#figures-table tbody tr:has(th:text-is('Largest imbalance on the way')):has(td:text-is('SEX F')) td");
        assertThat(worst.allTextContents()).endsWith("3.00").contains("2.00", "people");
        var download = page.waitForDownload(() ->
                page.locator("[data-picture-of='chart-LARGEST_IMBALANCE']").click());
        assertThat(download.suggestedFilename()).isEqualTo("chart-LARGEST_IMBALANCE.png");
        assertThat(page.locator("[id='b.limit']").inputValue()).isEqualTo("3");
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_what_was_written_stays() {
        tellOfTheStudy();
        var page = page(ColorScheme.LIGHT, 1440, BOTH.replace("b.probability=2%2F3", "b.probability=often"));
        assertThat(page.locator("[id='b.probability-problem']").textContent()).contains("written 2/3");
        assertThat(page.locator("[id='b.probability']").inputValue()).isEqualTo("often");
        assertThat(page.locator("[id='b.probability']").getAttribute("aria-invalid"))
                .isEqualTo("true");
        page.navigate(origin() + BOTH.replace("trials=200", "trials=20000"));
        assertThat(page.locator("#trials-problem").textContent()).contains("10,000");
        page.navigate(origin() + BOTH.replace("b.probability=2%2F3", "b.limit=2"));
        assertThat(page.locator("[id='b.probability-problem']").textContent()).contains("nothing is filled in");
        accessible(page);
        browser().forgive(); // the browser notes each refusal
    }

    @Test
    void others_and_unknown_studies_get_no_page() {
        for (var role : List.of(Role.INVESTIGATOR, Role.PHARMACIST, Role.OPERATIONS, Role.DATA_SAFETY_BOARD)) {
            assertThat(status(role, PATH)).isEqualTo(403);
        }
        assertThat(status(Role.STATISTICIAN, BOTH.replace(STUDY, "NOBODY"))).isEqualTo(404);
        browser().forgive(); // the browser notes each 403
    }

    @Test
    void it_is_seen_in_light_and_dark_wide_and_narrow_and_is_accessible() throws Exception {
        tellOfTheStudy();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1440, 390)) {
                for (var path : List.of(PATH, BOTH)) {
                    var page = page(scheme, width, path);
                    keep(page, path.equals(BOTH) ? "designs-found" : "designs", scheme, width);
                    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                            .as(path + ": no wider than the window")
                            .isEqualTo(true);
                    accessible(page);
                    page.context().close();
                }
            }
        }
    }

    private void tellOfTheStudy() {
        STACK.tell(
                "studies",
                "study/" + STUDY,
                1,
                "StudyDefined.v1",
                World.definition(List.of("ONE", "OTHER"), "[{'stratum':'SEX','levels':['F','M']}]")
                        .replace(World.STUDY, STUDY)
                        .replace('\'', '"'));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> database.getCollection("studies").countDocuments(new Document("_id", STUDY)) == 1);
    }

    private int status(Role role, String path) {
        var page = browser().page(ColorScheme.LIGHT, 1440, header(role), origin());
        return Objects.requireNonNull(page.navigate(origin() + path)).status();
    }

    private Page page(ColorScheme scheme, int width, String path) {
        var page = browser().page(scheme, width, header(Role.STATISTICIAN), origin());
        page.navigate(origin() + path);
        page.locator("main h1").waitFor();
        return page;
    }

    private String origin() {
        return "http://127.0.0.1:" + port;
    }

    private static Map<String, String> header(Role role) {
        return Map.of("Authorization", STACK.token(role.claim() + "-01", role, "*"));
    }

    private static Chromium browser() {
        return Objects.requireNonNull(chromium);
    }
}
