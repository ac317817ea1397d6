package io.equipoise.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.equipoise.platform.OnTheStack;
import io.equipoise.platform.TestStack;
import io.equipoise.platform.consume.Listener;
import io.equipoise.platform.web.Role;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestConstructor;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.application.name=sample-mortal", "spring.config.import=classpath:equipoise-platform.yml"})
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@DirtiesContext
class ListenerDiesIT implements OnTheStack {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Listener listener;
    private final Asking anybody;

    ListenerDiesIT(@Autowired Listener listener, @LocalServerPort int port) {
        this.listener = listener;
        this.anybody = Asking.as(Role.OPERATIONS, port);
    }

    @Test
    void a_listener_that_died_does_not_look_well() throws Exception {
        await().atMost(PATIENCE).until(listener::listens);
        assertThat(anybody.get("/actuator/health").status()).isEqualTo(200);
        TestStack.shared().tell("imaging", "letter/last", 1, "Word.v1", "{\"word\":\"deadly\"}");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(anybody.get("/actuator/health").status()).isEqualTo(503));
        assertThat(anybody.get("/actuator/health").text()).contains("DOWN");
    }
}
