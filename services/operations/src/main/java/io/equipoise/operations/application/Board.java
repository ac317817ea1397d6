package io.equipoise.operations.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything the page of a study shows, as it was told up to an instant, for the sites that the reader may see. */
public record Board(
        Study study,
        Instant asOf,
        List<String> sitesSeen,
        List<Task> tasks,
        EnrolmentCurve enrolment,
        Standing standing,
        ConsortFlow consort,
        ScreenFailures failures,
        Swimmer swimmer,
        List<DueItem> due,
        List<AlertLine> alerts,
        Grades events,
        ScanTable scans,
        List<CodeBreakLine> codeBreaks,
        List<Hearing.Line> hearing) {

    /** An alert on the site's clock. */
    public record AlertLine(Alert alert, Moment raised, long minutesToAcknowledge) {}

    /**
     * A code that was broken; open until somebody has documented its impact.
     *
     * @param due the last day for that at the site; null where neither the definition nor a setting states one
     */
    public record CodeBreakLine(
            String subject,
            String category,
            String by,
            Moment at,
            @Nullable LocalDate due,
            @Nullable String deviation) {
        public boolean open() {
            return deviation == null;
        }
    }

    public static Board of(Trial whole, Set<String> sites, List<Hearing.Line> hearing, Instant now) {
        var trial = whole.seenFrom(sites);
        var due = DueList.of(trial, now);
        return new Board(
                trial.study(),
                now,
                sites.stream().sorted().toList(),
                TaskList.of(trial, due, hearing, now),
                EnrolmentCurve.of(trial, now),
                Standing.of(trial),
                ConsortFlow.of(trial),
                ScreenFailures.of(trial),
                SwimmerPlot.of(trial, now),
                due,
                trial.alerts().reversed().stream()
                        .map(alert -> line(trial, alert))
                        .toList(),
                Grades.of(trial),
                ScanTable.of(trial, now),
                codeBreaks(trial),
                List.copyOf(hearing));
    }

    public List<CodeBreakLine> codeBreaksOpen() {
        return codeBreaks.stream().filter(CodeBreakLine::open).toList();
    }

    public boolean everySite() {
        return sitesSeen.contains(Trial.EVERY_SITE);
    }

    public long tasksOf(String urgency) {
        return tasks.stream()
                .filter(task -> task.urgency().name().equals(urgency))
                .count();
    }

    public long dueOf(String standing) {
        return due.stream()
                .filter(item -> item.standing().name().equals(standing))
                .count();
    }

    public long assumed() {
        return study.stances().stream().filter(Study.Stance::assumed).count();
    }

    public long alertsOpen() {
        return alerts.stream().filter(line -> line.alert().open()).count();
    }

    private static AlertLine line(Trial trial, Alert alert) {
        var acknowledged = alert.acknowledgedAt();
        return new AlertLine(
                alert,
                Moment.of(alert.raisedAt(), trial.zoneOf(alert.site())),
                acknowledged == null
                        ? -1
                        : java.time.Duration.between(alert.raisedAt(), acknowledged)
                                .toMinutes());
    }

    private static List<CodeBreakLine> codeBreaks(Trial trial) {
        return trial.people().stream()
                .flatMap(person -> person.codeBreaks().stream()
                        .map(each -> new CodeBreakLine(
                                person.subject(),
                                each.category(),
                                each.by(),
                                Moment.of(each.at(), trial.zoneOf(person.site())),
                                trial.study().impactDue(each.at(), trial.zoneOf(person.site())),
                                each.deviation())))
                .toList();
    }
}
