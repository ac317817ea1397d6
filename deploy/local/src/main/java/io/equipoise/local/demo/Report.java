package io.equipoise.local.demo;

import io.equipoise.local.client.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The table at the end: what was asked, how often it was accepted, refused and why, and whether that is as it should be. */
public final class Report {
    private static final int WIDTH = 46;

    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    private static final class Line {
        private int asked;
        private int accepted;
        private final Map<String, Integer> refused = new TreeMap<>();
        private final List<String> wrong = new ArrayList<>();
    }

    /** What should be accepted. */
    Answer accepted(String what, Answer answer) {
        count(what, answer, answer.accepted(), "accepted");
        return answer;
    }

    /** What should be refused for this reason; a reason may stand in the detail, where the code alone does not say it. */
    Answer refused(String what, Answer answer, String reason) {
        var said = answer.status() >= 400
                && answer.status() < 500
                && (answer.code().equals(reason) || answer.text().contains(reason));
        count(what, answer, said, "refused with " + reason);
        return answer;
    }

    /** What should hold. */
    void holds(String what, boolean does, String otherwise) {
        var line = line(what);
        line.asked++;
        if (does) {
            line.accepted++;
        } else {
            line.wrong.add(otherwise);
        }
    }

    /** Something to know, neither right nor wrong. */
    void note(String text) {
        notes.add(text);
    }

    public boolean allRight() {
        return lines.values().stream().allMatch(line -> line.wrong.isEmpty());
    }

    public String table() {
        var table = new StringBuilder(String.format(
                "%n  %-" + WIDTH + "s %6s %9s %8s   %s%n", "what was asked", "asked", "accepted", "refused", "why"));
        lines.forEach((what, line) -> {
            int refused =
                    line.refused.values().stream().mapToInt(Integer::intValue).sum();
            table.append(String.format(
                    "%s %-" + WIDTH + "s %6d %9d %8d   %s%n",
                    line.wrong.isEmpty() ? "✓" : "✗",
                    what,
                    line.asked,
                    line.accepted,
                    refused,
                    reasons(line)));
            line.wrong.stream()
                    .limit(3)
                    .forEach(wrong -> table.append("      not as it should be: ")
                            .append(wrong)
                            .append('\n'));
        });
        notes.forEach(note -> table.append("  · ").append(note).append('\n'));
        return table.toString();
    }

    private static String reasons(Line line) {
        return String.join(
                ", ",
                line.refused.entrySet().stream()
                        .map(e -> e.getValue() == 1 ? e.getKey() : e.getKey() + " ×" + e.getValue())
                        .toList());
    }

    private void count(String what, Answer answer, boolean right, String expected) {
        var line = line(what);
        line.asked++;
        if (answer.accepted()) {
            line.accepted++;
        } else {
            line.refused.merge(answer.code().isEmpty() ? "HTTP " + answer.status() : answer.code(), 1, Integer::sum);
        }
        if (!right) {
            line.wrong.add("expected " + expected + ", was " + answer.status() + " " + shortened(answer.text()));
        }
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }

    private Line line(String what) {
        return lines.computeIfAbsent(what, new_ -> new Line());
    }
}
