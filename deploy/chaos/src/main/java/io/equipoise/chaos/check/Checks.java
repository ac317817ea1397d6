package io.equipoise.chaos.check;

import io.equipoise.chaos.evidence.Evidence;
import io.equipoise.chaos.ledger.Account;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that must hold, by name. */
public final class Checks {
    private static final Map<String, Check> ALL = all();

    private Checks() {}

    private static Map<String, Check> all() {
        var all = new LinkedHashMap<String, Check>();
        all.put("acknowledged is kept once", Book::acknowledgedIsKeptOnce);
        all.put("refused is not kept", Book::refusedIsNotKept);
        all.put("kept was asked", Book::keptWasAsked);
        all.put("repeats agree", Book::repeatsAgree);
        all.put("everything is answered", Book::everythingIsAnswered);
        all.put("positions are gapless", Order::positionsAreGapless);
        all.put("versions are consecutive", Order::versionsAreConsecutive);
        all.put("commits are whole", Order::commitsAreWhole);
        all.put("every commit is told", Telling::everyCommitIsTold);
        all.put("nothing else is told", Telling::nothingElseIsTold);
        all.put("told in order", Telling::toldInOrder);
        all.put("repeats are the same", Telling::repeatsAreTheSame);
        all.put("projections equal a replay", Hearing::projectionsEqualAReplay);
        all.put("nothing is parked", Hearing::nothingIsParked);
        all.put("no dead letter", Hearing::noDeadLetter);
        all.put("seals verify", Hearing::sealsVerify);
        all.put("each serious event has one alert", Alerts::oneEach);
        all.put("each alert is mailed", Alerts::eachIsMailed);
        all.put("the alert line has no gap", Alerts::theLineHasNoGap);
        return all;
    }

    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** For commands that are not in the driver's book, such as the demonstration's. */
    public static List<String> withoutBook() {
        return except(List.of("acknowledged is kept once", "refused is not kept", "kept was asked"));
    }

    /** For topics that were shuffled on purpose. */
    public static List<String> exceptOrder() {
        return except(List.of("told in order"));
    }

    private static List<String> except(List<String> some) {
        return names().stream().filter(name -> !some.contains(name)).toList();
    }

    public static List<Finding> run(List<Account> book, Evidence evidence) {
        return run(names(), book, evidence);
    }

    public static List<Finding> run(List<String> checks, List<Account> book, Evidence evidence) {
        var findings = new ArrayList<Finding>();
        checks.forEach(check -> findings.addAll(run(check, book, evidence)));
        return findings;
    }

    public static List<Finding> run(String name, List<Account> book, Evidence evidence) {
        var check = ALL.get(name);
        if (check == null) {
            throw new IllegalArgumentException("there is no check " + name);
        }
        return check.against(book, evidence);
    }
}
