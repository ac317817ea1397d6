package io.equipoise.local.simulate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the rules' text lets one guess about a fact of somebody who fits. Whether they fit, the rules themselves say. */
record Hints(List<String> rules) {
    private static final String NUMBER = "\\s*(>=|<=|>|<|==)\\s*(-?[0-9]+(?:\\.[0-9]+)?)";
    private static final Pattern CODE = Pattern.compile("[\"']([A-Z][A-Z0-9_]*)[\"']");

    /** Bounds, both inside what is allowed, where there are any. */
    record Bounds(Optional<BigDecimal> least, Optional<BigDecimal> most) {}

    Bounds years(String fact) {
        return bounds("completedYears\\(\\s*fact\\." + fact + "\\s*,[^)]*\\)" + NUMBER);
    }

    Bounds days(String fact) {
        return bounds("completedDays\\(\\s*fact\\." + fact + "\\s*,[^)]*\\)" + NUMBER);
    }

    Bounds number(String fact) {
        return bounds("fact\\." + fact + NUMBER);
    }

    /** The codes that a rule names for the fact, unless it names them to keep people out. */
    List<String> codes(String fact) {
        var named = new ArrayList<String>();
        for (var rule : rules) {
            var wanted = Pattern.compile(
                            "(!\\s*\\(?\\s*)?fact\\." + fact + "\\s*(?:in\\s*\\[([^\\]]*)\\]|==\\s*(\\S+))")
                    .matcher(rule);
            while (wanted.find()) {
                var list = wanted.group(2) == null ? wanted.group(3) : wanted.group(2);
                if (wanted.group(1) == null) {
                    CODE.matcher(list).results().forEach(code -> named.add(code.group(1)));
                }
            }
        }
        return named;
    }

    /** Whether some rule wants the answer yes. */
    boolean yes(String fact) {
        return rules.stream()
                .anyMatch(rule -> Pattern.compile("(?<![!\\w.])fact\\." + fact + "(?!\\w|\\s*(==|<|>|in\\b))")
                        .matcher(rule.replaceAll("!\\s*fact", "!fact"))
                        .find());
    }

    /** Whether some rule wants the event to lie shortly before. */
    boolean recent(String fact) {
        return rules.stream()
                .anyMatch(rule -> Pattern.compile("(?<!!)within\\w+Before\\(\\s*fact\\." + fact + "\\b")
                        .matcher(rule.replaceAll("!\\s*within", "!within"))
                        .find());
    }

    private Bounds bounds(String pattern) {
        Optional<BigDecimal> least = Optional.empty();
        Optional<BigDecimal> most = Optional.empty();
        for (var rule : rules) {
            var found = Pattern.compile(pattern).matcher(rule);
            while (found.find()) {
                var number = new BigDecimal(found.group(2));
                switch (found.group(1)) {
                    case ">=" -> least = Optional.of(number);
                    case ">" -> least = Optional.of(number.add(BigDecimal.ONE));
                    case "<=" -> most = Optional.of(number);
                    case "<" -> most = Optional.of(number.subtract(BigDecimal.ONE));
                    default -> {
                        least = Optional.of(number);
                        most = Optional.of(number);
                    }
                }
            }
        }
        return new Bounds(least, most);
    }
}
