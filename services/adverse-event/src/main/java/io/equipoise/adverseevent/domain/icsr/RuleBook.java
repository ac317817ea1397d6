package io.equipoise.adverseevent.domain.icsr;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Checks a report before it is sent, by the table of elements and by the receiver's rules. Nothing is repaired. */
public final class RuleBook {
    private final Elements elements;
    private final List<Rule> rules;

    private RuleBook(Elements elements, List<Rule> rules) {
        this.elements = elements;
        this.rules = List.copyOf(rules);
    }

    /** From the lines of the table of rules: id;for;element;with;right. */
    public static RuleBook of(Elements elements, List<String> lines) {
        return new RuleBook(
                elements,
                lines.stream()
                        .filter(line -> !line.startsWith("#") && !line.startsWith("id;") && !line.isBlank())
                        .map(line -> rule(line.split(";", -1)))
                        .toList());
    }

    private static Rule rule(String[] column) {
        var with =
                Stream.of(column[3].split(" ")).filter(word -> !word.isEmpty()).toList();
        var rule = new Rule(column[0], Rule.Scope.valueOf(column[1]), column[2], with, column[4]);
        if (rule.where() != Rule.Scope.NO && with.isEmpty() && !knows(rule.id())) {
            throw new IllegalStateException("no predicate decides rule " + rule.id());
        }
        return rule;
    }

    private static boolean knows(String id) {
        return CoreRules.ALL.containsKey(id) || IndRules.ALL.containsKey(id);
    }

    public List<Rule> rules() {
        return rules;
    }

    public Elements elements() {
        return elements;
    }

    /** Everything that stands in the way, the whole of it at once; rejections and warnings. */
    public List<Finding> findings(Icsr report, Sending sending) {
        var findings = new ArrayList<>(ElementRules.findings(elements, report, sending));
        for (var rule : rules) {
            if (rule.appliesTo(sending.profile())) {
                places(rule, report, sending).forEach(place -> findings.add(rule.at(place)));
            }
        }
        return List.copyOf(findings);
    }

    private Set<Place> places(Rule rule, Icsr report, Sending sending) {
        if (!rule.with().isEmpty()) {
            return needed(rule, report);
        }
        var core = CoreRules.ALL.get(rule.id());
        return core == null ? decided(rule, report, sending) : core.broken(report, sending);
    }

    private static Set<Place> decided(Rule rule, Icsr report, Sending sending) {
        var decides = IndRules.ALL.get(rule.id());
        return decides == null ? Set.of() : decides.broken(report, sending);
    }

    private static Set<Place> needed(Rule rule, Icsr report) {
        var broken = new LinkedHashSet<Place>();
        for (var other : rule.with()) {
            for (var place : report.places(other)) {
                var wanted = place.with(rule.element());
                if (report.value(wanted).isEmpty()) {
                    broken.add(wanted);
                }
            }
        }
        return broken;
    }
}
