package io.equipoise.local.client;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the stack is.
 *
 * @param kafka the broker, if the topics may be looked at
 * @param logs the folder of the log files, if they may be looked at
 * @param metrics comma-separated addresses of the services' own ports, if they may be looked at
 */
public record Options(
        URI gateway,
        URI identity,
        URI mail,
        @Nullable String kafka,
        @Nullable String logs,
        @Nullable String metrics) {

    public static Options parse(String[] args) {
        var given = pairs(args);
        return new Options(
                URI.create(given.getOrDefault("--gateway", "http://localhost:8080")),
                URI.create(given.getOrDefault("--identity", "http://localhost:8090")),
                URI.create(given.getOrDefault("--mail", "http://localhost:8025")),
                given.get("--kafka"),
                given.get("--logs"),
                given.get("--metrics"));
    }

    /** Options by their names, each followed by its value. */
    public static Map<String, String> pairs(String... args) {
        var given = new HashMap<String, String>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            given.put(args[i], args[i + 1]);
        }
        return given;
    }
}
