package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.bson.Document;

/** The service's doors as people and other services find them; JSON is written with single quotes here. */
final class Doors {
    static final TestStack STACK = TestStack.shared();
    static final String INVESTIGATOR = STACK.token("inv-01", Role.INVESTIGATOR, "01");
    static final String PHARMACIST = STACK.token("pha-01", Role.PHARMACIST, "01");
    static final String STATISTICIAN = STACK.token("sta-01", Role.STATISTICIAN, "*");
    static final String BOARD = STACK.token("dsb-01", Role.DATA_SAFETY_BOARD, "*");

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    Doors(int port) {
        this.port = port;
    }

    static String subject(int number) {
        return World.STUDY + "-01-%04d".formatted(number);
    }

    static void refused(HttpResponse<String> answer, int status, String names) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains(names).doesNotContain("CANARY");
    }

    HttpResponse<String> post(String path, String token, String key, String body)
            throws IOException, InterruptedException {
        return http.send(
                request(path, token)
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.replace('\'', '"')))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return http.send(request(path, token).GET().build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", token);
    }

    void othersTellOfTheStudyAndTwentyPeople(MongoDatabase database) {
        tell(1, "StudyDefined.v1", World.definition(List.of("CANARY_EXO", "CANARY_NACL"), "[]"));
        tell(2, "StudyActivated.v1", "{'study':'%s','version':1,'activatedOn':'2025-02-03'}");
        tell(3, "StudyStatusChanged.v1", "{'study':'%s','status':'RECRUITING','asOf':'2025-02-03','reason':'so'}");
        tell(4, "SiteOpened.v1", "{'study':'%s','site':'01','zone':'Europe/Berlin'}");
        for (int n = 1; n <= 20; n++) {
            STACK.tell(
                    "enrolment",
                    "subject/" + subject(n),
                    1,
                    "SubjectEnrolled.v1",
                    "{'subject':'%s','study':'%s','site':'01','enrolledOn':'2025-03-10','ordinal':%d,'strata':{}}"
                            .formatted(subject(n), World.STUDY, n)
                            .replace('\'', '"'));
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        database.getCollection("people").countDocuments(Filters.regex("_id", "^" + World.STUDY + "-"))
                                        == 20
                                && database.getCollection("studies")
                                                .countDocuments(new Document("_id", World.STUDY).append("heard", 4L))
                                        == 1);
    }

    private static void tell(long version, String type, String json) {
        STACK.tell(
                "studies",
                "study/" + World.STUDY,
                version,
                type,
                json.replace("%s", World.STUDY).replace('\'', '"'));
    }
}
