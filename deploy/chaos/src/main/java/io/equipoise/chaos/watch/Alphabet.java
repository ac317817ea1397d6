package io.equipoise.chaos.watch;

import io.equipoise.chaos.evidence.Pushed;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Reads what thousands get alike only once. */
final class Alphabet {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Read> known = new ConcurrentHashMap<>();

    record Read(Pushed what, long raised) {}

    Read read(long number, String kind, String data) {
        return known.computeIfAbsent(number + " " + kind + " " + data, text -> {
            var tree = JSON.readTree(data);
            var raised = tree.path("raisedAt").asString("");
            var what = new Pushed(
                    number,
                    kind,
                    tree.path("alert").asString(""),
                    tree.path("event").asString(""));
            return new Read(what, raised.isEmpty() ? 0 : micros(Instant.parse(raised)));
        });
    }

    static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }
}
