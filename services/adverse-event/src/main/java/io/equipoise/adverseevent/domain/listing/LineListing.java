package io.equipoise.adverseevent.domain.listing;

import io.equipoise.adverseevent.domain.OrganClass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The interval line listing of serious adverse reactions (ICH E2F 3.7, appendix): a line for every serious reaction that
 * somebody suspects, of cases that were first heard of in the interval; with the system organ class of what is coded.
 */
public final class LineListing {
    private static final List<String> COLUMNS = List.of(
            "case",
            "subject",
            "country",
            "received",
            "system organ class",
            "reaction",
            "coded term",
            "serious because",
            "onset",
            "doses",
            "outcome",
            "suspected by");

    private LineListing() {}

    /** Both days belong to the interval. */
    public record Interval(LocalDate from, LocalDate to) {
        public Interval {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("an interval ends on or after the day on which it begins");
            }
        }

        boolean contains(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** Without any arm, for everybody who works on the trial. */
    public static Table blinded(String study, List<ListedReaction> reactions, Interval interval) {
        return table(study, reactions, interval, false);
    }

    /** With what each subject got, as far as it may be known; otherwise "blinded". */
    public static Table unblinded(String study, List<ListedReaction> reactions, Interval interval) {
        return table(study, reactions, interval, true);
    }

    private static Table table(String study, List<ListedReaction> reactions, Interval interval, boolean arms) {
        var listed = reactions.stream()
                .filter(each -> interval.contains(each.received()))
                .filter(each ->
                        !each.criteria().isEmpty() && !each.suspectedBy().isEmpty())
                .sorted(Comparator.comparing(ListedReaction::received)
                        .thenComparing(ListedReaction::caseNumber)
                        .thenComparing(ListedReaction::term))
                .toList();
        var columns = new ArrayList<>(COLUMNS);
        if (arms) {
            columns.add("treatment");
        }
        return new Table(
                "Interval line listing of serious adverse reactions, " + study + (arms ? ", UNBLINDED" : ", blinded"),
                List.of(
                        "cases first heard of from " + interval.from() + " to " + interval.to(),
                        listed.size() + " reactions of "
                                + listed.stream()
                                        .map(ListedReaction::caseNumber)
                                        .distinct()
                                        .count() + " cases",
                        Classed.note(
                                listed.stream().map(ListedReaction::counted).toList(), "reactions")),
                columns,
                listed.stream().map(each -> row(each, arms)).toList());
    }

    private static List<String> row(ListedReaction each, boolean arms) {
        var row = new ArrayList<>(List.of(
                each.caseNumber(),
                each.subject(),
                each.country(),
                each.received().toString(),
                each.counted().map(OrganClass::name).orElse(Classed.NONE),
                each.term(),
                each.counted().map(OrganClass::term).orElse(""),
                String.join(", ", each.criteria()),
                each.onset(),
                String.join(", ", each.doses()),
                each.outcome(),
                String.join(", ", each.suspectedBy())));
        if (arms) {
            row.add(each.arm());
        }
        return row;
    }
}
