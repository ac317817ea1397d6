package io.equipoise.chaos.evidence;

import java.util.List;

/**
 * What one service says of itself through its audit doors.
 *
 * @param unequal read models that are not what a fresh replay gives
 * @param parked messages that wait
 * @param deadLetters that nobody could read
 * @param problems of the seals, empty where they are intact
 */
public record Looked(
        String service, List<String> unequal, List<String> parked, List<String> deadLetters, List<String> problems) {
    public Looked {
        unequal = List.copyOf(unequal);
        parked = List.copyOf(parked);
        deadLetters = List.copyOf(deadLetters);
        problems = List.copyOf(problems);
    }

    Looked without(String ours) {
        return new Looked(service, unequal, without(parked, ours), without(deadLetters, ours), problems);
    }

    private static List<String> without(List<String> all, String ours) {
        return all.stream().filter(one -> !one.contains(ours)).toList();
    }
}
