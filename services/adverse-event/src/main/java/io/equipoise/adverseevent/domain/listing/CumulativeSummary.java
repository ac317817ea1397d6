package io.equipoise.adverseevent.domain.listing;

import io.equipoise.adverseevent.domain.OrganClass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The cumulative summary tabulation of serious adverse events (ICH E2F 3.6, appendix): how many of each term until the
 * data lock point, and in the closed version how many of each treatment. What is coded in a dictionary with system organ
 * classes counts there, by its preferred term; all else by the term as reported, which the table says.
 */
public final class CumulativeSummary {
    private CumulativeSummary() {}

    /** One column with all of them. */
    public static Table blinded(String study, List<SeriousEvent> events, LocalDate until) {
        return table(study, events, until, false);
    }

    /** A column for every treatment that may be known, one for what is blinded, and their sum. */
    public static Table unblinded(String study, List<SeriousEvent> events, LocalDate until) {
        return table(study, events, until, true);
    }

    private static Table table(String study, List<SeriousEvent> events, LocalDate until, boolean arms) {
        var counted =
                events.stream().filter(event -> !event.onset().isAfter(until)).toList();
        var columns = new TreeSet<String>();
        if (arms) {
            counted.forEach(event -> columns.add(event.arm()));
            columns.remove(ListedReaction.BLINDED);
        }
        var names = new ArrayList<>(columns);
        if (arms) {
            names.add(ListedReaction.BLINDED);
        }
        var classed = counted.stream().anyMatch(event -> event.organ() != null);
        var byTerm = new TreeMap<List<String>, List<SeriousEvent>>(Comparator.comparing(CumulativeSummary::last)
                .thenComparing(List::getFirst)
                .thenComparing(List::getLast));
        counted.forEach(event -> byTerm.computeIfAbsent(line(event, classed), line -> new ArrayList<>())
                .add(event));
        var rows = new ArrayList<List<String>>();
        byTerm.forEach((line, all) -> rows.add(row(line, all, names)));
        rows.add(row(classed ? List.of("all", "") : List.of("all"), counted, names));
        var heads = new ArrayList<>(classed ? List.of("system organ class", "term") : List.of("term"));
        heads.addAll(names);
        heads.add("total");
        return new Table(
                "Cumulative summary tabulation of serious adverse events, " + study
                        + (arms ? ", UNBLINDED" : ", blinded"),
                List.of(
                        "onset until " + until,
                        counted.size() + " events of "
                                + counted.stream()
                                        .map(SeriousEvent::subject)
                                        .distinct()
                                        .count() + " subjects",
                        Classed.note(counted.stream().map(SeriousEvent::counted).toList(), "events")),
                heads,
                rows);
    }

    /** What it is counted as: its class and its coded term, or the term as reported; a class only if any event has one. */
    private static List<String> line(SeriousEvent event, boolean classed) {
        var term = event.counted().map(OrganClass::term).orElse(plain(event.term()));
        return classed ? List.of(event.counted().map(OrganClass::name).orElse(Classed.NONE), term) : List.of(term);
    }

    private static boolean last(List<String> line) {
        return line.getFirst().equals(Classed.NONE);
    }

    private static List<String> row(List<String> line, List<SeriousEvent> events, List<String> arms) {
        var row = new ArrayList<>(line);
        arms.forEach(arm -> row.add(String.valueOf(
                events.stream().filter(event -> event.arm().equals(arm)).count())));
        row.add(String.valueOf(events.size()));
        return row;
    }

    private static String plain(String term) {
        return term.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
