package io.equipoise.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of all that is told, without the weight of the schemas. */
public final class EventNames {
    private static final Set<String> TYPES = types();
    private static final Set<String> NAMES =
            TYPES.stream().map(EventNames::name).collect(Collectors.toUnmodifiableSet());

    private EventNames() {}

    /** A known event in a version that this build does not know: somebody who is newer told it. */
    public static boolean isOfAnotherVersion(String type) {
        return !TYPES.contains(type) && NAMES.contains(name(type));
    }

    private static String name(String type) {
        int dot = type.lastIndexOf(".v");
        return dot < 0 ? type : type.substring(0, dot);
    }

    private static Set<String> types() {
        try (var in = EventNames.class.getResourceAsStream("/events/index.txt")) {
            if (in == null) {
                throw new IllegalStateException("the index of events is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.substring(line.indexOf(' ') + 1).strip())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
