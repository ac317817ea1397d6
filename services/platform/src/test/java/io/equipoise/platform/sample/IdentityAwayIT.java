package io.equipoise.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.web.Role;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestConstructor;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=sample",
            "spring.config.import=classpath:equipoise-platform.yml",
            "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=http://localhost:1/nobody-listens-here"
        })
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class IdentityAwayIT implements OnTheStack {
    private final int port;

    IdentityAwayIT(@LocalServerPort int port) {
        this.port = port;
    }

    @Test
    void while_nobody_can_look_at_tokens_the_door_asks_to_come_again() throws Exception {
        var answer = ask(TestStack.shared().token("ops-01", Role.OPERATIONS, "*"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("IDENTITY_UNAVAILABLE");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }

    private HttpResponse<String> ask(String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/audit/sample/verification"))
                .header("Authorization", token)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
