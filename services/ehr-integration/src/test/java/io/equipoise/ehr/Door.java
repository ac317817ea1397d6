package io.equipoise.ehr;

import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with an account at the public doors of a running service. */
public record Door(int port, String token) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public static Door of(int port, Role role, String... sites) {
        return new Door(port, TestStack.shared().token(role.claim() + "-01", role, sites));
    }

    /** What came back. */
    public record Answer(int status, String type, String location, String body) {
        public JsonNode json() {
            return new JsonMapper().readTree(body);
        }

        /** Ours, from the first issue of an OperationOutcome. */
        public String code() {
            return json().path("issue")
                    .path(0)
                    .path("details")
                    .path("coding")
                    .path(0)
                    .path("code")
                    .asString("");
        }

        public String expression() {
            return json().path("issue").path(0).path("expression").path(0).asString("");
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** A Bundle with an Idempotency-Key, as careful clients send it. */
    public Answer tell(String key, String bundle) {
        return send(request("/fhir/r4")
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(bundle)));
    }

    /** A Bundle as plain FHIR clients send it. */
    public Answer tell(String bundle) {
        return post("application/fhir+json", bundle.getBytes(StandardCharsets.UTF_8));
    }

    public Answer post(String type, byte[] body) {
        return send(request("/fhir/r4").header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    /** Asks that a person be forgotten. */
    public Answer erase(String key, String subject, String body) {
        return send(request("/api/ehr/subjects/" + subject + "/erasure")
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
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
