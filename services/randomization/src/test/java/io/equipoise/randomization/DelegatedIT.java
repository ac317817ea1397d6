package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.TestStack;
import io.equipoise.store.EmbeddedStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Requests as LibreClinica's RandomizeService sends them: look, announce the site, randomise, keep the code. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
@DisplayNameGeneration(ReplaceUnderscores.class)
class DelegatedIT {
    private static final EmbeddedStore STORE = EmbeddedStore.temporary();
    private static final String SECRET = "a secret for tests, and long";
    private static final String BASE = "/api/delegated/" + World.STUDY + "/api";
    private static final String ANNA = "identifier=SS_010001&siteIdentifier=S_01&user=jones&question1=f";

    private final HttpClient http = HttpClient.newHttpClient();
    private final MongoDatabase database;
    private final Doors doors;
    private final int port;

    DelegatedIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.port = port;
        this.doors = new Doors(port);
    }

    @DynamicPropertySource
    static void libreclinica_may_have_one_studys_subjects_randomized(DynamicPropertyRegistry registry) {
        TestStack.configure(registry);
        registry.add("spring.mongodb.uri", STORE::uri);
        registry.add("equipoise.randomization.delegates[0].name", () -> "libreclinica");
        registry.add("equipoise.randomization.delegates[0].study", () -> World.STUDY);
        registry.add("equipoise.randomization.delegates[0].secret", () -> SECRET);
    }

    @Test
    void a_subject_is_randomized_for_another_system_once_and_it_keeps_a_number() throws Exception {
        thereAreTwoPeople();
        Doors.refused(get("SS_010001", SECRET), 404, "RANDOMIZATION_UNKNOWN");
        assertThat(post("/sites", "siteIdentifier=S_01&name=Site&timezone=America%2FNew_York")
                        .statusCode())
                .isEqualTo(200);
        var first = post("/randomise", ANNA);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(first.body()).isEqualTo("{\"code\":\"R0001\"}");
        var again = post("/randomise", ANNA.replace("jones", "smith").replace("=f", "=m"));
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(get("SS_010001", SECRET).body()).isEqualTo(first.body());
        assertThat(get("SS_010001_4711", SECRET).body()).isEqualTo(first.body());
        whatDoesNotFitIsRefused();
        nobodyElseGetsIn();
    }

    private void whatDoesNotFitIsRefused() throws Exception {
        var boris = ANNA.replace("0001", "0002");
        Doors.refused(post("/randomise", boris.replace("=f", "=m")), 422, "STRATUM_DIFFERS");
        Doors.refused(post("/randomise", boris.replace("=S_01", "=S_02")), 422, "SITE_DIFFERS");
        Doors.refused(post("/randomise", ANNA.replace("SS_010001", "SS_010009")), 422, "STRATUM_DIFFERS");
        Doors.refused(post("/randomise", "identifier=SS_010009&siteIdentifier=S_01"), 409, "NOT_ENROLLED");
        Doors.refused(post("/randomise", ANNA.replace("SS_010001", "SS_020001")), 409, "SITE_NOT_OPEN");
        Doors.refused(post("/randomise", ANNA.replace("SS_010001", "anna")), 400, "IDENTIFIER_MALFORMED");
        Doors.refused(post("/randomise", "siteIdentifier=S_01"), 400, "PARAMETER_MISSING");
        Doors.refused(post("/randomise", ANNA + "&user=x"), 400, "PARAMETER_REPEATED");
        assertThat(post("/randomise", ANNA + "&x=%zz").statusCode()).isEqualTo(400); // Tomcat's own no
        Doors.refused(post("/randomise", ANNA + "&x=" + "y".repeat(201)), 400, "TEXT_TOO_LONG");
        Doors.refused(post("/sites", "siteIdentifier=S_09"), 409, "SITE_NOT_OPEN");
    }

    private void nobodyElseGetsIn() throws Exception {
        Doors.refused(get("SS_010001", "another secret, also long"), 401, "SECRET_UNKNOWN");
        var elsewhere = List.of("/api/subjects/" + Doors.subject(1) + "/randomization", BASE.replace("NCT", "XYZ"));
        for (var path : elsewhere) {
            var answer = http.send(request(path, SECRET).GET().build(), BodyHandlers.ofString());
            Doors.refused(answer, 401, "SECRET_UNKNOWN");
        }
        var garbled = request(BASE + "/randomisation?identifier=SS_010001", SECRET)
                .setHeader("Authorization", "Basic %%%")
                .build();
        Doors.refused(http.send(garbled, BodyHandlers.ofString()), 401, "SECRET_UNKNOWN");
    }

    private void thereAreTwoPeople() throws Exception {
        new Hearsay(database).ofAStudy("[{'stratum':'SEX','levels':['F','M']}]", 2, "{'SEX':'F'}");
        doors.post(
                "/api/studies/" + World.STUDY + "/allocation-list",
                Doors.STATISTICIAN,
                "draw",
                "{'seed':'5eed5eed5eed5eed','blockSizes':[2],'slotsPerStratum':20}");
    }

    private HttpResponse<String> get(String identifier, String secret) throws IOException, InterruptedException {
        var request = request(BASE + "/randomisation?identifier=" + identifier, secret)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        var request = request(BASE + path, SECRET)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String secret) {
        var basic = Base64.getEncoder().encodeToString(("libreclinica:" + secret).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Basic " + basic);
    }
}
