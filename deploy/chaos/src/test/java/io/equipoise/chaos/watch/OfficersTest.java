package io.equipoise.chaos.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.equipoise.chaos.check.Finding;
import io.equipoise.chaos.check.Screens;
import io.equipoise.chaos.evidence.Pushed;
import io.equipoise.chaos.ledger.Ledger;
import io.equipoise.chaos.load.Doors;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a stream that is cut after every event and a half, with something else at its end. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OfficersTest {
    private static final int ALERTS = 6;

    @TempDir
    private Path directory;

    private HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private int forgetful;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/dev/token", exchange -> answer(exchange, "{\"access_token\":\"t\"}"));
        server.createContext("/api/safety/alerts/stream", this::stream);
        server.start();
    }

    @AfterEach
    void shut() {
        server.stop(0);
    }

    @Test
    void half_an_event_does_not_count_and_comes_again_whole() throws IOException {
        var screen = watched();
        assertThat(screen.shown())
                .extracting(Shown::what)
                .extracting(Pushed::number)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(screen.lines()).isGreaterThanOrEqualTo(ALERTS);
        assertThat(asked.subList(0, 3)).containsExactly("0", "1", "2");
    }

    @Test
    void a_stream_that_goes_on_from_too_early_is_called_out() throws IOException {
        forgetful = 1;
        assertThat(Screens.of(List.of(), List.of(watched()), List.of()))
                .extracting(Finding::check)
                .contains(Screens.ONCE, Screens.GAPLESS);
    }

    private Screen watched() throws IOException {
        var here = URI.create("http://localhost:" + server.getAddress().getPort());
        try (var ledger = new Ledger(directory.resolve("book.jsonl"), Clock.systemUTC());
                var officers = new Officers(new Doors(here, here, ledger))) {
            officers.joins(0, null);
            assertThat(officers.allReached(ALERTS, 30)).isTrue();
            return officers.screens().getFirst();
        }
    }

    private void stream(HttpExchange exchange) throws IOException {
        var last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        asked.add(last);
        long next = Long.parseLong(last) + 1;
        if (forgetful > 0 && next > 2) {
            next--;
            forgetful = 0;
        }
        answer(exchange, ":alerts\n\n" + event(next) + event(next + 1).stripTrailing() + "\nid:" + next + "{cut");
    }

    private static String event(long number) {
        return number > ALERTS
                ? ""
                : "id:" + number + "\nevent:alert\ndata:{\"alert\":\"AL-" + number + "\",\"event\":\"AE-" + number
                        + "\",\"raisedAt\":\"2026-11-23T07:00:00Z\"}\n\n";
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }
}
