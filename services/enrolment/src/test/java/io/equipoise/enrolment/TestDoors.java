package io.equipoise.enrolment;

import io.equipoise.platform.TestClient;
import io.equipoise.platform.TestClient.Answer;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The service's doors, as staff of site 01 use them, and the topics that feed it. */
record TestDoors(TestClient client, String token) {
    static final TestStack STACK = TestStack.shared();
    static final String COORDINATOR = STACK.token("coordinator-01", Role.SITE_COORDINATOR, "01");
    static final String OTHER_SITE = STACK.token("coordinator-02", Role.SITE_COORDINATOR, "02");
    static final String PHARMACIST = STACK.token("pharmacist", Role.PHARMACIST, "01");

    TestDoors as(String other) {
        return new TestDoors(client, other);
    }

    Answer post(String path, String body) {
        return client.post(path, token, body);
    }

    Answer post(String path, String key, byte[] body) {
        return client.post(path, token, Map.of("Idempotency-Key", key), body);
    }

    Answer get(String path) {
        return client.get(path, token);
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
