package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.browser.Chromium;
import io.equipoise.platform.web.Role;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The stock's pages in a real browser: the coordinator's without kinds, the pharmacist's closed ones with them. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class StockPageIT implements OnTheStack {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final Browsing browser;
    private final Doors doors;
    private final MongoDatabase database;

    StockPageIT(@LocalServerPort int port, @Autowired MongoDatabase database) {
        this.browser = new Browsing(CHROMIUM, port, "01");
        this.doors = new Doors(port);
        this.database = database;
    }

    @Test
    void a_coordinator_sees_what_runs_out_when_and_no_kind_and_reports_a_broken_kit() throws Exception {
        new StockedStudy("STOCK1", doors, database).make();
        var page = browser.page(Role.SITE_COORDINATOR, "/supply");
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
        CHROMIUM.forgive(); // the browser notes the refusal of K-99
    }

    @Test
    void a_pharmacist_decides_about_an_excursion_and_opens_a_kit() throws Exception {
        var study = new StockedStudy("STOCK2", doors, database);
        study.make();
        study.isWarmed();
        var page = browser.page(Role.PHARMACIST, "/supply/STOCK2");
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
                browser.refused(role, path, 403);
            }
        }
        CHROMIUM.forgive(); // the browser notes each 403
    }

    @Test
    void they_are_seen_in_light_and_dark_wide_and_narrow_and_are_accessible() throws Exception {
        var study = new StockedStudy("STOCK3", doors, database);
        study.make();
        study.isWarmed();
        browser.look(
                Role.PHARMACIST,
                List.of("/supply", "/supply/STOCK3", "/supply/STOCK3/sites/01", "/supply/STOCK3/kits/K-71"),
                path -> "stock" + path.replace('/', '-'));
    }
}
