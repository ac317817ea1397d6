package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.TestStack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** A statistician tries designs out through the real door, as figures and as a file; nothing is written. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class DesignSimulationIT implements OnTheStack {
    private static final String STUDY = "SIMULATED1";
    private static final String BLOCKS =
            "{'design':'PERMUTED_BLOCKS','blockSizes':[4],'people':40,'trials':400,'seed':7}";

    private final int port;
    private final MongoDatabase database;

    DesignSimulationIT(@LocalServerPort int port, @Autowired MongoDatabase database) {
        this.port = port;
        this.database = database;
    }

    @Test
    void a_design_is_tried_out_as_figures_and_as_a_file_and_nothing_is_written() throws Exception {
        tellOf(STUDY);
        var before = database.getCollection("journal").countDocuments();
        var answer = post(STUDY, "application/json", BLOCKS);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var figures = new JsonMapper().readTree(answer.body()).path("figures");
        var measures = figures.valueStream()
                .map(figure ->
                        figure.path("measure").asString() + figure.path("level").asString(""))
                .toList();
        assertThat(measures)
                .containsExactly(
                        "FINAL_IMBALANCE",
                        "LARGEST_IMBALANCE",
                        "GUESSED_RIGHT",
                        "DETERMINISTIC",
                        "LOSS",
                        "FINAL_IMBALANCEF",
                        "LARGEST_IMBALANCEF",
                        "FINAL_IMBALANCEM",
                        "LARGEST_IMBALANCEM");
        // of 40 people 20 are expected in each of two strata: whole blocks of four but for the last one in each
        assertThat(figures.get(3).path("mean").doubleValue()).isCloseTo(1.0 / 3, within(0.06));
        assertThat(answer.body()).doesNotContain("CANARY");
        assertThat(post(STUDY, "application/json", BLOCKS).body()).isEqualTo(answer.body());
        var file = post(STUDY, "text/csv", BLOCKS);
        assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(file.body())
                .startsWith("design,measure,factor,level,statistic,from,to,value\n")
                .contains(
                        "PERMUTED_BLOCKS,DETERMINISTIC,,,MEAN,,,"
                                + figures.get(3).path("mean") + "\n",
                        "PERMUTED_BLOCKS,LARGEST_IMBALANCE,SEX,F,MAXIMUM,,,2.0\n");
        assertThat(database.getCollection("journal").countDocuments()).isEqualTo(before);
    }

    @Test
    void what_does_not_fit_is_refused_by_its_field_for_figures_and_file() throws Exception {
        tellOf("SIMULATED2");
        for (var accept : List.of("application/json", "text/csv")) {
            var many = post("SIMULATED2", accept, BLOCKS.replace("400", "20000"));
            Doors.refused(many, 422, "SIMULATION_SIZE");
            assertThat(many.body()).contains("/trials");
        }
        Doors.refused(post("SIMULATED9", "application/json", BLOCKS), 404, "STUDY_UNKNOWN");
        Doors.refused(
                post("SIMULATED2", "application/json", BLOCKS.replace("}", ",'slotsPerStratum':20}")),
                400,
                "/slotsPerStratum");
        Doors.refused(
                post("SIMULATED2", "application/json", BLOCKS.replace("}", ",'limit':2}")),
                400,
                "DESIGN_PARAMETER_SURPLUS");
        Doors.refused(post("SIMULATED2", "application/json", BLOCKS.replace(",'seed':7", "")), 400, "/seed");
    }

    private HttpResponse<String> post(String study, String accept, String body) throws Exception {
        var uri = URI.create("http://127.0.0.1:" + port + "/api/studies/" + study + "/design-simulations");
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(uri)
                            .header("Authorization", Doors.STATISTICIAN)
                            .header("Content-Type", "application/json")
                            .header("Accept", accept + ", application/problem+json")
                            .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private void tellOf(String study) {
        var definition = World.definition(List.of("CANARY_A", "CANARY_B"), "[{'stratum':'SEX','levels':['F','M']}]")
                .replace(World.STUDY, study);
        TestStack.shared().tell("studies", "study/" + study, 1, "StudyDefined.v1", definition.replace('\'', '"'));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> database.getCollection("studies").countDocuments(new Document("_id", study)) == 1);
    }
}
