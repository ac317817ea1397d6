package io.equipoise.local.twins;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What blinded people could see of one run, channel by channel, each line written plainly. */
final class Seen {
    private static final JsonMapper JSON = new JsonMapper();

    private final Plain plain;
    private final Map<String, List<String>> channels = new TreeMap<>();

    Seen(Plain plain) {
        this.plain = plain;
    }

    /** @param where whose answer, or of which kind; before what was said there */
    void add(String channel, String where, String said) {
        channels.computeIfAbsent(channel, name -> new ArrayList<>())
                .add((plain.of(where) + " " + plain.body(said)).strip());
    }

    /** Sorted: the order in which answers and topics come is chance where nobody waits for one to ask the next. */
    Map<String, List<String>> channels() {
        var sorted = new TreeMap<String, List<String>>();
        channels.forEach(
                (name, lines) -> sorted.put(name, lines.stream().sorted().toList()));
        return sorted;
    }

    void write(Path file) {
        JSON.writeValue(file, channels());
    }

    static Map<String, List<String>> read(Path file) {
        return JSON.readValue(file, new TypeReference<>() {});
    }
}
