package io.equipoise.adverseevent.adapter.rest;

import io.equipoise.adverseevent.application.FeedEntry;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import tools.jackson.databind.json.JsonMapper;

/** Entries of the feed as server-sent events: written once, and the same bytes go to all who are up to date. */
final class Frames {
    private static final int KEPT = 1_024;

    private final JsonMapper json;
    private final AtomicReferenceArray<Frame> kept = new AtomicReferenceArray<>(KEPT);

    private static final class Frame {
        private final long number;
        private final byte[] bytes;

        Frame(long number, byte[] bytes) {
            this.number = number;
            this.bytes = bytes;
        }
    }

    Frames(JsonMapper json) {
        this.json = json;
    }

    static byte[] comment(String text) {
        return (":" + text + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    byte[] of(List<FeedEntry> entries) {
        if (entries.size() == 1) {
            return of(entries.getFirst());
        }
        var all = new ByteArrayOutputStream();
        entries.forEach(entry -> all.writeBytes(of(entry)));
        return all.toByteArray();
    }

    private byte[] of(FeedEntry entry) {
        int place = (int) (entry.number() % KEPT);
        var known = kept.get(place);
        if (known != null && known.number == entry.number()) {
            return known.bytes;
        }
        var text = "id:" + entry.number() + "\nevent:" + entry.kind() + "\ndata:"
                + json.writeValueAsString(entry.data()) + "\n\n";
        var frame = new Frame(entry.number(), text.getBytes(StandardCharsets.UTF_8));
        if (known == null || known.number < frame.number) {
            kept.set(place, frame);
        }
        return frame.bytes;
    }
}
