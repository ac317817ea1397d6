package io.equipoise.adverseevent.adapter.rest;

import static io.equipoise.platform.web.Role.SAFETY_OFFICER;

import io.equipoise.adverseevent.application.AlertFeed;
import io.equipoise.adverseevent.application.FeedEntry;
import io.equipoise.adverseevent.application.Measures;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Alerts as server-sent events. Every connection fetches from the shared feed at its own pace on a virtual thread of its
 * own, so nothing is queued for a reader beyond the connection's buffer and a slow one holds up nobody: one that takes
 * nothing for the server's write time-out is cut off and goes on later from its last id. Without an id the feed starts at
 * number 1.
 */
@RestController
class AlertStreamEndpoint implements SmartLifecycle, MeterBinder {
    private static final Logger LOG = LoggerFactory.getLogger(AlertStreamEndpoint.class);
    private static final int BATCH = 100;
    private static final byte[] HELLO = Frames.comment("alerts");
    private static final byte[] HEARTBEAT = Frames.comment("heartbeat");

    private final AlertFeed feed;
    private final Measures measures;
    private final Frames frames;
    private final Clock clock;
    private final StreamLimits limits;
    private final Semaphore free;
    private final Set<Thread> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    AlertStreamEndpoint(AlertFeed feed, Measures measures, JsonMapper json, Clock clock, StreamLimits limits) {
        this.feed = feed;
        this.measures = measures;
        this.frames = new Frames(json);
        this.clock = clock;
        this.limits = limits;
        this.free = new Semaphore(limits.streams());
    }

    @GetMapping(path = "/api/safety/alerts/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Allowed(SAFETY_OFFICER)
    ResponseEntity<ResponseBodyEmitter> stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId, Caller caller)
            throws IOException {
        var last = feed.last();
        var from = from(lastEventId);
        if (!free.tryAcquire()) {
            throw new Problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    Refusal.conflict("TOO_MANY_CONNECTIONS", "too many watch the alerts already; come again"));
        }
        var emitter = new ResponseBodyEmitter(0L);
        // the request's own thread sends this and with it the headers; two threads that send them spoil them
        emitter.send(HELLO, MediaType.APPLICATION_OCTET_STREAM);
        var gone = new AtomicBoolean();
        emitter.onCompletion(() -> gone.set(true));
        var thread = Thread.ofVirtual().name("alert-stream").unstarted(() -> serve(emitter, gone, from, last, caller));
        connections.add(thread);
        thread.start();
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .body(emitter);
    }

    private long from(@Nullable String lastEventId) {
        if (lastEventId == null) {
            return 0;
        }
        if (!lastEventId.matches("[0-9]{1,18}") || !feed.gave(Long.parseLong(lastEventId))) {
            throw Problem.badRequest(
                    "LAST_EVENT_ID_UNKNOWN",
                    "Last-Event-ID is a number from this feed, 0 to " + feed.last(),
                    "Last-Event-ID");
        }
        return Long.parseLong(lastEventId);
    }

    private void serve(ResponseBodyEmitter emitter, AtomicBoolean gone, long from, long liveAfter, Caller caller) {
        try {
            for (long at = from; running && !gone.get(); ) {
                var entries = feed.after(at, BATCH);
                if (!entries.isEmpty()) {
                    tell(emitter, entries, liveAfter, caller);
                    at = entries.getLast().number();
                } else if (!feed.await(at, limits.heartbeat())) {
                    emitter.send(HEARTBEAT, MediaType.APPLICATION_OCTET_STREAM);
                }
            }
            emitter.complete();
        } catch (IOException hungUp) {
            // the web server has noticed, too
        } catch (RuntimeException e) {
            LOG.debug("a reader is let go, and comes again with its last id: {}", e.toString());
            emitter.completeWithError(e);
        } catch (InterruptedException stop) {
            emitter.complete();
        } finally {
            connections.remove(Thread.currentThread());
            free.release();
        }
    }

    private void tell(ResponseBodyEmitter emitter, List<FeedEntry> entries, long liveAfter, Caller caller)
            throws IOException {
        var seen = entries.stream()
                .filter(entry -> caller.sees(String.valueOf(entry.data().get("site"))))
                .toList();
        if (!seen.isEmpty()) {
            emitter.send(frames.of(seen), MediaType.APPLICATION_OCTET_STREAM);
            seen.stream().filter(entry -> entry.number() > liveAfter).forEach(this::measure);
        }
    }

    private void measure(FeedEntry entry) {
        var raisedAt = entry.data().get("raisedAt");
        if (raisedAt != null) {
            measures.reached("SSE", Duration.between(Instant.parse(raisedAt.toString()), clock.instant()));
        }
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("equipoise.alert.streams", connections, Set::size)
                .description("connections that watch the alerts now")
                .register(meters);
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
