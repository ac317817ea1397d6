package io.equipoise.operations.application;

import io.equipoise.operations.application.DueItem.Standing;
import io.equipoise.operations.application.Person.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scans by time point: how many were expected by now, came, passed, were read, are missing. */
public record ScanTable(List<Line> lines) {

    /** One time point. */
    public record Line(
            String timePoint,
            String title,
            Count received,
            Count read,
            Count failed,
            Count missing,
            Count open,
            Count later) {
        public List<Count> counts() {
            return List.of(received, read, failed, missing, open, later);
        }
    }

    public static ScanTable of(Trial trial, Instant now) {
        var titles = new LinkedHashMap<String, String>();
        trial.people().stream()
                .flatMap(person -> person.entries().stream())
                .filter(Entry::scan)
                .sorted((a, b) -> a.planned().compareTo(b.planned()))
                .forEach(entry -> titles.putIfAbsent(entry.entry(), entry.title()));
        trial.scans().forEach(scan -> titles.putIfAbsent(scan.timePoint(), scan.timePoint()));
        return new ScanTable(titles.entrySet().stream()
                .map(each -> line(trial, now, each.getKey(), each.getValue()))
                .toList());
    }

    private static Line line(Trial trial, Instant now, String timePoint, String title) {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        List.of("received", "read", "failed", "missing", "open", "later")
                .forEach(each -> rows.put(each, new ArrayList<>()));
        for (Scan scan : trial.scans()) {
            if (scan.timePoint().equals(timePoint)) {
                var row = new Row(scan.subject(), scan.acquiredOn() == null ? "" : "acquired on " + scan.acquiredOn());
                row(rows, "received").add(row);
                if (scan.readOn() != null) {
                    row(rows, "read").add(row);
                }
                if (!scan.usable()) {
                    row(rows, "failed").add(row);
                }
            }
        }
        for (Person person : trial.people()) {
            var today = now.atZone(trial.zoneOf(person.site())).toLocalDate();
            person.entries().stream()
                    .filter(entry -> entry.entry().equals(timePoint) && entry.unsettled())
                    .filter(entry -> DueList.open(trial, person, entry))
                    .forEach(entry ->
                            row(rows, where(trial, person, entry, today)).add(window(person, entry)));
        }
        return new Line(
                timePoint,
                title,
                count(timePoint, title, "received", rows),
                count(timePoint, title, "read", rows),
                count(timePoint, title, "failed", rows),
                count(timePoint, title, "missing", rows),
                count(timePoint, title, "open", rows),
                count(timePoint, title, "later", rows));
    }

    private static List<Row> row(Map<String, List<Row>> rows, String what) {
        return rows.computeIfAbsent(what, each -> new ArrayList<>());
    }

    private static String where(Trial trial, Person person, Entry entry, LocalDate today) {
        boolean declared = trial.missing().stream()
                .anyMatch(each -> each.subject().equals(person.subject())
                        && each.timePoint().equals(entry.entry()));
        var standing = DueList.standing(entry, today).orElse(Standing.SOON);
        if (declared || standing == Standing.OVERDUE) {
            return "missing";
        }
        return standing == Standing.DUE ? "open" : "later";
    }

    private static Row window(Person person, Entry entry) {
        return new Row(
                person.subject(),
                entry.latest() == null ? "planned " + entry.planned() : "window closes " + entry.latest());
    }

    private static Count count(String timePoint, String title, String what, Map<String, List<Row>> rows) {
        var word = what.equals("open") ? "window open" : what.equals("later") ? "not yet due" : what;
        return new Count("scan-" + timePoint + "-" + what, title + ", " + word, row(rows, what));
    }
}
