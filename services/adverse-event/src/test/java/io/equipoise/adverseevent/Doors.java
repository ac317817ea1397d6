package io.equipoise.adverseevent;

import io.equipoise.platform.TestClient;
import io.equipoise.platform.TestClient.Answer;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The service's doors as its callers see them. */
final class Doors {
    static final String SITE = TestStack.shared().token("inv-01", Role.INVESTIGATOR, "01");
    static final String OTHER_SITE = TestStack.shared().token("inv-02", Role.INVESTIGATOR, "02");
    static final String OFFICER = TestStack.shared().token("saf-01", Role.SAFETY_OFFICER, "*");
    static final String SECOND_OFFICER = TestStack.shared().token("saf-02", Role.SAFETY_OFFICER, "*");
    static final String OPERATIONS = TestStack.shared().token("ops-01", Role.OPERATIONS, "*");

    private static final JsonMapper JSON = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final TestClient client;
    private final String base;

    Doors(int port) {
        base = "http://localhost:" + port;
        client = new TestClient(port);
    }

    Answer post(String path, String token, String body) {
        return client.post(path, token, body);
    }

    Answer post(String path, String token, String key, String body) {
        return client.post(path, token, key, body);
    }

    Answer postRaw(String path, String token, byte[] body) {
        return client.post(path, token, Map.of(), body);
    }

    Answer post(String path, String token, Map<String, String> headers, byte[] body) {
        return client.post(path, token, headers, body);
    }

    Answer get(String path, String token) {
        return client.get(path, token);
    }

    Answer get(String path, String token, Map<String, String> headers) {
        return client.get(path, token, headers);
    }

    HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", token)
                .header("Content-Type", "application/json");
    }

    HttpClient http() {
        return http;
    }

    /** One of Anna's events; fields replace those of an ordinary mild one. */
    static String account(String... fieldsAndValues) {
        var body = JSON.createObjectNode();
        body.put("term", "Infusion related reaction").put("grade", 2);
        body.set("criteria", JSON.createArrayNode());
        body.put("onset", "2025-03-11T10:05:00Z").put("relation", "POSSIBLE").put("outcome", "RECOVERED");
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            body.set(fieldsAndValues[i], JSON.readTree(fieldsAndValues[i + 1]));
        }
        return body.toString();
    }
}
