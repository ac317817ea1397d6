package io.equipoise.chaos.check;

import io.equipoise.chaos.evidence.Commit;
import io.equipoise.chaos.evidence.Evidence;
import io.equipoise.chaos.evidence.Mails;
import io.equipoise.chaos.evidence.Pushed;
import io.equipoise.chaos.ledger.Account;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Each serious event has exactly one alert: in the journal, on the line, and in a mail at least once. */
public final class Alerts {
    private static final String ONE = "each serious event has one alert";

    private Alerts() {}

    static List<Finding> oneEach(List<Account> book, Evidence evidence) {
        var raised = count(evidence, "AlertRaised");
        var pushed = new HashMap<String, Integer>();
        evidence.pushed().stream()
                .filter(p -> p.kind().equals("alert"))
                .forEach(p -> pushed.merge(p.event(), 1, Integer::sum));
        var findings = new ArrayList<Finding>();
        var serious = serious(evidence);
        for (var event : serious) {
            must(findings, event, "raised", raised.getOrDefault(event, 0));
            must(findings, event, "pushed", pushed.getOrDefault(event, 0));
        }
        raised.keySet().stream()
                .filter(event -> !serious.contains(event))
                .forEach(event -> findings.add(new Finding(ONE, event + " is not serious and has an alert")));
        return findings;
    }

    private static void must(List<Finding> findings, String event, String what, int times) {
        if (times != 1) {
            findings.add(new Finding(ONE, event + " was " + what + " " + times + " times"));
        }
    }

    /** A mail may come twice, never not at all; the sink forgets, so only what it can still know is asked. */
    static List<Finding> eachIsMailed(List<Account> book, Evidence evidence) {
        var serious = serious(evidence);
        if (evidence.mails().size() >= Mails.KEPT) {
            return List.of();
        }
        var all = String.join("\n", evidence.mails());
        return serious.stream()
                .filter(event -> !all.contains(event))
                .map(event -> new Finding("each alert is mailed", "no mail about " + event))
                .toList();
    }

    static List<Finding> theLineHasNoGap(List<Account> book, Evidence evidence) {
        var findings = new ArrayList<Finding>();
        long expected = 1;
        for (var number : evidence.pushed().stream().map(Pushed::number).toList()) {
            if (number != expected) {
                findings.add(new Finding("the alert line has no gap", number + " came where " + expected + " is due"));
            }
            expected = number + 1;
        }
        return findings;
    }

    /** Serious as ICH E2A has it: at least one criterion. */
    public static Set<String> serious(Evidence evidence) {
        var events = new TreeSet<String>();
        for (var fact : facts(evidence)) {
            if (fact.type().startsWith("AdverseEvent")
                    && fact.data().get("event") instanceof String event
                    && fact.data().get("account") instanceof Map<?, ?> account
                    && account.get("criteria") instanceof List<?> criteria
                    && !criteria.isEmpty()) {
                events.add(event);
            }
        }
        return events;
    }

    private static Map<String, Integer> count(Evidence evidence, String type) {
        var count = new HashMap<String, Integer>();
        for (var fact : facts(evidence)) {
            if (fact.type().startsWith(type) && fact.data().get("event") instanceof String event) {
                count.merge(event, 1, Integer::sum);
            }
        }
        return count;
    }

    private static List<Commit.Fact> facts(Evidence evidence) {
        return evidence.journal().stream()
                .filter(c -> c.service().equals("adverse-event"))
                .flatMap(c -> c.facts().stream())
                .toList();
    }
}
