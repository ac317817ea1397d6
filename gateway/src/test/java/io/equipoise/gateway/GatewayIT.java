package io.equipoise.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "equipoise.limit.requests=60",
            "equipoise.limit.per=1h",
            "equipoise.services.imaging=http://127.0.0.1:1"
        })
@DisplayNameGeneration(ReplaceUnderscores.class)
class GatewayIT {
    private static final HttpServer BEHIND = echo();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    GatewayIT(@LocalServerPort int port) {
        this.port = port;
    }

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        for (var service : new String[] {
            "study-design",
            "enrolment",
            "randomization",
            "dosing-schedule",
            "adverse-event",
            "ehr-integration",
            "operations"
        }) {
            registry.add(
                    "equipoise.services." + service,
                    () -> "http://127.0.0.1:" + BEHIND.getAddress().getPort() + "/" + service);
        }
        registry.add("spring.security.oauth2.resourceserver.jwt.public-key-location", Issuer::publicKey);
    }

    @AfterAll
    static void stop() {
        BEHIND.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/studies/X/subjects",
        "/api/studies/X/gaps",
        "/api/studies/X/kits",
        "/api/subjects/X-01-0001/eligibility",
        "/api/subjects/X-01-0001/calendar",
        "/api/subjects/X-01-0001/doses/2/hold",
        "/api/subjects/X-01-0001/code-breaks",
        "/api/safety/alerts/stream",
        "/fhir/r4/metadata",
        "/api/ehr/subjects/X-01-0001/erasure",
        "/api/audit/enrolment/verification",
        "/api/operations/studies/X",
        "/api/operations/studies/X/odm",
        "/api/studies/X/versions/newest/usdm",
        "/studies/X/protocol"
    })
    void a_path_reaches_a_service_with_the_token_and_a_number(String path) throws Exception {
        var answer = get(path, Issuer.token());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains(path).contains("bearer=true").contains("id=");
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
    }

    @Test
    void without_a_token_no_program_gets_through() throws Exception {
        assertThat(get("/api/studies/X", null).statusCode()).isEqualTo(401);
        var tampered = get("/api/studies/X", Issuer.token() + "x");
        assertThat(tampered.statusCode()).isEqualTo(401);
        assertThat(tampered.body()).contains("TOKEN_MISSING");
    }

    @Test
    void a_name_and_a_secret_pass_to_the_doors_for_delegates_and_nowhere_else() throws Exception {
        var secret = "Basic " + Base64.getEncoder().encodeToString("lc:secret".getBytes(StandardCharsets.UTF_8));
        for (var path : List.of("/api/delegated/X/api/randomisation?identifier=SS_010001", "/api/studies/X/kits")) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .header("Authorization", secret)
                    .build();
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(path.contains("delegated") ? 200 : 401);
        }
    }

    @Test
    void the_token_of_an_rtsm_passes_to_the_door_for_assignments_and_nowhere_else() throws Exception {
        for (var path : List.of("/api/studies/X/rtsm/assignments", "/api/studies/X/kits", "/api/studies/X/rtsm")) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .header("Authorization", "Bearer edcrtsm_whatever")
                    .build();
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .as(path)
                    .isEqualTo(path.endsWith("assignments") ? 200 : 401);
        }
    }

    @Test
    void a_browser_is_sent_to_log_in() throws Exception {
        var answer = get("/", null);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).contains("/oauth2/authorization/equipoise");
    }

    @Test
    void who_has_to_prove_again_who_they_are_is_sent_for_a_log_in_of_this_minute() throws Exception {
        var usual = get("/oauth2/authorization/equipoise", null).headers().firstValue("Location");
        var fresh = get("/oauth2/authorization/equipoise?fresh", null).headers().firstValue("Location");
        assertThat(usual.orElseThrow()).contains("code_challenge=").doesNotContain("max_age");
        assertThat(fresh.orElseThrow()).contains("code_challenge=").contains("max_age=60");
    }

    @Test
    void a_service_that_is_away_is_a_503_that_may_be_tried_again() throws Exception {
        var answer = get("/api/scans/worklist", Issuer.token());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("SERVICE_UNAVAILABLE");
    }

    @Test
    void beyond_its_share_a_caller_is_told_when_to_come_again() throws Exception {
        var token = Issuer.token();
        var last = get("/api/studies/X", token);
        for (int i = 0; i < 80 && last.statusCode() == 200; i++) {
            last = get("/api/studies/X", token);
        }
        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
        assertThat(get("/api/studies/X", Issuer.token()).statusCode()).isEqualTo(200);
    }

    @Test
    void one_page_describes_all_doors() throws Exception {
        assertThat(get("/v3/api-docs/swagger-config", null).body())
                .contains("/openapi/enrolment")
                .contains("/openapi/ehr-integration");
        assertThat(get("/openapi/enrolment", null).body()).contains("/v3/api-docs");
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpServer echo() {
        try {
            var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.createContext("/", exchange -> {
                var bearer = exchange.getRequestHeaders().getFirst("Authorization");
                var text = exchange.getRequestURI() + " bearer=" + (bearer != null) + " id="
                        + exchange.getRequestHeaders().getFirst("X-Request-Id");
                var bytes = text.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
