package io.equipoise.adverseevent.adapter.rest;

import static io.equipoise.platform.web.Role.SAFETY_OFFICER;

import io.equipoise.adverseevent.application.AlertFeed;
import io.equipoise.adverseevent.application.FeedEntry;
import io.equipoise.adverseevent.application.Measures;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Alerts as server-sent events. Every connection fetches from the shared feed at its own pace on a thread of its own, so
 * nothing is queued for a reader and a slow one holds up nobody; one that stops reading is cut off by the write time-out
 * and goes on later from its last id. Without an id the feed starts at number 1.
 */
@RestController
class AlertStreamEndpoint implements SmartLifecycle {
    private static final int BATCH = 100;
    private static final int MOST_CONNECTIONS = 2_000;

    private final AlertFeed feed;
    private final Measures measures;
    private final JsonMapper json;
    private final Clock clock;
    private final Duration heartbeat;
    private final Set<Thread> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    AlertStreamEndpoint(
            AlertFeed feed,
            Measures measures,
            JsonMapper json,
            Clock clock,
            @Value("${equipoise.safety.heartbeat:15s}") Duration heartbeat) {
        this.feed = feed;
        this.measures = measures;
        this.json = json;
        this.clock = clock;
        this.heartbeat = heartbeat;
    }

    @GetMapping(path = "/api/safety/alerts/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<SseEmitter> stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId, Caller caller) {
        var last = feed.last();
        var from = from(lastEventId, last);
        if (connections.size() >= MOST_CONNECTIONS) {
            throw new Problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    Refusal.conflict("TOO_MANY_CONNECTIONS", "too many watch the alerts already; come again"));
        }
        var emitter = new SseEmitter(0L);
        var gone = new AtomicBoolean();
        emitter.onCompletion(() -> gone.set(true));
        var thread = Thread.ofVirtual().name("alert-stream").unstarted(() -> serve(emitter, gone, from, last, caller));
        connections.add(thread);
        thread.start();
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .body(emitter);
    }

    private static long from(@Nullable String lastEventId, long last) {
        if (lastEventId == null) {
            return 0;
        }
        if (!lastEventId.matches("[0-9]{1,18}") || Long.parseLong(lastEventId) > last) {
            throw Problem.badRequest(
                    "LAST_EVENT_ID_UNKNOWN", "Last-Event-ID is a number from this feed, 0 to " + last, "Last-Event-ID");
        }
        return Long.parseLong(lastEventId);
    }

    private void serve(SseEmitter emitter, AtomicBoolean gone, long from, long liveAfter, Caller caller) {
        try {
            emitter.send(SseEmitter.event().comment("alerts"));
            for (long at = from; running && !gone.get(); ) {
                var entries = feed.after(at, BATCH);
                for (var entry : entries) {
                    at = entry.number();
                    if (!caller.sees(String.valueOf(entry.data().get("site")))) {
                        continue;
                    }
                    send(emitter, entry);
                    if (at > liveAfter) {
                        measure(entry);
                    }
                }
                if (entries.isEmpty() && !feed.await(at, heartbeat)) {
                    emitter.send(SseEmitter.event().comment("heartbeat"));
                }
            }
            emitter.complete();
        } catch (IOException hungUp) {
            // the web server has noticed, too
        } catch (RuntimeException | InterruptedException stop) {
            emitter.complete(); // the reader comes again with its last id
        } finally {
            connections.remove(Thread.currentThread());
        }
    }

    private void send(SseEmitter emitter, FeedEntry entry) throws IOException {
        emitter.send(SseEmitter.event()
                .id(Long.toString(entry.number()))
                .name(entry.kind())
                .data(json.writeValueAsString(entry.data())));
    }

    private void measure(FeedEntry entry) {
        var raisedAt = entry.data().get("raisedAt");
        if (raisedAt != null) {
            measures.reached("SSE", Duration.between(Instant.parse(raisedAt.toString()), clock.instant()));
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Lets everyone go before the web server waits for them. */
    @Override
    public void stop() {
        running = false;
        connections.forEach(Thread::interrupt);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
