package io.equipoise.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Uses the doors of a service as its callers do; each command has a key of its own unless one is given. */
public final class TestClient {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    public TestClient(int port) {
        base = "http://localhost:" + port;
    }

    /** An answer with its text, and its JSON, which is empty where there is none. */
    public record Answer(int status, String type, String location, String text, JsonNode body) {
        /** A field's text; empty where there is none. */
        public String text(String field) {
            return body.path(field).asString("");
        }

        /** A refusal's name: a problem's, or that of a FHIR OperationOutcome; empty where there is none. */
        public String code() {
            var code = text("code");
            return code.isEmpty() ? body.path("issue").path(0).path("code").asString("") : code;
        }

        /** The fields that a problem names. */
        public String pointers() {
            return body.path("pointers").toString();
        }
    }

    public Answer get(String path, String token) {
        return send("GET", path, token, "application/json", new byte[0]);
    }

    public Answer get(String path, String token, Map<String, String> headers) {
        var request = request(path, token, "application/json").GET();
        headers.forEach(request::setHeader);
        return send(request);
    }

    public Answer post(String path, String token, String body) {
        return send("POST", path, token, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    public Answer post(String path, String token, String key, String body) {
        return send(request(path, token, "application/json")
                .setHeader("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    /** Several headers, a body of any type. */
    public Answer post(String path, String token, Map<String, String> headers, byte[] body) {
        var request = request(path, token, "application/json").POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::setHeader);
        return send(request);
    }

    /** Anything at all; without an Authorization header where the token is empty. */
    public Answer send(String method, String path, String token, String type, byte[] body) {
        return send(request(path, token, type)
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder request(String path, String token, String type) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", type)
                .header("Idempotency-Key", UUID.randomUUID().toString());
        return token.isEmpty() ? request : request.header("Authorization", token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            var type = answer.headers().firstValue("Content-Type").orElse("");
            var location = answer.headers().firstValue("Location").orElse("");
            return new Answer(answer.statusCode(), type, location, answer.body(), json(type, answer.body()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String type, String text) {
        try {
            return type.contains("json") ? JSON.readTree(text) : JSON.missingNode();
        } catch (JacksonException notJson) {
            return JSON.missingNode();
        }
    }
}
