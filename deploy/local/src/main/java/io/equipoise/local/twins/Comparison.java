package io.equipoise.local.twins;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What one run showed and the other did not, channel by channel. */
public record Comparison(Map<String, List<String>> one, Map<String, List<String>> other) {
    private static final int EXAMPLES = 3;
    private static final int WIDTH = 400;

    /** Two files that {@link Twins} wrote; exits non-zero where they differ. */
    public static void main(String[] files) {
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        var comparison = new Comparison(Seen.read(Path.of(files[0])), Seen.read(Path.of(files[1])));
        System.out.println("What blinded people saw of both runs:");
        comparison.channels().forEach(channel -> System.out.println(channel.text()));
        System.out.println(
                comparison.equal()
                        ? "Nobody who is blinded can tell one run from the other."
                        : "The runs can be told apart: see ✗ above.");
        System.exit(comparison.equal() ? 0 : 1);
    }

    /** One channel. */
    record Channel(String name, int lines, List<String> onlyOne, List<String> onlyOther) {
        boolean equal() {
            return onlyOne.isEmpty() && onlyOther.isEmpty();
        }

        String text() {
            var text = new StringBuilder("%s %-28s %,7d lines".formatted(equal() ? "✓" : "✗", name, lines));
            if (!equal()) {
                text.append(", %d only in one, %d only in the other".formatted(onlyOne.size(), onlyOther.size()));
                onlyOne.stream()
                        .limit(EXAMPLES)
                        .forEach(line -> text.append("\n      A ").append(cut(line)));
                onlyOther.stream()
                        .limit(EXAMPLES)
                        .forEach(line -> text.append("\n      B ").append(cut(line)));
            }
            return text.toString();
        }

        private static String cut(String line) {
            return line.length() <= WIDTH ? line : line.substring(0, WIDTH) + "…";
        }
    }

    /** Every channel that either run has. A run that showed nothing at all is no proof. */
    List<Channel> channels() {
        var names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        return names.stream().map(this::channel).toList();
    }

    boolean equal() {
        return !one.isEmpty() && channels().stream().allMatch(Channel::equal);
    }

    private Channel channel(String name) {
        var mine = one.getOrDefault(name, List.of());
        var theirs = other.getOrDefault(name, List.of());
        return new Channel(name, mine.size(), without(mine, theirs), without(theirs, mine));
    }

    /** As often as it is there more often. */
    private static List<String> without(List<String> lines, List<String> others) {
        var left = new HashMap<String, Integer>();
        others.forEach(line -> left.merge(line, 1, Integer::sum));
        return lines.stream()
                .filter(line -> left.merge(line, -1, Integer::sum) < 0)
                .toList();
    }
}
