package io.equipoise.platform.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.platform.TestClient;
import io.equipoise.platform.TestClient.Answer;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every door owes everybody: without a token nobody enters; no role that is not named; nobody the person of another
 * site; and whatever is broken is refused by name, with nothing recorded. A new door is covered by being there.
 */
public final class DoorManners {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int TEN_MEGABYTES = 10_000_000;

    private final String service;
    private final List<Door> doors;
    private final MongoDatabase database;
    private final TestClient client;
    private final List<String> recordedRefusals;

    /** Some refusals are facts themselves, for the audit: those, by their journal names, may be recorded. */
    public DoorManners(ApplicationContext context, int port, String... recordedRefusals) {
        this.recordedRefusals = List.of(recordedRefusals);
        this.service = Objects.requireNonNull(context.getEnvironment().getProperty("spring.application.name"));
        this.doors = Door.all(context);
        this.database = context.getBean(MongoDatabase.class);
        this.client = new TestClient(port);
    }

    /** One test a door and demand. */
    public Stream<DynamicTest> tests() {
        assertThat(doors).as("doors of " + service).isNotEmpty();
        return doors.stream().flatMap(this::tests);
    }

    private Stream<DynamicTest> tests(Door door) {
        var always = Stream.of(
                DynamicTest.dynamicTest(door + ": not without a token", () -> notWithoutToken(door)),
                DynamicTest.dynamicTest(door + ": not with another role", () -> notWithAnotherRole(door)));
        var person = Stream.of(DynamicTest.dynamicTest(door + ": not from another site", () -> notFromAfar(door)))
                .filter(test -> door.isOfOnePerson());
        var broken = Stream.of(DynamicTest.dynamicTest(door + ": nothing broken", () -> nothingBroken(door)))
                .filter(test -> door.isCommand());
        var described = Stream.of(DynamicTest.dynamicTest(door + ": described", () -> isDescribed(door)))
                .filter(test -> !door.isPage());
        return Stream.of(always, person, broken, described).flatMap(each -> each);
    }

    private void notWithoutToken(Door door) {
        for (var token : List.of("", "Bearer nonsense")) {
            var answer = send(door, token, door.type(), new byte[0]);
            assertThat(answer.status()).as(answer.text()).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("TOKEN_MISSING");
        }
    }

    private void notWithAnotherRole(Door door) {
        assertThat(door.allowed()).as("a door for nobody").isNotEmpty();
        for (var role : Role.values()) {
            if (!door.allowed().contains(role)) {
                var answer = send(door, token(role, "*"), door.type(), sample(door));
                assertThat(answer.status()).as(role + ": " + answer.text()).isEqualTo(403);
                assertThat(answer.text()).contains("ROLE_NOT_ALLOWED");
            }
        }
    }

    private void notFromAfar(Door door) {
        var before = commits();
        for (var role : door.allowed()) {
            var answer = send(door, token(role, "02"), door.type(), sample(door));
            assertThat(answer.status()).as(role + ": " + answer.text()).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("OTHER_SITE");
        }
        assertThat(commits()).as("commits").isEqualTo(before);
    }

    private void nothingBroken(Door door) {
        var before = commits();
        var token = token(door.allowed().iterator().next(), "*");
        broken(door).forEach((what, body) -> {
            var answer = send(door, token, door.type(), body);
            assertThat(answer.status()).as(what + ": " + answer.text()).isBetween(400, 499);
            assertThat(answer.code()).as(what + ": " + answer.text()).isNotEmpty();
            if (what.equals("an unknown field") && door.body() != null) {
                assertThat(answer.pointers()).as(what + ": " + answer.text()).contains("/noSuchField");
            }
        });
        var other = send(door, token, "text/plain", "hello".getBytes(StandardCharsets.UTF_8));
        assertThat(other.status()).as("plain text: " + other.text()).isBetween(400, 499);
        assertThat(other.code()).as("plain text: " + other.text()).isNotEmpty();
        assertThat(commits()).as("commits").isEqualTo(before);
    }

    private void isDescribed(Door door) {
        var paths = client.get("/v3/api-docs", "").body().path("paths");
        assertThat(paths.path(door.template()).has(door.method().toLowerCase(Locale.ROOT)))
                .as(door + " in the OpenAPI description")
                .isTrue();
    }

    private static Map<String, byte[]> broken(Door door) {
        var broken = new LinkedHashMap<String, byte[]>();
        broken.put("nothing", new byte[0]);
        broken.put("cut off", "{\"a\":".getBytes(StandardCharsets.UTF_8));
        broken.put("no UTF-8", new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'});
        broken.put("another kind", "[1, 2]".getBytes(StandardCharsets.UTF_8));
        broken.put("an unknown field", unknownField(door));
        var huge = new byte[TEN_MEGABYTES];
        Arrays.fill(huge, (byte) ' ');
        broken.put("ten megabytes", huge);
        return broken;
    }

    private static byte[] unknownField(Door door) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("noSuchField", 1);
        if (door.body() != null && SampleBody.of(door.body()) instanceof Map<?, ?> known) {
            known.forEach((name, value) -> fields.put(name.toString(), value));
        }
        return JSON.writeValueAsBytes(fields);
    }

    private static byte[] sample(Door door) {
        return door.body() == null ? new byte[0] : JSON.writeValueAsBytes(SampleBody.of(door.body()));
    }

    private Answer send(Door door, String token, String type, byte[] body) {
        return client.send(door.method(), door.path(service), token, type, body);
    }

    private static String token(Role role, String site) {
        return TestStack.shared().token(role.claim(), role, site);
    }

    /** Of people: what the service hears meanwhile from topics that others of its tests filled is no answer to a door. */
    private long commits() {
        return database.getCollection("journal")
                .countDocuments(Filters.and(Filters.ne("role", "system"), Filters.nin("facts.type", recordedRefusals)));
    }
}
