package io.equipoise.platform.sample;

import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at a service's doors. */
record Asking(int port, String token) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Asking as(Role role, int port) {
        return new Asking(port, TestStack.shared().token(role.claim() + "-1", role, "*"));
    }

    record Answer(int status, String text) {
        JsonNode json() {
            return JSON.readTree(text);
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    Answer post(String path) throws IOException, InterruptedException {
        return send(request(path).POST(HttpRequest.BodyPublishers.noBody()));
    }

    Answer stones(String jar, String key, String body, String... headers) throws IOException, InterruptedException {
        var request = request("/api/jars/" + jar + "/stones")
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", token);
    }

    private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }
}
