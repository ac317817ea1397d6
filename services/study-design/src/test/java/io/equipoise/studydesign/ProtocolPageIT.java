package io.equipoise.studydesign;

import static io.equipoise.platform.browser.Look.look;
import static io.equipoise.studydesign.Definitions.resource;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.browser.Chromium;
import io.equipoise.platform.web.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The protocol as a page in a real browser: gaps first, every value with its basis, what happens when. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProtocolPageIT implements OnTheStack {
    private static final TestStack STACK = TestStack.shared();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final int port;
    private final Door operations;

    ProtocolPageIT(@LocalServerPort int port) {
        this.port = port;
        this.operations = Door.of(port, Role.OPERATIONS);
    }

    @BeforeEach
    void two_studies_are_kept() {
        var registered = resource("/library/NCT07146087.yaml").replace("study: NCT07146087", "study: PAGE1");
        operations.post("/api/studies", "page-1", "application/yaml", registered);
        var assumed = resource("/library/NCT07146087.yaml").replace("study: NCT07146087", "study: PAGE2");
        operations.post("/api/studies", "page-2", "application/yaml", assumed);
        operations.post(
                "/api/studies/PAGE2",
                "page-3",
                "application/merge-patch+yaml",
                resource("/library/assumptions.yaml").replace("study: NCT07146087", "study: PAGE2"));
        var pilot = operations.post(
                "/api/studies/import/usdm", "page-4", "application/json", resource("/usdm/CDISC_Pilot_Study.json"));
        assertThat(pilot.status()).as(pilot.body()).isIn(200, 201);
    }

    @Test
    void it_is_seen_in_light_and_dark_wide_and_narrow_and_is_accessible() {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1440, 390)) {
                for (var study : List.of("PAGE1", "PAGE2", "NCT12345678")) {
                    var page = page(scheme, width, study, Role.INVESTIGATOR);
                    look(page, "protocol-" + study, scheme, width);
                    page.context().close();
                }
            }
        }
    }

    @Test
    void gaps_stand_first_and_an_unknown_value_is_visibly_open() {
        var page = page(ColorScheme.LIGHT, 1440, "PAGE1", Role.SITE_COORDINATOR);
        assertThat(page.locator(".gap-list li b").allTextContents())
                .containsExactly(
                        "dose amount", "infusion volume", "first-dose anchor", "allocation ratio", "masked parties");
        var ratio = page.locator(".values > div:has(dt:text-is('Ratio'))");
        assertThat(ratio.locator(".flag").textContent()).isEqualTo("UNKNOWN");
        assertThat(ratio.locator(".said").textContent()).isEqualTo("open");
    }

    @Test
    void an_assumption_wears_its_label_and_says_whose_it_is() {
        var page = page(ColorScheme.LIGHT, 1440, "PAGE2", Role.IMAGING_READER);
        var ratio = page.locator(".values > div:has(dt:text-is('Ratio'))");
        assertThat(ratio.locator(".flag").textContent()).isEqualTo("ASSUMPTION");
        assertThat(ratio.locator(".reader").textContent()).startsWith("assumed by demonstration, 2026-11-22: ");
        assertThat(page.locator("#gaps-title").textContent()).isEqualTo("Nothing is missing");
        assertThat(page.locator(".soa tr.dose td span[aria-hidden]").count()).isEqualTo(4);
        assertThat(page.locator(".soa tr.scan td span[aria-hidden]").count()).isEqualTo(3);
    }

    @Test
    void the_schedule_of_the_pilot_is_a_table_of_sixteen_visits() {
        var page = page(ColorScheme.LIGHT, 1440, "NCT12345678", Role.MONITOR);
        assertThat(page.locator(".soa thead th.visit").count()).isEqualTo(16);
        assertThat(page.locator(".timeline circle.t-visit").count()).isEqualTo(16);
        assertThat(page.locator(".soa thead th.visit .day").allTextContents()).contains("day -14", "day 182");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        page.pdf(new Page.PdfOptions()
                .setPath(Path.of("target/screenshots/protocol.pdf"))
                .setPreferCSSPageSize(true));
    }

    @Test
    void a_study_that_nobody_defined_is_said_so() {
        var page = CHROMIUM.page(ColorScheme.LIGHT, 1440, header(Role.MONITOR), origin());
        assertThat(Objects.requireNonNull(page.navigate(origin() + "/studies/NOSUCH/protocol"))
                        .status())
                .isEqualTo(404);
        assertThat(page.locator("h1").textContent()).contains("NOSUCH");
        CHROMIUM.forgive(); // the browser notes the 404
    }

    private Page page(ColorScheme scheme, int width, String study, Role role) {
        var page = CHROMIUM.page(scheme, width, header(role), origin());
        page.navigate(origin() + "/studies/" + study + "/protocol");
        page.locator("#protocol-page").waitFor();
        return page;
    }

    private String origin() {
        return "http://127.0.0.1:" + port;
    }

    private static Map<String, String> header(Role role) {
        return Map.of("Authorization", STACK.token(role.claim() + "-01", role, "01"));
    }
}
