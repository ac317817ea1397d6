package io.equipoise.operations.adapter.rest;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/** One open page: knows which parts it has and is sent those that differ. */
final class LiveLine {
    private final String study;
    private final Set<String> sites;
    private final SseEmitter emitter;
    private final JsonMapper json;
    private final Map<String, String> sent = new HashMap<>();
    private final ReentrantLock sending = new ReentrantLock();

    LiveLine(String study, Set<String> sites, SseEmitter emitter, JsonMapper json) {
        this.study = study;
        this.sites = Set.copyOf(sites);
        this.emitter = emitter;
        this.json = json;
    }

    /** Whoever looks at the same study from the same sites sees the same. */
    record Reader(String study, Set<String> sites) {}

    Reader reader() {
        return new Reader(study, sites);
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
