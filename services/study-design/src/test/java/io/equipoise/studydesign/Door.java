package io.equipoise.studydesign;

import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with an account at the public doors of a running service. */
public record Door(int port, String token) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public static Door of(int port, Role role) {
        return new Door(port, TestStack.shared().token(role.claim() + "-01", role, "*"));
    }

    /** What came back. */
    public record Answer(int status, String type, String location, String body) {
        public JsonNode json() {
            return new JsonMapper().readTree(body);
        }

        public String code() {
            return json().path("code").asString();
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, String key, String type, String body) {
        return post(path, key, type, body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    public Answer post(String path, String key, String type, byte[] body) {
        return send(request(path)
                .header("Idempotency-Key", key)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    public Answer json(String path, String key, String body) {
        return post(path, key, "application/json", body.replace('\'', '"'));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.headers().firstValue("Location").orElse(""),
                    answer.body());
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
