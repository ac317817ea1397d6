package io.equipoise.operations.application;

import io.equipoise.operations.application.DueItem.Standing;
import io.equipoise.operations.application.Task.Urgency;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What needs doing, by whom, by when: the first thing that the page says. */
public final class TaskList {
    private TaskList() {}

    public static List<Task> of(Trial trial, List<DueItem> due, List<Hearing.Line> hearing, Instant now) {
        var tasks = new ArrayList<Task>();
        alerts(trial, now, tasks);
        codeBreaks(trial, now, tasks);
        study(trial.study(), tasks);
        due.stream()
                .filter(item -> item.standing() != Standing.SOON)
                .map(TaskList::of)
                .forEach(tasks::add);
        scans(trial, tasks);
        waiting(trial, tasks);
        hearing.stream().filter(Hearing.Line::stuck).map(TaskList::of).forEach(tasks::add);
        assumptions(trial.study(), tasks);
        tasks.sort(Comparator.comparing(Task::urgency));
        return List.copyOf(tasks);
    }

    private static void alerts(Trial trial, Instant now, List<Task> tasks) {
        for (Alert alert : trial.alerts()) {
            var zone = trial.zoneOf(alert.site());
            if (alert.open()) {
                var by = alert.escalateAt();
                boolean late = alert.escalations() > 0 || (by != null && now.isAfter(by));
                tasks.add(new Task(
                        late ? Urgency.LATE : Urgency.DUE,
                        "Acknowledge: " + alert.summary(),
                        "Safety officer",
                        by == null ? "time unknown" : Moment.of(by, zone).local(),
                        "raised " + Moment.of(alert.raisedAt(), zone).local() + escalated(alert.escalations()),
                        "#part-alerts"));
            }
            if (alert.open() && !alert.undelivered().isEmpty()) {
                tasks.add(new Task(
                        Urgency.LATE,
                        "Alert not delivered by " + String.join(", ", alert.undelivered()),
                        "Operations lead",
                        "now",
                        alert.alert(),
                        "#part-alerts"));
            }
        }
    }

    private static String escalated(int times) {
        return switch (times) {
            case 0 -> "";
            case 1 -> ", escalated once";
            default -> ", escalated " + times + " times";
        };
    }

    /** Domain rules 4.8: what a code break did to the trial is documented; which arm was shown is not known here. */
    private static void codeBreaks(Trial trial, Instant now, List<Task> tasks) {
        for (Person person : trial.people()) {
            var zone = trial.zoneOf(person.site());
            for (var each : person.codeBreaks()) {
                if (each.open()) {
                    var due = trial.study().impactDue(each.at(), zone);
                    tasks.add(new Task(
                            due != null && LocalDate.ofInstant(now, zone).isAfter(due) ? Urgency.LATE : Urgency.DUE,
                            "Document the impact of the code break, " + person.subject(),
                            "Investigator, site " + person.site() + ", or monitor",
                            due == null ? "promptly; no date is stated" : due.toString(),
                            "broken " + Moment.of(each.at(), zone).local() + " by " + each.by(),
                            "#part-alerts"));
                }
            }
        }
    }

    private static void study(Study study, List<Task> tasks) {
        if (study.activatedOn() == null) {
            tasks.add(new Task(
                    Urgency.DUE,
                    "Activate the study",
                    "Operations lead",
                    "before anyone is enrolled",
                    study.gaps().isEmpty()
                            ? "not activated yet"
                            : study.gaps().size() + " open values stand in the way",
                    "#part-assumptions"));
        } else if (!study.recruiting()) {
            tasks.add(new Task(
                    Urgency.DUE,
                    "Study is not recruiting: " + (study.status() == null ? "status unknown" : study.status()),
                    "Operations lead",
                    "before anyone else is enrolled",
                    study.statusReason() == null ? "no reason told" : study.statusReason(),
                    "#part-assumptions"));
        }
    }

    private static Task of(DueItem item) {
        boolean overdue = item.standing() == Standing.OVERDUE;
        var verb = item.held() ? "Release or mark missed: " : item.kind().equals("SCAN") ? "Scan: " : "Give: ";
        return new Task(
                overdue ? Urgency.LATE : Urgency.DUE,
                verb + item.title() + ", " + item.subject(),
                (item.held() ? "Investigator, site " : "Site ") + item.site(),
                item.latest() == null
                        ? "planned " + item.planned()
                        : item.latest().toString(),
                item.held() ? "dose is held; " + item.inWords() : item.inWords(),
                item.href());
    }

    private static void scans(Trial trial, List<Task> tasks) {
        for (Scan scan : trial.scans()) {
            var href = new Row(scan.subject(), "").href();
            var title = scan.timePoint().toLowerCase(Locale.ROOT).replace('_', ' ') + " scan, " + scan.subject();
            if (scan.passed() == null && scan.readOn() == null) {
                tasks.add(new Task(
                        Urgency.SOON, "Check quality: " + title, "Imaging", "no time stated", "received", href));
            } else if (scan.readOn() == null && scan.usable()) {
                tasks.add(new Task(
                        Urgency.SOON, "Read: " + title, "Imaging reader", "no time stated", "quality passed", href));
            }
        }
    }

    private static void waiting(Trial trial, List<Task> tasks) {
        for (Person person : trial.people()) {
            if (person.enrolment().enrolledOn() != null
                    && person.randomizedOn() == null
                    && person.leftTreatment() == null) {
                tasks.add(new Task(
                        Urgency.DUE,
                        "Randomize " + person.subject(),
                        "Investigator, site " + person.site(),
                        "no time stated",
                        "enrolled on " + person.enrolment().enrolledOn(),
                        new Row(person.subject(), "").href()));
            }
        }
    }

    private static Task of(Hearing.Line line) {
        return new Task(
                Urgency.LATE,
                "Free what is stuck in " + line.topic(),
                "Operations lead",
                "now",
                line.parked() + " parked, " + line.dead() + " unreadable",
                "#part-hearing");
    }

    private static void assumptions(Study study, List<Task> tasks) {
        long assumed = study.stances().stream().filter(Study.Stance::assumed).count();
        if (assumed > 0) {
            tasks.add(new Task(
                    Urgency.SOON,
                    "Have " + assumed + " assumptions confirmed or replaced",
                    "Operations lead, sponsor",
                    "no time stated",
                    "nobody stated these values",
                    "#part-assumptions"));
        }
    }
}
