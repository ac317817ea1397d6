package io.equipoise.chaos.check;

import io.equipoise.chaos.evidence.Commit;
import io.equipoise.chaos.evidence.Pushed;
import io.equipoise.chaos.watch.Screen;
import io.equipoise.chaos.watch.Shown;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What officers saw against what was entered: every alert once on every screen, and somebody saw to it. */
public final class Screens {
    public static final String REACHED = "every event reaches every screen";
    public static final String ONCE = "no alert comes twice";
    public static final String GAPLESS = "a screen's numbers have no gap and no repeat";
    public static final String SAME = "all screens say the same";
    public static final String SEEN_TO = "every alert is acknowledged or escalated";

    private Screens() {}

    /** Of the alerts whose events were acknowledged to those who entered them. */
    public static List<Finding> of(Collection<String> alerts, List<Screen> screens, List<Commit> journal) {
        var findings = new ArrayList<Finding>();
        screens.forEach(screen -> {
            reached(findings, alerts, screen);
            once(findings, screen);
            gapless(findings, screen);
        });
        same(findings, screens);
        seenTo(findings, alerts, journal);
        return findings;
    }

    private static void reached(List<Finding> findings, Collection<String> alerts, Screen screen) {
        var there = new HashSet<>(alerts(screen));
        alerts.stream()
                .filter(alert -> !there.contains(alert))
                .forEach(alert -> findings.add(new Finding(REACHED, alert + " is not on " + screen.officer())));
    }

    private static void once(List<Finding> findings, Screen screen) {
        var before = new HashSet<String>();
        alerts(screen).stream()
                .filter(alert -> !before.add(alert))
                .forEach(alert -> findings.add(new Finding(ONCE, alert + " again on " + screen.officer())));
    }

    private static List<String> alerts(Screen screen) {
        return screen.shown().stream()
                .map(Shown::what)
                .filter(what -> what.kind().equals("alert"))
                .map(Pushed::alert)
                .toList();
    }

    private static void gapless(List<Finding> findings, Screen screen) {
        long due = screen.after() + 1;
        for (var shown : screen.shown()) {
            long number = shown.what().number();
            if (number != due) {
                findings.add(new Finding(GAPLESS, number + " where " + due + " is due on " + screen.officer()));
            }
            due = number + 1;
        }
    }

    private static void same(List<Finding> findings, List<Screen> screens) {
        Map<Long, Pushed> said = new HashMap<>();
        for (var screen : screens) {
            for (var shown : screen.shown()) {
                var first = said.putIfAbsent(shown.what().number(), shown.what());
                if (first != null && !first.equals(shown.what())) {
                    findings.add(new Finding(SAME, first + " is " + shown.what() + " on " + screen.officer()));
                }
            }
        }
    }

    private static void seenTo(List<Finding> findings, Collection<String> alerts, List<Commit> journal) {
        Set<String> seenTo = new HashSet<>();
        journal.stream().flatMap(commit -> commit.facts().stream()).forEach(fact -> {
            if ((fact.type().startsWith("AlertAcknowledged") || fact.type().startsWith("AlertEscalated"))
                    && fact.data().get("alert") instanceof String alert) {
                seenTo.add(alert);
            }
        });
        alerts.stream()
                .filter(alert -> !seenTo.contains(alert))
                .forEach(alert -> findings.add(new Finding(SEEN_TO, alert + " is neither")));
    }
}
