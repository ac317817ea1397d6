package io.equipoise.studydesign;

import static io.equipoise.studydesign.Definitions.resource;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.web.Role;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A study comes in as USDM and goes out as USDM and ODM; what is broken is refused and leaves no fact. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExchangeDoorsIT implements OnTheStack {
    private static final String IMPORT = "/api/studies/import/usdm";
    private static final String JSON = "application/json";
    private static final String PILOT = resource("/usdm/CDISC_Pilot_Study.json").replace("NCT12345678", "NCT00000001");

    private final MongoDatabase database;
    private final Door operations;
    private final Door monitor;

    ExchangeDoorsIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.operations = Door.of(port, Role.OPERATIONS);
        this.monitor = Door.of(port, Role.MONITOR);
    }

    @Test
    void the_pilot_comes_in_and_goes_out_again() {
        var taken = operations.post(IMPORT, "pilot", JSON, PILOT);
        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        assertThat(taken.location()).endsWith("/api/studies/NCT00000001");
        assertThat(taken.json().path("version").asInt()).isEqualTo(1);
        assertThat(taken.json().path("gaps").toString()).contains("masked parties");
        assertThat(taken.json().path("unmapped").toString()).contains("Estimand_1", "Timing_2", "\"why\"");
        var again = operations.post(IMPORT, "pilot", JSON, PILOT);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(taken.body());

        var usdm = monitor.get("/api/studies/NCT00000001/versions/newest/usdm");
        assertThat(usdm.status()).isEqualTo(200);
        assertThat(usdm.json().path("usdmVersion").asString()).isEqualTo("4.0.0");
        assertThat(usdm.json().at("/study/versions/0/studyDesigns/0/encounters").size())
                .isEqualTo(16);
        assertThat(usdm.body()).contains("\"value\":\"P182D\"", "\"value\":\"P14D\"");
        assertThat(operations.post(IMPORT, "out-and-in", JSON, usdm.body()).status())
                .isEqualTo(201);
        assertThat(monitor.get("/api/studies/NCT00000001/versions/1/usdm").body())
                .isEqualTo(usdm.body());
        var odm = monitor.get("/api/studies/NCT00000001/versions/1/odm");
        assertThat(odm.type()).startsWith("application/xml");
        assertThat(odm.body())
                .contains("TimepointRelativeTarget=\"-P14D\"", "ODMVersion=\"2.0\"", "OID=\"NCT00000001\"");
    }

    @Test
    void a_version_that_is_not_there_is_unknown() {
        for (var version : new String[] {"0", "7", "-1", "99999999999", "latest"}) {
            for (var form : new String[] {"usdm", "odm", "odm-1.3.2"}) {
                var answer = monitor.get("/api/studies/NOSUCH/versions/" + version + "/" + form);
                assertThat(answer.status()).isEqualTo(404);
                assertThat(answer.code()).isEqualTo("VERSION_UNKNOWN");
            }
        }
    }

    @Test
    void what_is_broken_is_refused_and_leaves_no_fact() {
        var before = database.getCollection("journal").countDocuments();
        assertThat(refused("b-1", PILOT.substring(0, 4000))).isEqualTo("400 USDM_UNREADABLE");
        assertThat(refused("b-2", PILOT.replace("\"usdmVersion\": \"4.0.0\"", "\"usdmVersion\": \"3.0.0\"")))
                .isEqualTo("422 USDM_VERSION_UNSUPPORTED");
        assertThat(refused("b-3", PILOT.replace("\"nextId\": \"Encounter_2\"", "\"nextId\": \"Encounter_1\"")))
                .isEqualTo("422 USDM_CHAIN_CIRCULAR");
        assertThat(refused("b-4", " ".repeat(10_000_000))).isEqualTo("413 BODY_TOO_LARGE");
        assertThat(refused("b-5", "{\"usdmVersion\":\"4.0.0\",\"study\":null}")).isEqualTo("422 USDM_MALFORMED");
        assertThat(database.getCollection("journal").countDocuments()).isEqualTo(before);
    }

    private String refused(String key, String body) {
        var answer = operations.post(IMPORT, key, JSON, body);
        return answer.status() + " " + answer.code();
    }
}
