package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.browser.Chromium;
import io.equipoise.platform.web.Role;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The balance of arms in a real browser, and its door: for the unblinded, and refused to others in words. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BalancePageIT implements OnTheStack {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final Browsing browser;
    private final MongoDatabase database;
    private final Doors doors;

    BalancePageIT(@LocalServerPort int port, @Autowired MongoDatabase database) {
        this.browser = new Browsing(CHROMIUM, port, "*");
        this.database = database;
        this.doors = new Doors(port);
    }

    @Test
    void a_statistician_sees_how_even_the_arms_are_and_who_was_allocated_when() throws Exception {
        var study = study("BALANCE1", 13);
        var page = browser.page(Role.STATISTICIAN, "/randomization");
        page.locator("#studies-table a:text-is('BALANCE1')").click();
        assertThat(page.locator("#design").textContent()).isEqualTo("permuted blocks of 2 or 4 places");
        assertThat(page.locator("#commitment").textContent())
                .contains("d65df89f702eec58ca3c7bf2001c9ffc7cd80553ae01d42a799ba26756142d96");
        page.locator(".chart canvas").last().waitFor();
        assertThat(page.locator(".chart canvas").count()).isEqualTo(2);
        assertThat(page.locator("#steps-1 tbody tr").count()).isEqualTo(13);
        assertThat(page.locator("#steps-1 tbody tr").first().textContent()).contains(study.person(1), "2025-03-11");
        assertThat(page.locator("#by-1-stratum tbody th").allTextContents()).containsExactly("SEX=F", "SEX=M");
        assertThat(page.locator("#by-1-site tbody th").allTextContents()).containsExactly("01", "02");
        assertThat(page.locator("#arms-1 tbody tr").allTextContents())
                .allSatisfy(row -> assertThat(row).contains("6 1/2"));
        assertThat(page.locator("text=place by place").getAttribute("href"))
                .isEqualTo("/api/studies/BALANCE1/allocation-list");
    }

    @Test
    void the_door_says_the_same_as_the_list() throws Exception {
        study("BALANCE2", 7);
        var shown = World.JSON.readTree(
                doors.get("/api/studies/BALANCE2/balance", Doors.BOARD).body());
        var first = shown.path("randomizations").get(0);
        assertThat(first.path("overall").path("people").asInt()).isEqualTo(7);
        var taken = World.JSON
                .readTree(doors.get("/api/studies/BALANCE2/allocation-list", Doors.BOARD)
                        .body())
                .findParents("subject")
                .stream()
                .filter(place -> place.path("subject").isString()
                        && place.path("arm").asString().equals("EXOSOMES"))
                .count();
        assertThat(first.path("overall").path("arms").get(0).path("people").asLong())
                .isEqualTo(taken);
        assertThat(first.path("steps").get(0).path("apart").asString()).isEqualTo("1");
        Doors.refused(doors.get("/api/studies/NOBODYS/balance", Doors.BOARD), 404, "SCHEME_NOT_DECLARED");
    }

    @Test
    void whoever_must_not_know_the_arm_is_refused_in_words() throws Exception {
        study("BALANCE3", 2);
        var blinded = EnumSet.complementOf(EnumSet.of(Role.STATISTICIAN, Role.DATA_SAFETY_BOARD));
        for (var role : blinded) {
            for (var path : List.of("/randomization", "/randomization/BALANCE3")) {
                var page = browser.refused(role, path, 403);
                assertThat(page.locator("main").textContent())
                        .contains("Not for your account", "statistician", "data-safety-board", "ROLE_NOT_ALLOWED");
                assertThat(page.content()).doesNotContain("EXOSOMES", "SALINE", "permuted");
                page.context().close();
            }
            var answer = doors.get("/api/studies/BALANCE3/balance", Browsing.authorization(role, "*"));
            Doors.refused(answer, 403, "ROLE_NOT_ALLOWED");
        }
        CHROMIUM.forgive(); // the browser notes each 403
    }

    @Test
    void before_a_design_is_settled_the_page_says_so() {
        var page = browser.refused(Role.STATISTICIAN, "/randomization/NOBODYS", 404);
        assertThat(page.locator("main h1").textContent()).isEqualTo("Not settled yet");
        CHROMIUM.forgive(); // the browser notes the 404
    }

    @Test
    void they_are_seen_in_light_and_dark_wide_and_narrow_and_are_accessible() throws Exception {
        study("BALANCE4", 17);
        browser.look(
                Role.DATA_SAFETY_BOARD,
                List.of("/randomization", "/randomization/BALANCE4"),
                path -> "balance" + path.replace('/', '-'));
    }

    private SettledStudy study(String name, int people) throws Exception {
        var study = new SettledStudy(name, doors, database);
        study.settle();
        study.randomize(people);
        return study;
    }
}
