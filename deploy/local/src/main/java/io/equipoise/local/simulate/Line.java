package io.equipoise.local.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of one study: how it stood as registered, what was assumed, and what was done with how many people. */
public final class Line {
    private final String study;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private String asRegistered = "";
    private String end = "";

    Line(String study) {
        this.study = study;
    }

    String study() {
        return study;
    }

    void asRegistered(String what) {
        asRegistered = what;
    }

    void ended(String how) {
        end = how;
    }

    void count(String what) {
        count(what, 1);
    }

    void count(String what, int more) {
        counts.merge(what, more, Integer::sum);
    }

    int counted(String what) {
        return counts.getOrDefault(what, 0);
    }

    /** A refusal that the protocol asks for. */
    void refused(String code) {
        refusals.merge(code, 1, Integer::sum);
    }

    void holds(boolean does, String otherwise) {
        if (!does) {
            wrong.add(otherwise.length() > 400 ? otherwise.substring(0, 400) + "…" : otherwise);
        }
    }

    public boolean right() {
        return wrong.isEmpty();
    }

    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    static String heading() {
        return String.format(
                "  %-16s %-34s %7s %8s %8s %6s %6s   %s",
                "study", "as registered", "assumed", "screened", "enrolled", "doses", "events", "then");
    }

    public String text() {
        var why = refusals.isEmpty() ? end : end + (end.isEmpty() ? "" : "; ") + "refused: " + refusals;
        return String.format(
                "%s %-16s %-34s %7d %8d %8d %6d %6d   %s",
                right() ? "✓" : "✗",
                study,
                asRegistered,
                counted("assumed"),
                counted("screened"),
                counted("enrolled"),
                counted("doses"),
                counted("events"),
                why);
    }
}
