package io.equipoise.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** One open page: knows which parts it has and is sent those that differ. */
final class LiveLine<R> {
    private final R reader;
    private final SseEmitter emitter;
    private final JsonMapper json;
    private final Map<String, String> sent = new HashMap<>();
    private final ReentrantLock sending = new ReentrantLock();

    LiveLine(R reader, SseEmitter emitter, JsonMapper json) {
        this.reader = reader;
        this.emitter = emitter;
        this.json = json;
    }

    R reader() {
        return reader;
    }

    /** Before any other: the request's own thread sends the headers, which two threads that send them would spoil. */
    void open() {
        try {
            emitter.send(SseEmitter.event().comment("open"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends what differs, then the heartbeat; false once nobody listens any more. A reader too slow for the last sending
     * is left out this time: what differs is still known the next time.
     */
    boolean send(List<Part> parts) {
        if (!sending.tryLock()) {
            return true;
        }
        try {
            for (Part part : parts) {
                if (!part.digest().equals(sent.get(part.id()))) {
                    emitter.send(
                            SseEmitter.event().name("part").data(json.writeValueAsString(part), MediaType.TEXT_PLAIN));
                    sent.put(part.id(), part.digest());
                }
            }
            return say("beat");
        } catch (IOException | IllegalStateException gone) {
            return false; // the container ends what nobody listens to
        } finally {
            sending.unlock();
        }
    }

    /** Tells the page to open its line again, or that what it shows is gone; then ends. */
    void end(String word) {
        if (say(word)) {
            emitter.complete();
        }
    }

    private boolean say(String word) {
        try {
            emitter.send(SseEmitter.event().name(word).data(word, MediaType.TEXT_PLAIN));
            return true;
        } catch (IOException | IllegalStateException gone) {
            return false; // the container ends what nobody listens to
        }
    }
}
