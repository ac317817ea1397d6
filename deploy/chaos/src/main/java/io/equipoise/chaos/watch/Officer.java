package io.equipoise.chaos.watch;

import io.equipoise.chaos.load.Doors;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A safety officer's screen: one stream through the gateway that is opened again without end, each time with the number of
 * the last whole event. Hangs up on a line that is silent for longer than two heartbeats.
 */
public final class Officer implements AutoCloseable {
    private static final long SILENT_NANOS = 35_000_000_000L;
    private static final int AGAIN_MILLIS = 300;

    private final String name;
    private final Seat seat;
    private final long after;
    private final Consumer<Shown> seen;
    private final List<Shown> shown;
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean connected;
    private volatile long heard = System.nanoTime();
    private volatile long last;
    private final AtomicInteger lines = new AtomicInteger();
    private volatile @Nullable InputStream line;

    /** Where an officer sits: the doors, the account, and what is read with. */
    record Seat(Doors doors, String account, Alphabet alphabet) {}

    Officer(String name, Seat seat, long after, Consumer<Shown> seen) {
        this.name = name;
        this.seat = seat;
        this.after = after;
        this.last = after;
        this.seen = seen;
        this.shown = new ArrayList<>();
        this.thread = Thread.ofVirtual().name(name).unstarted(this::watch);
    }

    void sitDown() {
        thread.start();
    }

    private void watch() {
        while (!closed) {
            try {
                try {
                    read();
                } catch (IOException cut) {
                    // opened again, as after an end without words
                }
                connected = false;
                Thread.sleep(AGAIN_MILLIS);
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    private void read() throws IOException, InterruptedException {
        heard = System.nanoTime();
        var request = seat.doors()
                .request(seat.account(), "/api/safety/alerts/stream")
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", Long.toString(last));
        var response = seat.doors().http().send(request.GET().build(), BodyHandlers.ofInputStream());
        try (var body = response.body()) {
            if (response.statusCode() != 200) {
                return;
            }
            line = body;
            lines.incrementAndGet();
            connected = true;
            read(new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8), 2_048));
        }
    }

    /** Only an event with its empty line is whole: the last row of a line that was cut may be anything. */
    private void read(BufferedReader text) throws IOException {
        var number = "";
        var kind = "";
        var data = "";
        for (var row = text.readLine(); row != null; row = text.readLine()) {
            heard = System.nanoTime();
            if (row.startsWith("id:")) {
                number = row.substring(3).strip();
            } else if (row.startsWith("event:")) {
                kind = row.substring(6).strip();
            } else if (row.startsWith("data:")) {
                data = row.substring(5).strip();
            } else if (row.isEmpty() && !data.isEmpty()) {
                show(Long.parseLong(number), kind, data);
                data = "";
            }
        }
    }

    private void show(long number, String kind, String data) {
        var read = seat.alphabet().read(number, kind, data);
        var one = new Shown(read.what(), read.raised(), Alphabet.micros(Instant.now()));
        synchronized (shown) {
            shown.add(one);
        }
        last = number;
        seen.accept(one);
    }

    void hangUpIfSilent() {
        var open = line;
        if (connected && open != null && System.nanoTime() - heard > SILENT_NANOS) {
            try {
                open.close();
            } catch (IOException gone) {
                connected = false;
            }
        }
    }

    public boolean connected() {
        return connected;
    }

    /** The number of the last whole event. */
    public long last() {
        return last;
    }

    public Screen screen() {
        synchronized (shown) {
            return new Screen(name, after, shown, lines.get());
        }
    }

    @Override
    public void close() {
        closed = true;
        var open = line;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException gone) {
            connected = false;
        }
        thread.interrupt();
    }
}
