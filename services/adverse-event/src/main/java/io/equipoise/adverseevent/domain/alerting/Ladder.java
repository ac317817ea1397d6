package io.equipoise.adverseevent.domain.alerting;

import io.equipoise.platform.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who is told of an alert, and who next while nobody acknowledges it. */
public record Ladder(List<Rung> rungs) {
    private static final int MOST = 20;
    private static final Duration LONGEST = Duration.ofDays(7);

    public Ladder {
        rungs = List.copyOf(rungs);
    }

    /** Why nobody can go by this. */
    public Optional<Refusal> broken(Set<String> reachable) {
        if (rungs.isEmpty() || rungs.size() > MOST) {
            return invalid("LADDER_EMPTY", "a ladder has 1 to 20 steps", "/steps");
        }
        if (!rungs.getFirst().after().isZero()) {
            return invalid("LADDER_STARTS_LATE", "the first step is at once: PT0S", "/steps/0/after");
        }
        for (int i = 0; i < rungs.size(); i++) {
            var no = broken(i, reachable);
            if (no.isPresent()) {
                return no;
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> broken(int i, Set<String> reachable) {
        var rung = rungs.get(i);
        var at = "/steps/" + i;
        if (rung.tell().isEmpty()) {
            return invalid("STEP_TELLS_NOBODY", "each step tells somebody", at + "/tell");
        }
        boolean tooEarly = i > 0 && rung.after().compareTo(rungs.get(i - 1).after()) <= 0;
        if (tooEarly || rung.after().compareTo(LONGEST) > 0) {
            return invalid(
                    "LADDER_NOT_ASCENDING",
                    "each step comes later than the one before, and within seven days",
                    at + "/after");
        }
        return rung.tell().stream()
                .filter(each -> rung.names(each) && !reachable.contains(each))
                .findFirst()
                .map(stranger -> Rota.unreachable(stranger, at + "/tell"));
    }

    private static Optional<Refusal> invalid(String code, String detail, String pointer) {
        return Optional.of(Refusal.invalid(code, detail, pointer));
    }
}
