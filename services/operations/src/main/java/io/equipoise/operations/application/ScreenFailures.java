package io.equipoise.operations.application;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Why screenings failed: by rule and the version of the definition that asked it, with the people behind each count. */
public record ScreenFailures(
        int failures, long screened, List<OfRule> rules, Count otherwise, List<OfSite> otherwiseBySite) {

    static final String OTHERWISE = "For a reason outside the rules";

    /** One rule as one version asked it, and where. */
    public record OfRule(String rule, String text, @Nullable Integer version, Count count, List<OfSite> sites) {}

    /** How many of them at one site. */
    public record OfSite(String site, long count) {}

    private record Key(String rule, @Nullable Integer version) {
        String id() {
            return "failed-" + rule + (version == null ? "" : "-" + version);
        }
    }

    public static ScreenFailures of(Trial trial) {
        var order = Comparator.comparing(Key::rule)
                .thenComparing(Key::version, Comparator.nullsFirst(Comparator.naturalOrder()));
        Map<Key, List<Row>> perRule = new TreeMap<>(order);
        var otherwise = new ArrayList<Row>();
        int failures = 0;
        for (Person person : trial.people()) {
            var failure = person.enrolment().failure();
            if (failure == null) {
                continue;
            }
            failures++;
            var row = new Row(person.subject(), "on " + failure.on());
            failure.rules()
                    .forEach(
                            rule -> perRule.computeIfAbsent(new Key(rule, failure.version()), each -> new ArrayList<>())
                                    .add(row));
            if (failure.rules().isEmpty()) {
                otherwise.add(row);
            }
        }
        return new ScreenFailures(
                failures,
                trial.people().size(),
                perRule.entrySet().stream()
                        .map(each -> ofRule(trial, each.getKey(), each.getValue()))
                        .sorted(Comparator.comparingInt(
                                        (OfRule rule) -> rule.count().n())
                                .reversed())
                        .toList(),
                new Count("failed-otherwise", OTHERWISE, otherwise),
                bySite(trial, otherwise));
    }

    private static OfRule ofRule(Trial trial, Key key, List<Row> rows) {
        var text = trial.study().ruleText(key.rule());
        return new OfRule(key.rule(), text, key.version(), new Count(key.id(), text, rows), bySite(trial, rows));
    }

    private static List<OfSite> bySite(Trial trial, List<Row> rows) {
        var sites = new TreeMap<String, Long>();
        rows.forEach(row -> sites.merge(siteOf(trial, row.subject()), 1L, Long::sum));
        return sites.entrySet().stream()
                .map(each -> new OfSite(each.getKey(), each.getValue()))
                .toList();
    }

    private static String siteOf(Trial trial, String subject) {
        return trial.people().stream()
                .filter(person -> person.subject().equals(subject))
                .map(Person::site)
                .findFirst()
                .orElse("");
    }

    /** A bar's length of 200, the longest being the rule that failed most. */
    public long width(Count count) {
        int most = rules.stream().mapToInt(rule -> rule.count().n()).max().orElse(1);
        return Math.round(200.0 * count.n() / Math.max(Math.max(1, most), otherwise.n()));
    }
}
