package io.equipoise.enrolment.application;

import io.equipoise.enrolment.application.SubjectList.Failure;
import io.equipoise.enrolment.domain.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Why screenings failed, counted: per rule and version of the definition that asked it, and per site. */
public final class ScreenFailures {
    private final People people;
    private final SubjectList list;

    public ScreenFailures(People people, SubjectList list) {
        this.people = people;
        this.list = list;
    }

    /**
     * The failures of some sites. One person may have failed on several rules, so the counts need not add up.
     *
     * @param forOtherReasons on no rule at all
     */
    public record Tally(int failures, int forOtherReasons, List<OfRule> rules) {}

    public record OfRule(
            String rule, @Nullable String text, @Nullable Integer definitionVersion, int count, List<OfSite> sites) {}

    public record OfSite(String site, int count) {}

    private record Key(String rule, @Nullable Integer version) {}

    public Tally of(String study, Predicate<String> sites) {
        var failures = list.failures(study).stream()
                .filter(failure -> sites.test(failure.site()))
                .toList();
        var order = Comparator.comparing(Key::rule)
                .thenComparing(Key::version, Comparator.nullsFirst(Comparator.naturalOrder()));
        var perRule = new TreeMap<Key, TreeMap<String, Integer>>(order);
        for (var failure : failures) {
            for (var rule : failure.rules()) {
                perRule.computeIfAbsent(new Key(rule, failure.version()), key -> new TreeMap<>())
                        .merge(failure.site(), 1, Integer::sum);
            }
        }
        var other = (int)
                failures.stream().map(Failure::rules).filter(List::isEmpty).count();
        return new Tally(
                failures.size(),
                other,
                perRule.entrySet().stream()
                        .map(entry -> ofRule(study, entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparingInt(OfRule::count).reversed())
                        .toList());
    }

    private OfRule ofRule(String study, Key key, Map<String, Integer> counts) {
        var sites = counts.entrySet().stream()
                .map(entry -> new OfSite(entry.getKey(), entry.getValue()))
                .toList();
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new OfRule(key.rule(), text(study, key), key.version(), all, sites);
    }

    private @Nullable String text(String study, Key key) {
        var version = key.version();
        return version == null
                ? null
                : people.protocol(study, version).stream()
                        .flatMap(protocol -> protocol.rules().stream())
                        .filter(rule -> rule.rule().equals(key.rule()))
                        .map(Rule::text)
                        .findFirst()
                        .orElse(null);
    }
}
