package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.OFFICER;
import static io.equipoise.adverseevent.Wing.ANNA;
import static io.equipoise.platform.browser.Look.look;

import com.microsoft.playwright.options.ColorScheme;
import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.browser.Chromium;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a report tells of the person is written on the case's page, in a real browser. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CasePatientPageIT implements InTheWing {
    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final MongoDatabase database;
    private final int port;

    CasePatientPageIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.port = port;
    }

    @Test
    void an_officer_says_what_is_known_of_the_person_and_is_told_what_cannot_be_so() {
        Wing.settle(database);
        var caseId = new CaseDoors(new Doors(port)).opened(ANNA, "Vertigo");
        var origin = "http://localhost:" + port;
        var page = CHROMIUM.page(ColorScheme.LIGHT, 1440, Map.of("Authorization", OFFICER), origin);
        page.navigate(origin + "/safety/cases/" + caseId);
        page.locator("#part-case-facts >> text=nothing told yet").waitFor();
        page.locator("#act-patient summary").click();
        page.locator("#act-patient [name=age]").fill("18");
        page.locator("#act-patient [name=ageUnit]").selectOption("MONTHS");
        page.locator("#act-patient [name=sex]").selectOption("MALE");
        page.locator("#act-patient [name=weight]").fill("1000");
        page.locator("#act-patient button[type=submit]").click();
        page.locator("#act-patient >> text=0.2 to 650 kg").waitFor();
        CHROMIUM.forgive(); // the console notes every answer of 400
        page.locator("#act-patient [name=weight]").fill("10.4");
        look(page, "case-patient", ColorScheme.LIGHT, 1440);
        page.locator("#act-patient button[type=submit]").click();
        page.locator("#part-case-facts >> text=18 months, male, 10.4 kg").waitFor();
        page.locator("#part-case-history >> text=What is known of the person").waitFor();
    }
}
