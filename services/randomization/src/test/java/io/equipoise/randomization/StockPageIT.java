package io.equipoise.randomization;

import static io.equipoise.platform.browser.Look.accessible;
import static io.equipoise.platform.browser.Look.keep;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.browser.Chromium;
import io.equipoise.platform.web.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** The stock's pages in a real browser: the coordinator's without kinds, the pharmacist's closed ones with them. */
@SpringBootTest(classes = RandomizationService.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class StockPageIT {
    private static final TestStack STACK = TestStack.shared();
    private static @Nullable Chromium chromium;

    private final int port;
    private final MongoDatabase database;

    StockPageIT(@LocalServerPort int port, @Autowired MongoDatabase database) {
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
    void a_coordinator_sees_what_runs_out_when_and_no_kind_and_reports_a_broken_kit() throws Exception {
        new StockedStudy("STOCK1", new Doors(port), database).make();
        var page = page(ColorScheme.LIGHT, 1440, Role.SITE_COORDINATOR, "/supply");
        page.locator("#stock-table a", new Page.LocatorOptions().setHasText("site 01"))
                .and(page.locator("[href='/supply/STOCK1/sites/01']"))
                .click();
        assertThat(page.locator("#certain").textContent()).isEqualTo("2");
        assertThat(page.locator("#runs-out").textContent())
                .isEqualTo(LocalDate.now().plusDays(84).toString());
        page.locator(".chart canvas").waitFor();
        assertThat(page.content()).doesNotContain("EXOSOMES", "SALINE", "LOT-");
        page.locator("#kit").fill("K-99");
        page.locator("#reason").fill("fell down");
        page.locator("form.form button").click();
        page.locator(".problem:has-text('does not stand on the shelf')").waitFor();
        page.locator("#kit").fill("K-72");
        page.locator("form.form button").click();
        page.locator(".notice.done").waitFor();
        page.reload();
        assertThat(page.locator("#certain").textContent()).isEqualTo("1");
        assertThat(page.locator("#kits-table tr:has(th:text-is('K-72'))").textContent())
                .contains("damaged");
        browser().forgive(); // the browser notes the refusal of K-99
    }

    @Test
    void a_pharmacist_decides_about_an_excursion_and_opens_a_kit() throws Exception {
        var study = new StockedStudy("STOCK2", new Doors(port), database);
        study.make();
        study.isWarmed();
        var page = page(ColorScheme.LIGHT, 1440, Role.PHARMACIST, "/supply/STOCK2");
        assertThat(page.locator("#excursions-title + span").textContent()).isEqualTo("n = 1");
        assertThat(page.locator("#kits-table tr:has(a:text-is('K-71'))").textContent())
                .contains("EXOSOMES", "quarantined");
        page.locator("#verdict-S-0001").selectOption("RELEASE");
        page.locator("#reason-S-0001").fill("the maker says so");
        page.locator("form.form button").click();
        page.locator(".notice.done").waitFor();
        page.reload();
        assertThat(page.locator("#excursions-title + span").textContent()).isEqualTo("n = 0");
        assertThat(page.locator("#lots-table").textContent()).contains("released", "endotoxin");
        assertThat(page.locator("#depots-table tbody tr").textContent()).contains("P-71", "D1", "2", "in order");
        page.locator("#kits-table a:text-is('K-71')").click();
        page.locator("#history-table").waitFor();
        assertThat(page.locator("#history-table tbody tr th").allTextContents())
                .containsExactly(
                        "LotTested",
                        "LotDecided",
                        "KitsPacked",
                        "ShipmentSent",
                        "ShipmentReceived",
                        "ExcursionFound",
                        "ExcursionDecided");
    }

    @Test
    void the_closed_pages_are_closed_to_others() {
        for (var path : List.of("/supply/STOCK1", "/supply/STOCK1/kits/K-71")) {
            for (var role : List.of(Role.SITE_COORDINATOR, Role.OPERATIONS, Role.ADMINISTRATOR, Role.INVESTIGATOR)) {
                var page = browser().page(ColorScheme.LIGHT, 1440, header(role), origin());
                assertThat(Objects.requireNonNull(page.navigate(origin() + path))
                                .status())
                        .isEqualTo(403);
            }
        }
        browser().forgive(); // the browser notes each 403
    }

    @Test
    void they_are_seen_in_light_and_dark_wide_and_narrow_and_are_accessible() throws Exception {
        var study = new StockedStudy("STOCK3", new Doors(port), database);
        study.make();
        study.isWarmed();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1440, 390)) {
                for (var path :
                        List.of("/supply", "/supply/STOCK3", "/supply/STOCK3/sites/01", "/supply/STOCK3/kits/K-71")) {
                    var page = page(scheme, width, Role.PHARMACIST, path);
                    keep(page, "stock" + path.replace('/', '-'), scheme, width);
                    assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                            .as(path + ": no wider than the window")
                            .isEqualTo(true);
                    accessible(page);
                    page.context().close();
                }
            }
        }
    }

    private Page page(ColorScheme scheme, int width, Role role, String path) {
        var page = browser().page(scheme, width, header(role), origin());
        page.navigate(origin() + path);
        page.locator("main h1").waitFor();
        return page;
    }

    private String origin() {
        return "http://127.0.0.1:" + port;
    }

    private static Map<String, String> header(Role role) {
        return Map.of("Authorization", STACK.token(role.claim() + "-01", role, "01"));
    }

    private static Chromium browser() {
        return Objects.requireNonNull(chromium);
    }
}
