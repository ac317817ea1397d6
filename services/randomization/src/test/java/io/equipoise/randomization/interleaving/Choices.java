package io.equipoise.randomization.interleaving;

import java.util.ArrayList;
import java.util.List;

/** A way through a tree of choices; after it, the next way that was not gone yet, depth first. */
final class Choices {
    private record Fork(int taken, int of) {}

    private final List<Fork> way = new ArrayList<>();
    private int depth;

    /** One of so many, by number from 0. */
    int among(int options) {
        if (depth == way.size()) {
            way.add(new Fork(0, options));
        }
        var fork = way.get(depth++);
        if (fork.of() != options) {
            throw new IllegalStateException("the same way leads to another place: the program is not deterministic");
        }
        return fork.taken();
    }

    /** Whether there is a way that was not gone yet. */
    boolean next() {
        while (!way.isEmpty()) {
            var last = way.removeLast();
            if (last.taken() + 1 < last.of()) {
                way.add(new Fork(last.taken() + 1, last.of()));
                depth = 0;
                return true;
            }
        }
        return false;
    }
}
