package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.Target;
import java.util.List;

/**
 * Who is told.
 *
 * @param alert of every alert, at once
 * @param ladder of what nobody acknowledges: one rung a step
 */
public record Recipients(List<Target> alert, List<Target> ladder) {
    public Recipients {
        alert = List.copyOf(alert);
        ladder = List.copyOf(ladder);
    }

    /** Even where nobody is named, the first step is taken, so that it stands in the record. */
    public int steps() {
        return Math.max(1, ladder.size());
    }

    public List<Target> rung(int step) {
        return step <= ladder.size() ? List.of(ladder.get(step - 1)) : List.of();
    }
}
