package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.OFFICER;
import static io.equipoise.adverseevent.Doors.SITE;
import static io.equipoise.adverseevent.Doors.account;
import static io.equipoise.adverseevent.Wing.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the site tells of an event after its case was opened makes it reportable (CTR 536/2014, Annex III 2.3 point 2). */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LikeReactionsIT implements InTheWing {
    private final MongoDatabase database;
    private final Doors doors;

    LikeReactionsIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.doors = new Doors(port);
    }

    @Test
    void a_medication_error_that_nobody_suspects_of_anything_is_reported_in_the_european_union() {
        Wing.settle(database);
        var unrelated = account("term", "\"Fall\"", "criteria", "[\"HOSPITALIZATION\"]", "relation", "\"UNRELATED\"");
        var event = doors.post("/api/subjects/" + ANNA + "/adverse-events", SITE, unrelated)
                .text("event");
        var caseId = new CaseDoors(doors)
                .open(event, "2025-03-11T16:40", "EU-CTR", "FDA-IND")
                .text("case");
        var clocks = CaseDoors.path(caseId) + "/clocks";
        assertThat(doors.get(clocks, OFFICER).body().isEmpty()).isTrue();
        var told = doors.post(
                "/api/adverse-events/" + event + "/details", SITE, "{\"actions\":[],\"kinds\":[\"MEDICATION_ERROR\"]}");
        assertThat(told.status()).as(told.text()).isEqualTo(201);
        var now = doors.get(clocks, OFFICER).body();
        assertThat(now.size()).as(now.toString()).isEqualTo(1);
        assertThat(now.get(0).path("clock").asString()).isEqualTo("EU-CTR/OTHER/1");
        assertThat(now.get(0).path("because").toString())
                .contains("an event is a medication error", "Annex III 2.3 point 2", "found to be reportable on");
    }
}
