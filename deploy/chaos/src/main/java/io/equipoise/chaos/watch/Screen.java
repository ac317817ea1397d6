package io.equipoise.chaos.watch;

import java.util.List;

/**
 * All that one officer saw, in order.
 *
 * @param after what the officer had before
 * @param lines how many connections it took
 */
public record Screen(String officer, long after, List<Shown> shown, int lines) {
    public Screen {
        shown = List.copyOf(shown);
    }
}
