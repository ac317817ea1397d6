package io.equipoise.enrolment;

import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service's doors, as staff of site 01 use them, and the topics that feed it. */
public record TestDoors(int port, String token) {
    static final TestStack STACK = TestStack.shared();
    static final String COORDINATOR = STACK.token("coordinator-01", Role.SITE_COORDINATOR, "01");
    static final String OTHER_SITE = STACK.token("coordinator-02", Role.SITE_COORDINATOR, "02");
    static final String PHARMACIST = STACK.token("pharmacist", Role.PHARMACIST, "01");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    /** An answer, with its body where it is JSON. */
    record Answer(int status, JsonNode body) {
        String code() {
            return body.path("code").asString("");
        }

        String text(String field) {
            return body.path(field).asString("");
        }
    }

    TestDoors as(String other) {
        return new TestDoors(port, other);
    }

    Answer post(String path, String body) {
        return post(path, UUID.randomUUID().toString(), body.getBytes(StandardCharsets.UTF_8));
    }

    Answer post(String path, String key, byte[] body) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).header("Authorization", token));
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var json = answer.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(answer.statusCode(), json ? JSON.readTree(answer.body()) : JSON.createObjectNode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Study-design tells of the study, its activation and its site. */
    static void tellOfTheStudy(String study, int cap) {
        var definition = definition("assumed").replace("NCT07146087", study);
        studies(study, 1, "StudyDefined.v1", """
            {"study":"%s","version":2,"title":"t","definition":%s,"assumptions":[],"gaps":[]}\
            """.formatted(study, definition));
        studies(study, 2, "StudyActivated.v1", """
            {"study":"%s","version":2,"activatedOn":"2025-02-03"}\
            """.formatted(study));
        studies(study, 3, "SiteOpened.v1", """
            {"study":"%s","site":"01","name":"Day ward","country":"DE","zone":"Europe/Berlin","cap":%d,\
            "openedOn":"2025-02-10"}\
            """.formatted(study, cap));
    }

    static void studies(String study, int version, String type, String json) {
        STACK.tell("studies", "study/" + study, version, type, json);
    }

    static String definition(String name) {
        try (var in = TestDoors.class.getResourceAsStream("/definitions/" + name + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What makes somebody eligible, with one value of one's own choice. */
    static String facts(String edss) {
        var facts = new StringBuilder();
        for (var pair : ("birthDate=1980-05-17,diagnosis=PRIMARY_PROGRESSIVE_MS,edss=" + edss
                        + ",lastRelapseOn=NEVER,lastSteroidOn=2024-11-02,healthyVolunteer=NO,otherNeurological=NO"
                        + ",autoimmune=NO,activeInfection=NO,malignancy=NO,uncontrolledDisease=NO")
                .split(",")) {
            var parts = pair.split("=");
            facts.append(facts.isEmpty() ? "" : ",").append("""
                {"fact":"%s","value":"%s","observedOn":"2025-03-03","source":"clinic"}\
                """.formatted(parts[0], parts[1]));
        }
        return "{\"facts\":[" + facts + "]}";
    }
}
