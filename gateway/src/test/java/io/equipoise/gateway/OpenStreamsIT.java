package io.equipoise.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Safety officers look at their alerts all day: each has a stream open through the gateway. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenStreamsIT {
    private static final int LOOKING = 60;
    private static final AtomicInteger OPEN = new AtomicInteger();
    private static final HttpServer ALERTS = alerts();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    OpenStreamsIT(@LocalServerPort int port) {
        this.port = port;
    }

    @DynamicPropertySource
    static void stack(DynamicPropertyRegistry registry) {
        registry.add(
                "equipoise.services.adverse-event",
                () -> "http://127.0.0.1:" + ALERTS.getAddress().getPort());
        registry.add("spring.security.oauth2.resourceserver.jwt.public-key-location", Issuer::publicKey);
    }

    @AfterAll
    static void stop() {
        ALERTS.stop(0);
    }

    @Test
    void sixty_who_look_leave_room_for_who_reports_and_are_let_go_when_they_leave() throws Exception {
        var streams = new ArrayList<InputStream>();
        for (int i = 0; i < LOOKING; i++) {
            var stream = http.send(request("/api/safety/alerts/stream"), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(stream.statusCode()).isEqualTo(200);
            assertThat(stream.body().read()).isEqualTo(':');
            streams.add(stream.body());
        }
        assertThat(OPEN).hasValue(LOOKING);
        assertThat(http.send(request("/api/safety/alerts"), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        for (var stream : streams) {
            stream.close();
        }
        await().atMost(Duration.ofSeconds(30)).untilAtomic(OPEN, org.hamcrest.Matchers.equalTo(0));
    }

    @Test
    void a_stream_whose_service_dies_has_an_end_like_any_other() throws Exception {
        var cut = http.send(request("/api/safety/alerts/cut"), HttpResponse.BodyHandlers.ofString());
        assertThat(cut.statusCode()).isEqualTo(200);
        assertThat(cut.body()).isEqualTo("id:1\ndata:half an ev");
    }

    private HttpRequest request(String path) throws Exception {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + Issuer.token())
                .timeout(Duration.ofSeconds(20))
                .build();
    }

    private static HttpServer alerts() {
        try {
            var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.createContext("/", OpenStreamsIT::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().endsWith("/stream")) {
            beat(exchange);
        } else if (exchange.getRequestURI().getPath().endsWith("/cut")) {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("id:1\ndata:half an ev".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            throw new IllegalStateException("as if the process were killed");
        } else {
            exchange.sendResponseHeaders(200, -1);
        }
        exchange.close();
    }

    /** Until nobody listens any more. */
    private static void beat(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OPEN.incrementAndGet();
        try (var body = exchange.getResponseBody()) {
            while (true) {
                body.write(": still here\n\n".getBytes(StandardCharsets.UTF_8));
                body.flush();
                Thread.sleep(200);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            OPEN.decrementAndGet();
        }
    }
}
