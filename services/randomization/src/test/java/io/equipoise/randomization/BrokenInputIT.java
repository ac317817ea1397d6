package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.equipoise.platform.OnTheStack;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrokenInputIT implements OnTheStack {
    private final MongoDatabase database;
    private final Doors doors;

    BrokenInputIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.doors = new Doors(port);
    }

    @Test
    void broken_input_gets_a_problem_that_names_the_field_and_leaves_no_fact() throws Exception {
        var door = "/api/subjects/BROKEN1-01-0001/randomization";
        Doors.refused(doors.post(door, Doors.INVESTIGATOR, "b1", "{}"), 400, "/randomizedOn");
        Doors.refused(doors.post(door, Doors.INVESTIGATOR, "b2", "{'randomizedOn':'yesterday'}"), 400, "/randomizedOn");
        Doors.refused(
                doors.post(door, Doors.INVESTIGATOR, "b3", "{'randomizedOn':'2025-03-11','arm':'A'}"),
                400,
                "FIELD_UNKNOWN");
        Doors.refused(
                doors.post(
                        "/api/subjects/nobody/randomization",
                        Doors.INVESTIGATOR,
                        "b4",
                        "{'randomizedOn':'2025-03-11'}"),
                404,
                "SUBJECT_UNKNOWN");
        Doors.refused(
                doors.post(door, Doors.INVESTIGATOR, "b5", "{'randomizedOn':'2025-03-11'}"), 404, "STUDY_UNKNOWN");
        Doors.refused(
                doors.post(
                        "/api/subjects/BROKEN1-02-0001/randomization",
                        Doors.INVESTIGATOR,
                        "b6",
                        "{'randomizedOn':'2025-03-11'}"),
                403,
                "OTHER_SITE");
        assertThat(facts()).isZero();
    }

    @Test
    void broken_secrets_are_pointed_at_and_never_repeated() throws Exception {
        Doors.refused(
                doors.post(
                        "/api/studies/BROKEN1/allocation-list",
                        Doors.STATISTICIAN,
                        "b7",
                        "{'seed':'CANARY','blockSizes':[2],'slotsPerStratum':2}"),
                400,
                "/seed");
        Doors.refused(
                doors.post(
                        "/api/studies/BROKEN1/kits",
                        Doors.PHARMACIST,
                        "b8",
                        "{'site':'01','lot':'L','packagingLot':'P','kits':[{'kit':'K','type':''}],'expiresOn':'2027-01-01'}"),
                400,
                "/kits/0/type");
        Doors.refused(
                doors.post(
                        "/api/subjects/BROKEN1-01-0001/code-breaks",
                        Doors.INVESTIGATOR,
                        "b9",
                        "{'category':'OVERDOSE','at':'2025-03-11T00:00:00Z'}"),
                400,
                "/reason");
        assertThat(facts()).isZero();
    }

    private long facts() {
        return database.getCollection("journal").countDocuments(new Document("stream", "allocation/BROKEN1"));
    }
}
