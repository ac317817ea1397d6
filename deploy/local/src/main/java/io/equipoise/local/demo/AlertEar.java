package io.equipoise.local.demo;

import io.equipoise.local.client.Doors;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The safety officer's open line: hears what is pushed, notes when, and goes on where it stopped after a cut. */
public final class AlertEar implements AutoCloseable {
    private final Doors doors;
    private final List<Pushed> pushed = new ArrayList<>();
    private final Thread listening;
    private volatile boolean closed;
    private volatile boolean connected;
    private volatile String lastId = "";

    /** One pushed message, and when it was here. */
    public record Pushed(String id, String event, String data, Instant at) {}

    public AlertEar(Doors doors) {
        this.doors = doors;
        this.listening = Thread.ofVirtual().start(this::listen);
    }

    boolean connected() {
        return connected;
    }

    public synchronized List<Pushed> pushed() {
        return List.copyOf(pushed);
    }

    synchronized Optional<Pushed> find(String event, String about) {
        return pushed.stream()
                .filter(p -> p.event().equals(event) && p.data().contains(about))
                .findFirst();
    }

    private void listen() {
        while (!closed) {
            try {
                var request = doors.request("saf-01", "/api/safety/alerts/stream")
                        .timeout(Duration.ofHours(2))
                        .header("Accept", "text/event-stream");
                if (!lastId.isEmpty()) {
                    request.header("Last-Event-ID", lastId);
                }
                var response = doors.http().send(request.GET().build(), BodyHandlers.ofInputStream());
                if (response.statusCode() == 200) {
                    connected = true;
                    read(new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
                }
            } catch (IOException | IllegalStateException cut) {
                connected = false;
            } catch (InterruptedException e) {
                return;
            }
            if (!closed) {
                Doors.pause(200);
            }
        }
    }

    private void read(BufferedReader lines) throws IOException {
        var id = "";
        var event = "message";
        var data = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty()) {
                if (!data.isEmpty()) {
                    note(new Pushed(id, event, data.toString(), Instant.now()));
                }
                event = "message";
                data.setLength(0);
            } else if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            } else if (line.startsWith("event:")) {
                event = line.substring(6).strip();
            } else if (line.startsWith("data:")) {
                data.append(line.substring(5).strip());
            }
        }
    }

    private synchronized void note(Pushed message) {
        pushed.add(message);
        lastId = message.id();
    }

    @Override
    public void close() {
        closed = true;
        listening.interrupt();
    }
}
