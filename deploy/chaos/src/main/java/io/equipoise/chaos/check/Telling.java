package io.equipoise.chaos.check;

import io.equipoise.chaos.evidence.Commit;
import io.equipoise.chaos.evidence.Evidence;
import io.equipoise.chaos.evidence.Told;
import io.equipoise.chaos.evidence.Topology;
import io.equipoise.chaos.ledger.Account;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The topics against the journals: every commit is told, in order, and nothing else is. */
public final class Telling {
    private Telling() {}

    private static final String TOLD = "every commit is told";
    private static final String ORDER = "told in order";

    static List<Finding> everyCommitIsTold(List<Account> book, Evidence evidence) {
        var told = firsts(evidence);
        var findings = new ArrayList<Finding>();
        for (var commit : evidence.journal()) {
            for (var topic : Topology.topics(commit.service(), commit.stream())) {
                var parts =
                        told
                                .getOrDefault(topic + "|" + commit.service() + "|" + commit.stream(), List.<Told>of())
                                .stream()
                                .filter(t -> t.version() == commit.version())
                                .toList();
                int due = parts.isEmpty() ? 1 : parts.getFirst().parts();
                if (parts.size() != due) {
                    findings.add(new Finding(
                            TOLD, commit.place() + " has " + parts.size() + " of " + due + " parts on " + topic));
                }
            }
        }
        return findings;
    }

    static List<Finding> nothingElseIsTold(List<Account> book, Evidence evidence) {
        Set<String> due = new HashSet<>();
        for (var commit : evidence.journal()) {
            Topology.topics(commit.service(), commit.stream()).forEach(topic -> due.add(place(topic, commit)));
        }
        return evidence.told().stream()
                .filter(t -> !due.contains(t.key() + "|" + t.version()))
                .map(t -> new Finding("nothing else is told", t.place() + " (" + t.type() + ") is in no journal"))
                .toList();
    }

    private static String place(String topic, Commit commit) {
        return topic + "|" + commit.service() + "|" + commit.stream() + "|" + commit.version();
    }

    /** Per stream and topic: one partition, and after dropping repeats each message is the next one. */
    static List<Finding> toldInOrder(List<Account> book, Evidence evidence) {
        var findings = new ArrayList<Finding>();
        firsts(evidence).forEach((key, firsts) -> {
            if (firsts.stream().map(Told::partition).distinct().count() > 1) {
                findings.add(new Finding(ORDER, key + " is on several partitions"));
            }
            long version = 0;
            int part = 1;
            int parts = 1;
            for (var t : firsts) {
                boolean next = part < parts
                        ? t.version() == version && t.part() == part + 1
                        : t.version() == version + 1 && t.part() == 1;
                if (!next) {
                    findings.add(new Finding(ORDER, t.place() + " comes after version " + version + " part " + part));
                }
                version = t.version();
                part = t.part();
                parts = t.parts();
            }
        });
        return findings;
    }

    /** Where arms are told they are sealed anew each time, so there only the type can be compared. */
    static List<Finding> repeatsAreTheSame(List<Account> book, Evidence evidence) {
        var contents = new HashMap<String, String>();
        var findings = new ArrayList<Finding>();
        for (var t : evidence.told()) {
            var content = t.topic().equals("allocation") ? t.type() : t.type() + t.content();
            var before = contents.putIfAbsent(id(t), content);
            if (before != null && !before.equals(content)) {
                findings.add(new Finding("repeats are the same", t.place() + " was told again with another content"));
            }
        }
        return findings;
    }

    /** Messages that were told more than once, each time but the first: what consumers had to drop. */
    public static long repeats(Evidence evidence) {
        return evidence.told().size()
                - evidence.told().stream().map(Telling::id).distinct().count();
    }

    private static String id(Told t) {
        return t.key() + "|" + t.version() + "|" + t.part();
    }

    private static Map<String, List<Told>> firsts(Evidence evidence) {
        var seen = new HashSet<String>();
        var firsts = new LinkedHashMap<String, List<Told>>();
        evidence.told().stream()
                .sorted(Comparator.comparing(Told::topic)
                        .thenComparingInt(Told::partition)
                        .thenComparingLong(Told::offset))
                .filter(t -> seen.add(id(t)))
                .forEach(t -> firsts.computeIfAbsent(t.key(), key -> new ArrayList<>())
                        .add(t));
        return firsts;
    }
}
