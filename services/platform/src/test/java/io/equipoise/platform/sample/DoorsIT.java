package io.equipoise.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestConstructor;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=sample",
            "spring.config.import=classpath:equipoise-platform.yml",
            "equipoise.body-limit=100000"
        })
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class DoorsIT implements OnTheStack {
    private static final TestStack STACK = TestStack.shared();
    private static final String OPS = STACK.token("ops-01", Role.OPERATIONS, "*");

    private final HttpClient http = HttpClient.newHttpClient();
    private final MongoDatabase database;
    private final int port;

    DoorsIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.port = port;
    }

    @Test
    void broken_input_is_refused_by_field() throws Exception {
        assertRefused(400, "FIELD_MALFORMED", "/stones", "{\"stones\":\"1\",\"secret\":\"s\"}");
        assertRefused(400, "FIELD_UNKNOWN", "/stone", "{\"stones\":1,\"stone\":1,\"secret\":\"s\"}");
        assertRefused(400, "FIELD_MISSING", "/secret", "{\"stones\":1}");
        assertRefused(400, "FIELD_MISSING", "/labels/0/text", "{\"stones\":1,\"secret\":\"s\",\"labels\":[{}]}");
        assertRefused(400, "JSON_MALFORMED", "line 1", "{\"stones\":1,");
        assertRefused(400, "JSON_MALFORMED", "", "{\"stones\":1,\"stones\":2,\"secret\":\"s\"}");
        assertRefused(400, "BODY_MISSING", "", "");
        assertRefused(413, "BODY_TOO_LARGE", "", "x".repeat(200_000));
        var invalid = new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'};
        var answer = http.send(
                request("broken", "k", OPS)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(invalid))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(commits("broken")).isZero();
    }

    @Test
    void doors_are_shut_to_others() throws Exception {
        var body = "{\"stones\":1,\"secret\":\"s\"}";
        assertThat(post("shut", "a", "Bearer nonsense", body).statusCode()).isEqualTo(401);
        var monitor = post("shut", "b", STACK.token("mon-01", Role.MONITOR, "*"), body);
        assertThat(monitor.statusCode()).isEqualTo(403);
        assertThat(monitor.body()).contains("ROLE_NOT_ALLOWED").contains("operations");
        var other = post("shut", "c", STACK.token("ops-02", Role.OPERATIONS, "02"), body);
        assertThat(other.body()).contains("OTHER_SITE");
        var noKey = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/jars/shut/stones"))
                        .header("Authorization", OPS)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(noKey.body()).contains("IDEMPOTENCY_KEY_MISSING");
        var noRoles = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/jars/shut/shut"))
                        .header("Authorization", OPS)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(noRoles.statusCode()).isEqualTo(403);
        assertThat(commits("shut")).isZero();
    }

    private void assertRefused(int status, String code, String names, String body) throws Exception {
        var answer = post("broken", UUID.randomUUID().toString(), OPS, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains(code).contains(names);
    }

    private long commits(String jar) {
        return database.getCollection("journal").countDocuments(Filters.eq("stream", "jar/" + jar));
    }

    private HttpRequest.Builder request(String jar, String key, String token) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/jars/" + jar + "/stones"))
                .header("Authorization", token)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> post(String jar, String key, String token, String body) throws Exception {
        return http.send(
                request(jar, key, token)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
