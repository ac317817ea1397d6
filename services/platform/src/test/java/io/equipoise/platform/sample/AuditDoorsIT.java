package io.equipoise.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.application.name=sample-audit", "spring.config.import=classpath:equipoise-platform.yml"})
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class AuditDoorsIT {
    private static final TestStack STACK = TestStack.shared();
    private static final KeyPair SIGNING = keys();
    private static final String SERVICE = "/api/audit/sample-audit/";

    private final MongoDatabase database;
    private final Asking operations;
    private final Asking monitor;
    private final int port;

    AuditDoorsIT(@Autowired MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.port = port;
        this.operations = Asking.as(Role.OPERATIONS, port);
        this.monitor = Asking.as(Role.MONITOR, port);
    }

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        TestStack.configure(registry);
        registry.add(
                "equipoise.keys-signing",
                () -> Base64.getEncoder().encodeToString(SIGNING.getPrivate().getEncoded()));
    }

    @Test
    void a_commit_is_listed_with_who_when_why_and_the_names_of_its_facts_only() throws Exception {
        operations.stones("listed", "l1", "{\"stones\":1,\"secret\":\"canary-81\"}", "X-Reason", "the jar was empty");
        operations.stones("listed", "l2", "{\"stones\":0,\"secret\":\"canary-81\"}");
        var text = monitor.get(SERVICE + "commits?stream=jar/listed").text();
        var commits = monitor.get(SERVICE + "commits?stream=jar/listed").json().path("commits");
        assertThat(commits.size()).isEqualTo(2);
        var first = commits.path(0);
        assertThat(first.path("actor").asString()).isEqualTo("operations-1");
        assertThat(first.path("role").asString()).isEqualTo("operations");
        assertThat(first.path("reason").asString()).isEqualTo("the jar was empty");
        assertThat(first.path("recordedAt").asString()).startsWith("20");
        assertThat(first.path("version").asLong()).isEqualTo(1);
        assertThat(first.path("facts").toString()).isEqualTo("[\"Added.v1\"]");
        assertThat(commits.path(1).path("facts").toString()).isEqualTo("[\"Whispered.v1\"]");
        assertThat(text).doesNotContain("canary", "v1:jar", "stones", "l1");
    }

    @Test
    void the_trail_is_read_page_by_page_and_no_commit_is_missed() throws Exception {
        for (int i = 0; i < 7; i++) {
            operations.stones("paged", "p" + i, "{\"stones\":1,\"secret\":\"s\"}");
        }
        var seen = new java.util.ArrayList<Long>();
        JsonNode next = null;
        do {
            var after = next == null ? 0 : next.asLong();
            var page = monitor.get(SERVICE + "commits?limit=3&after=" + after).json();
            page.path("commits")
                    .forEach(commit -> seen.add(commit.path("position").asLong()));
            next = page.path("next");
        } while (!next.isNull());
        assertThat(seen).hasSizeGreaterThanOrEqualTo(7).doesNotHaveDuplicates().isSorted();
        assertThat(seen.getLast()).isEqualTo(seen.size());
    }

    @Test
    void bad_parameters_are_refused_by_name() throws Exception {
        for (var wrong : List.of(
                "commits?limit=0 limit PARAMETER_OUT_OF_RANGE",
                "commits?limit=501 limit PARAMETER_OUT_OF_RANGE",
                "commits?limit=many limit PARAMETER_MALFORMED",
                "commits?after=-1 after PARAMETER_MALFORMED",
                "commits?after=99999999999999999999 after PARAMETER_MALFORMED",
                "commits?lane=1 lane PARAMETER_OUT_OF_RANGE",
                "commits?stream=%7B%24ne%3A1%7D stream PARAMETER_MALFORMED",
                "commits?stream= stream PARAMETER_MALFORMED",
                "commits?limit=1&limit=2 limit PARAMETER_REPEATED",
                "commits?strem=jar/listed strem PARAMETER_UNKNOWN",
                "seals?after=x after PARAMETER_MALFORMED",
                "seals?stream=jar/1 stream PARAMETER_UNKNOWN")) {
            var parts = wrong.split(" ");
            var answer = monitor.get(SERVICE + parts[0]);
            assertThat(answer.status()).as(wrong).isEqualTo(400);
            assertThat(answer.json().path("code").asString()).as(wrong).isEqualTo(parts[2]);
            assertThat(answer.json().path("pointers").path(0).asString())
                    .as(wrong)
                    .isEqualTo(parts[1]);
        }
    }

    @Test
    void only_those_who_watch_over_all_sites_read_the_trail() throws Exception {
        for (var role : Role.values()) {
            var allowed =
                    List.of(Role.MONITOR, Role.OPERATIONS, Role.ADMINISTRATOR).contains(role);
            for (var door : List.of("commits", "seals", "seals/export")) {
                assertThat(Asking.as(role, port).get(SERVICE + door).status())
                        .as(role + " " + door)
                        .isEqualTo(allowed ? 200 : 403);
            }
        }
        var ofOneSite = new Asking(port, STACK.token("mon-02", Role.MONITOR, "01"));
        assertThat(ofOneSite.get(SERVICE + "commits").json().path("code").asString())
                .isEqualTo("OTHER_SITE");
        assertThat(monitor.get("/api/audit/somebody-else/commits").status()).isEqualTo(404);
    }

    @Test
    void the_newest_seal_is_exported_with_a_signature_that_holds_without_us() throws Exception {
        operations.stones("sealed", "x1", "{\"stones\":1,\"secret\":\"s\"}");
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        !monitor.get(SERVICE + "seals").json().path("seals").isEmpty());
        var export = monitor.get(SERVICE + "seals/export").json();
        var seal = export.path("seals").path(0);
        var chain = monitor.get(SERVICE + "seals?limit=500").json().path("seals");
        assertThat(chain.valueStream()).contains(seal);
        var line = String.join(
                "|",
                List.of("service", "lane", "ordinal", "from", "to", "root", "previous", "seal").stream()
                        .map(field -> seal.path(field).asString())
                        .toList());
        var text = String.join(
                "\n",
                "equipoise-seals/1",
                "sample-audit",
                export.path("exportedAt").asString(),
                line);
        assertThat(signed(text, export.path("signature").asString())).isTrue();
        assertThat(signed(text + " ", export.path("signature").asString())).isFalse();
    }

    @Test
    void a_request_keeps_its_number_from_the_door_through_the_journal_to_the_message() throws Exception {
        operations.stones("traced", "t1", "{\"stones\":1,\"secret\":\"s\"}", "X-Request-Id", "request-4711");
        var commit = Objects.requireNonNull(database.getCollection("journal")
                .find(Filters.eq("stream", "jar/traced"))
                .first());
        assertThat(commit.getString("correlation")).isEqualTo("request-4711");
        var told = STACK.hear("studies", r -> r.key().equals("jar/traced")).getLast();
        assertThat(new String(told.headers().lastHeader("ce_correlationid").value(), StandardCharsets.UTF_8))
                .isEqualTo("request-4711");
    }

    private static boolean signed(String text, String signature) throws GeneralSecurityException {
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(SIGNING.getPublic());
        verifier.update(text.getBytes(StandardCharsets.UTF_8));
        return verifier.verify(Base64.getDecoder().decode(signature));
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
