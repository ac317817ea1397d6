package io.equipoise.chaos.trial;

import io.equipoise.chaos.check.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one test of the catalogue found: its figures, and what speaks against it. Without a finding it held. */
public final class Verdict {
    private static final int SHOWN = 12;

    private final String test;
    private final String title;
    private final Map<String, String> figures = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    public Verdict(String test, String title) {
        this.test = test;
        this.title = title;
    }

    public Verdict figure(String name, Object value) {
        figures.put(name, String.valueOf(value));
        return this;
    }

    public void found(Iterable<Finding> more) {
        more.forEach(findings::add);
    }

    public void found(String check, String what) {
        findings.add(new Finding(check, what));
    }

    /** Found, unless it holds. */
    public void must(boolean holds, String check, String what) {
        if (!holds) {
            found(check, what);
        }
    }

    public boolean held() {
        return findings.isEmpty();
    }

    public String test() {
        return test;
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** No failure in n tries bounds the rate of failures below 3/n, at 95 %. */
    public void bound(int tries) {
        if (held() && tries > 0) {
            figure("bound", "0 failures in %d kills: below %.1f %% a kill, at 95 %%".formatted(tries, 300.0 / tries));
        }
    }

    public String text() {
        var text = new StringBuilder("%s  test %s, %s%n".formatted(held() ? "HELD  " : "FAILED", test, title));
        figures.forEach((name, value) -> text.append("          %s: %s%n".formatted(name, value)));
        findings.stream().limit(SHOWN).forEach(f -> text.append("        ✗ %s%n".formatted(f)));
        if (findings.size() > SHOWN) {
            text.append("        ✗ and %d more%n".formatted(findings.size() - SHOWN));
        }
        return text.toString();
    }

    /** One line of the table. */
    public String row() {
        var said = new StringBuilder();
        figures.forEach((name, value) -> said.append(said.isEmpty() ? "" : "; ").append(name + ": " + value));
        findings.stream().limit(3).forEach(f -> said.append("; ✗ ").append(f));
        return "| %s | %s | %s | %s |".formatted(test, title, held() ? "HELD" : "FAILED", said);
    }
}
