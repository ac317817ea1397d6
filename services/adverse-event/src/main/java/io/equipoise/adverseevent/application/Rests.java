package io.equipoise.adverseevent.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Alerts that need no look for a while, so that thousands that wait are not read every second. */
final class Rests {
    /** So late at most is noticed what nobody told of. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Map<String, Instant> until = new ConcurrentHashMap<>();

    boolean rests(String alert, Instant now) {
        var end = until.get(alert);
        return end != null && end.isAfter(now);
    }

    void rest(String alert, Instant now) {
        until.put(alert, now.plus(LONGEST));
    }

    /** Not beyond the moment at which it is due. */
    void rest(String alert, Instant now, Instant due) {
        var longest = now.plus(LONGEST);
        until.put(alert, due.isBefore(longest) ? due : longest);
    }

    /** All others are forgotten. */
    void keep(Collection<String> waiting) {
        until.keySet().retainAll(Set.copyOf(waiting));
    }

    void clear() {
        until.clear();
    }
}
