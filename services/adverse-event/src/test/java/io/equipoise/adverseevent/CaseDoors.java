package io.equipoise.adverseevent;

import static io.equipoise.adverseevent.Doors.OFFICER;
import static io.equipoise.adverseevent.Doors.SITE;
import static io.equipoise.adverseevent.Doors.account;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.platform.TestClient.Answer;
import java.util.ArrayList;
import java.util.Map;

/** What a safety officer does with cases, for tests. */
record CaseDoors(Doors doors) {

    long commits(MongoDatabase database) {
        return database.getCollection("journal").countDocuments(Filters.regex("stream", "^case/"));
    }

    static String path(String caseId) {
        return "/api/safety/cases/" + caseId;
    }

    static String opening(String events, String authorities, String receivedAt) {
        return """
            {"events":[%s],"authorities":[%s],"receivedAt":"%s","office":"Europe/Berlin",
             "criteria":["TRIAL_NUMBER","SPONSOR_STUDY_NUMBER","SUBJECT","REPORTER","REACTION","SUSPECT_PRODUCT","CAUSALITY"],
             "reporter":"PHYSICIAN","country":"DE","what":"the site's report"}\
            """.formatted(events, authorities, receivedAt);
    }

    static String information(String receivedAt, String more) {
        return """
            {"receivedAt":"%s","office":"Europe/Berlin","criteria":[],"reporter":"PHYSICIAN","country":"DE",
             "what":"the laboratory's result",%s}\
            """.formatted(receivedAt, more);
    }

    String serious(String subject, String term) {
        var body = account("term", "\"" + term + "\"", "criteria", "[\"HOSPITALIZATION\"]");
        var answer = doors.post("/api/subjects/" + subject + "/adverse-events", SITE, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.text("event");
    }

    Answer open(String event, String receivedAt, String... authorities) {
        var names = "\"" + String.join("\",\"", authorities) + "\"";
        var answer = doors.post("/api/safety/cases", OFFICER, opening("\"" + event + "\"", names, receivedAt));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    String opened(String subject, String term) {
        return open(serious(subject, term), "2025-03-11T16:40", "EU-CTR").text("case");
    }

    void amended(String event, String term) {
        var body = account(
                "term",
                "\"" + term + "\"",
                "criteria",
                "[\"HOSPITALIZATION\"]",
                "outcome",
                "\"RECOVERING\"",
                "reason",
                "\"x-ray\"");
        var answer = doors.post("/api/adverse-events/" + event + "/amendments", SITE, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    String differences(String caseId) {
        var found = new ArrayList<String>();
        doors.get(path(caseId) + "/differences", OFFICER)
                .body()
                .forEach(each -> found.add(
                        each.path("field").asString() + " " + each.path("state").asString()));
        return String.join(", ", found);
    }

    Answer attach(String caseId, String type, String name, byte[] bytes) {
        return doors.post(path(caseId) + "/files", OFFICER, Map.of("Content-Type", type, "X-File-Name", name), bytes);
    }
}
