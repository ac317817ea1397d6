package io.equipoise.randomization;

import static io.equipoise.platform.browser.Look.accessible;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.browser.Chromium;
import io.equipoise.platform.web.Role;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page on which a statistician tries designs out, in a real browser. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DesignPageIT implements OnTheStack {
    private static final TestStack STACK = TestStack.shared();
    private static final String STUDY = "TRIED1";
    private static final String PATH = "/randomization/" + STUDY + "/designs";
    private static final String BOTH = PATH
            + "?a.design=PERMUTED_BLOCKS&a.blockSizes=4&b.design=EFRON&b.within=STRATUM&b.probability=2%2F3"
            + "&people=60&trials=200&seed=1";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final Browsing browser;
    private final MongoDatabase database;

    DesignPageIT(@LocalServerPort int port, @Autowired MongoDatabase database) {
        this.browser = new Browsing(CHROMIUM, port, "*");
        this.database = database;
    }

    @Test
    void two_designs_are_tried_out_beside_each_other_and_the_picture_is_a_file() {
        tellOfTheStudy();
        var page = browser.page(Role.STATISTICIAN, PATH);
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
        var page = browser.page(Role.STATISTICIAN, BOTH.replace("b.probability=2%2F3", "b.probability=often"));
        assertThat(page.locator("[id='b.probability-problem']").textContent()).contains("written 2/3");
        assertThat(page.locator("[id='b.probability']").inputValue()).isEqualTo("often");
        assertThat(page.locator("[id='b.probability']").getAttribute("aria-invalid"))
                .isEqualTo("true");
        page.navigate(browser.origin() + BOTH.replace("trials=200", "trials=20000"));
        assertThat(page.locator("#trials-problem").textContent()).contains("10,000");
        page.navigate(browser.origin() + BOTH.replace("b.probability=2%2F3", "b.limit=2"));
        assertThat(page.locator("[id='b.probability-problem']").textContent()).contains("nothing is filled in");
        accessible(page);
        CHROMIUM.forgive(); // the browser notes each refusal
    }

    @Test
    void others_and_unknown_studies_get_no_page() {
        for (var role : List.of(Role.INVESTIGATOR, Role.PHARMACIST, Role.OPERATIONS, Role.DATA_SAFETY_BOARD)) {
            browser.refused(role, PATH, 403);
        }
        browser.refused(Role.STATISTICIAN, BOTH.replace(STUDY, "NOBODY"), 404);
        CHROMIUM.forgive(); // the browser notes each 403
    }

    @Test
    void it_is_seen_in_light_and_dark_wide_and_narrow_and_is_accessible() {
        tellOfTheStudy();
        browser.look(Role.STATISTICIAN, List.of(PATH, BOTH), path -> path.equals(BOTH) ? "designs-found" : "designs");
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
}
