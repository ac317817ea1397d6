package io.equipoise.operations.application;

import io.equipoise.operations.application.Person.Dose;
import io.equipoise.operations.application.Swimmer.Lane;
import io.equipoise.operations.application.Swimmer.Mark;
import io.equipoise.operations.application.Swimmer.Tick;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws every randomized person on one axis of weeks since day 0. */
public final class SwimmerPlot {
    private static final double DAYS_A_WEEK = 7.0;
    private static final int SHORTEST = 52;
    private static final int STEP = 4;
    private static final int RIGHT = 24;

    private final Trial trial;
    private final Instant now;
    private final int first;
    private final int last;

    private SwimmerPlot(Trial trial, Instant now) {
        this.trial = trial;
        this.now = now;
        var weeks = trial.people().stream()
                .filter(person -> start(person) != null)
                .flatMap(person -> days(person).map(day -> weeks(person, day)))
                .toList();
        double least = weeks.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double most = weeks.stream().mapToDouble(Double::doubleValue).max().orElse(SHORTEST);
        this.first = STEP * (int) Math.floor(Math.min(0, least) / STEP);
        this.last = STEP * (int) Math.ceil(Math.max(SHORTEST, Math.min(most, SHORTEST * 3)) / STEP);
    }

    public static Swimmer of(Trial trial, Instant now) {
        return new SwimmerPlot(trial, now).draw();
    }

    private Swimmer draw() {
        var people = trial.people().stream()
                .filter(person -> start(person) != null)
                .sorted(Comparator.comparing(person -> Objects.requireNonNull(start(person))))
                .toList();
        var lanes = IntStream.range(0, people.size())
                .mapToObj(row -> lane(people.get(row), Swimmer.TOP + row * Swimmer.LANE))
                .toList();
        var ticks = IntStream.rangeClosed(first / STEP, last / STEP)
                .mapToObj(each -> new Tick(x(each * STEP), Integer.toString(each * STEP)))
                .toList();
        var waiting = trial.people().stream()
                .filter(person -> start(person) == null && person.enrolment().enrolledOn() != null)
                .map(Person::subject)
                .toList();
        return new Swimmer(people.size(), Swimmer.TOP + people.size() * Swimmer.LANE, ticks, lanes, waiting);
    }

    private Lane lane(Person person, int y) {
        var left = person.leftStudy();
        var end = left == null ? today(person) : left.on();
        var marks = Stream.of(doses(person), harms(person), scans(person), leavings(person))
                .flatMap(List::stream)
                .toList();
        return new Lane(
                person.subject(),
                person.subject().substring(trial.study().study().length() + 1),
                y,
                x(0),
                x(weeks(person, end)),
                left == null ? "on study" : "left the study on " + left.on(),
                marks);
    }

    private List<Mark> doses(Person person) {
        return person.doses().stream()
                .map(dose ->
                        new Mark(kind(dose), x(weeks(person, dose.on())), text(dose), Integer.toString(dose.dose())))
                .toList();
    }

    private static String kind(Dose dose) {
        if (dose.given()) {
            return dose.deviations().isEmpty() ? "given" : "deviating";
        }
        return dose.state().toLowerCase(Locale.ROOT);
    }

    private static String text(Dose dose) {
        var said = "infusion " + dose.dose() + " " + dose.state().toLowerCase(Locale.ROOT) + " on " + dose.on();
        if (!dose.deviations().isEmpty()) {
            said += " (" + String.join(", ", dose.deviations()) + ")";
        }
        return dose.reason() == null ? said : said + ": " + dose.reason();
    }

    private List<Mark> harms(Person person) {
        return trial.harmsOf(person.subject()).stream()
                .map(harm -> new Mark(
                        harm.serious() ? "serious" : "harm",
                        x(weeks(person, dateOf(person, harm.onset()))),
                        "grade " + harm.grade() + (harm.serious() ? " serious" : "") + " event on "
                                + dateOf(person, harm.onset()) + ": " + harm.term(),
                        Integer.toString(harm.grade())))
                .toList();
    }

    private List<Mark> scans(Person person) {
        var marks = new ArrayList<Mark>();
        for (Scan scan : trial.scansOf(person.subject())) {
            if (scan.acquiredOn() != null) {
                marks.add(new Mark(
                        scan.usable() ? "scan" : "bad-scan",
                        x(weeks(person, scan.acquiredOn())),
                        scan.timePoint() + " scan of " + scan.acquiredOn() + ", "
                                + scan.state().toLowerCase(Locale.ROOT),
                        ""));
            }
        }
        return marks;
    }

    private List<Mark> leavings(Person person) {
        return person.enrolment().withdrawals().stream()
                .map(each -> new Mark(
                        "left",
                        x(weeks(person, each.on())),
                        "left the " + each.scope().toLowerCase(Locale.ROOT) + " on " + each.on() + ": " + each.reason(),
                        ""))
                .toList();
    }

    private Stream<LocalDate> days(Person person) {
        return Stream.of(
                        person.doses().stream().map(Dose::on),
                        trial.harmsOf(person.subject()).stream().map(harm -> dateOf(person, harm.onset())),
                        trial.scansOf(person.subject()).stream()
                                .map(Scan::acquiredOn)
                                .filter(Objects::nonNull),
                        Stream.of(today(person)))
                .flatMap(each -> each);
    }

    private static @Nullable LocalDate start(Person person) {
        return person.day0() == null ? person.randomizedOn() : person.day0();
    }

    private double weeks(Person person, LocalDate day) {
        var start = start(person);
        return start == null ? 0 : ChronoUnit.DAYS.between(start, day) / DAYS_A_WEEK;
    }

    private LocalDate today(Person person) {
        return now.atZone(trial.zoneOf(person.site())).toLocalDate();
    }

    private LocalDate dateOf(Person person, Instant at) {
        return at.atZone(trial.zoneOf(person.site())).toLocalDate();
    }

    private String x(double week) {
        double span = Swimmer.WIDTH - Swimmer.LEFT - RIGHT;
        double inside = Math.clamp(week, first, last);
        return Swimmer.number(Swimmer.LEFT + span * (inside - first) / (last - first));
    }
}
