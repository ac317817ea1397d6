package io.equipoise.chaos.check;

import io.equipoise.chaos.evidence.Commit;
import io.equipoise.chaos.evidence.Evidence;
import io.equipoise.chaos.ledger.Account;
import io.equipoise.chaos.ledger.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** The client's book against the journals: nothing acknowledged is lost, nothing refused is kept, nothing is doubled. */
final class Book {
    private Book() {}

    static List<Finding> acknowledgedIsKeptOnce(List<Account> book, Evidence evidence) {
        var kept = byId(evidence);
        var findings = new ArrayList<Finding>();
        for (var account : book) {
            int times = kept.getOrDefault(account.command().id(), List.of()).size();
            if (account.acknowledged() && times != 1) {
                findings.add(new Finding(
                        "acknowledged is kept once",
                        account.command() + " was acknowledged and is in the journals " + times + " times"));
            }
        }
        return findings;
    }

    static List<Finding> refusedIsNotKept(List<Account> book, Evidence evidence) {
        var kept = byId(evidence);
        return book.stream()
                .filter(account ->
                        account.refused() && kept.containsKey(account.command().id()))
                .map(account -> new Finding("refused is not kept", account.command() + " was refused and is kept"))
                .toList();
    }

    /** A fact that came through a door came from a command of the book, and no command gives two of them in a stream. */
    static List<Finding> keptWasAsked(List<Account> book, Evidence evidence) {
        var asked = new HashSet<String>();
        book.forEach(account -> asked.add(account.command().id()));
        var findings = new ArrayList<Finding>();
        for (var commit : evidence.journal()) {
            if (!commit.bySystem() && !asked.contains(commit.id()) && !asked.contains(root(commit))) {
                findings.add(new Finding(
                        "kept was asked", commit.place() + " has id " + commit.id() + ", which nobody sent"));
            }
        }
        return findings;
    }

    /** A command may touch a second stream under its own id and a suffix. */
    private static String root(Commit commit) {
        int slash = commit.id().lastIndexOf('/');
        return slash < 0 ? commit.id() : commit.id().substring(0, slash);
    }

    static List<Finding> repeatsAgree(List<Account> book, Evidence evidence) {
        return book.stream()
                .filter(account -> account.answers().stream()
                                .filter(Answer::accepted)
                                .map(Answer::digest)
                                .distinct()
                                .count()
                        > 1)
                .map(account ->
                        new Finding("repeats agree", account.command() + " was acknowledged with different answers"))
                .toList();
    }

    static List<Finding> everythingIsAnswered(List<Account> book, Evidence evidence) {
        return book.stream()
                .filter(account ->
                        !account.acknowledged() && account.answers().stream().noneMatch(Answer::refused))
                .map(account -> new Finding("everything is answered", account.command() + " never had an answer"))
                .toList();
    }

    private static Map<String, List<Commit>> byId(Evidence evidence) {
        var byId = new HashMap<String, List<Commit>>();
        evidence.journal()
                .forEach(c ->
                        byId.computeIfAbsent(c.id(), id -> new ArrayList<>()).add(c));
        return byId;
    }
}
