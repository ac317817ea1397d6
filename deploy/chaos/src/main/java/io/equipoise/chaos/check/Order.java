package io.equipoise.chaos.check;

import io.equipoise.chaos.evidence.Commit;
import io.equipoise.chaos.evidence.Evidence;
import io.equipoise.chaos.ledger.Account;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The journals in themselves: whole commits, positions and versions without gaps. */
final class Order {
    private Order() {}

    static List<Finding> positionsAreGapless(List<Account> book, Evidence evidence) {
        return gapless("positions are gapless", evidence, c -> c.service() + " lane " + c.lane(), Commit::position);
    }

    static List<Finding> versionsAreConsecutive(List<Account> book, Evidence evidence) {
        return gapless(
                "versions are consecutive",
                new Evidence(
                        evidence.journal().stream().filter(c -> !c.closesAGap()).toList(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                c -> c.service() + " " + c.stream(),
                Commit::version);
    }

    private static List<Finding> gapless(
            String check, Evidence evidence, Function<Commit, String> line, ToLongFunction<Commit> number) {
        var lines = new TreeMap<String, List<Commit>>();
        evidence.journal()
                .forEach(c -> lines.computeIfAbsent(line.apply(c), l -> new ArrayList<>())
                        .add(c));
        var findings = new ArrayList<Finding>();
        lines.forEach((name, commits) -> {
            commits.sort(Comparator.comparingLong(number));
            long expected = 1;
            for (var commit : commits) {
                long found = number.applyAsLong(commit);
                if (found != expected) {
                    findings.add(new Finding(check, name + " has " + found + " where " + expected + " is due"));
                    expected = found;
                }
                expected++;
            }
        });
        return findings;
    }

    static List<Finding> commitsAreWhole(List<Account> book, Evidence evidence) {
        return evidence.journal().stream()
                .filter(c -> !c.closesAGap() && !whole(c))
                .map(c -> new Finding("commits are whole", c.place() + " lacks a part: " + c))
                .toList();
    }

    private static boolean whole(Commit c) {
        return !c.id().isEmpty()
                && !c.stream().isEmpty()
                && !c.actor().isEmpty()
                && c.version() > 0
                && c.position() > 0
                && c.lane() >= 0
                && !c.facts().isEmpty()
                && c.facts().stream()
                        .noneMatch(f -> f.type().isEmpty() || f.data().isEmpty());
    }
}
