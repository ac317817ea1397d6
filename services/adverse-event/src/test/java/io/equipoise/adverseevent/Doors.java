package io.equipoise.adverseevent;

import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
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
    private final String base;

    Doors(int port) {
        base = "http://localhost:" + port;
    }

    /** An answer with its JSON, which is missing where there is none. */
    record Answer(int status, String type, JsonNode body) {
        String text(String field) {
            return body.path(field).asString("");
        }
    }

    Answer post(String path, String token, String body) {
        return post(path, token, UUID.randomUUID().toString(), body);
    }

    Answer post(String path, String token, String key, String body) {
        return send(request(path, token).header("Idempotency-Key", key).POST(BodyPublishers.ofString(body)));
    }

    Answer postRaw(String path, String token, byte[] body) {
        return send(request(path, token).header("Idempotency-Key", "raw").POST(BodyPublishers.ofByteArray(body)));
    }

    Answer get(String path, String token) {
        return send(request(path, token).GET());
    }

    Answer get(String path, String token, Map<String, String> headers) {
        var request = request(path, token).GET();
        headers.forEach(request::header);
        return send(request);
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

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            var type = answer.headers().firstValue("Content-Type").orElse("");
            var json = type.contains("json") ? JSON.readTree(answer.body()) : JSON.missingNode();
            return new Answer(answer.statusCode(), type, json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
