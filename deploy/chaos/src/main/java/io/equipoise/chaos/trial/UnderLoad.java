package io.equipoise.chaos.trial;

import io.equipoise.chaos.load.Load;
import java.util.List;

/** What the tests under load report alike. */
final class UnderLoad {
    private UnderLoad() {}

    static void report(Verdict verdict, Load load) {
        var tally = load.tally();
        verdict.figure("people", load.people())
                .figure("commands", tally.commands())
                .figure("acknowledged", tally.acknowledged())
                .figure("repeated on purpose", tally.repeats())
                .figure("other body under a used key", tally.changedBodies());
        tally.wrong().forEach(what -> verdict.found("repeats and reused keys", what));
        if (!tally.refused().isEmpty()) {
            verdict.found(
                    "every command is accepted in the end", tally.refused().toString());
        }
        load.failures().stream()
                .filter(why -> !why.matches("[0-9]+ .*"))
                .distinct()
                .forEach(why -> verdict.found("clients go on", why));
    }

    static void ways(Verdict verdict, List<Long> back) {
        if (back.isEmpty()) {
            return;
        }
        verdict.figure("way back p50 ms", back.get(back.size() / 2)).figure("way back max ms", back.getLast());
        verdict.must(back.getFirst() >= 0, "everything comes back", "a process was not well again in two minutes");
    }
}
