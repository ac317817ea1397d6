package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.DoseFate.Given;
import io.equipoise.dosing.domain.Drawn.Course;
import io.equipoise.dosing.domain.Drawn.PlannedDose;
import io.equipoise.dosing.domain.Entry.Kind;
import io.equipoise.dosing.domain.Entry.State;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Works out every line of a calendar from what was planned and what happened. Two rules hold at once: the target counts
 * from day 0, and no dose comes sooner than the minimum gap after the one of its course last given.
 */
record Reckoning(Calendar calendar, Calendar.Plan plan) {

    List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        for (var dose : plan.drawn().doses()) {
            entries.add(dose(dose));
        }
        for (var scan : plan.drawn().scans()) {
            entries.add(scan(scan));
        }
        return List.copyOf(entries);
    }

    /** The first day on which a dose may be given at all; null where no dose came before or no gap is stated. */
    @Nullable
    LocalDate gapEnds(int dose) {
        var gap = plan.drawn().courseOf(dose).minimumGap();
        var before = gap == null ? null : lastGivenBefore(dose);
        return before == null ? null : before.given().on().plus(gap);
    }

    /** The day that the plan asks for, whatever came later than planned; only the first dose may move it. */
    LocalDate target(PlannedDose dose) {
        var course = plan.drawn().course(dose.course());
        return first(course, dose.dose()).plus(dose.after());
    }

    private LocalDate first(Course course, int dose) {
        var begun = calendar.fate(1).given();
        if (!course.afterFirstDose() || begun == null || dose == 1) {
            return course.first();
        }
        var one = plan.drawn().planned(1);
        var planned = plan.drawn().course(one.course()).first().plus(one.after());
        return course.first().plusDays(ChronoUnit.DAYS.between(planned, begun.on()));
    }

    private Entry dose(PlannedDose dose) {
        var course = plan.drawn().course(dose.course());
        var target = target(dose);
        var window = course.window();
        var opens = window == null ? null : later(target.minus(window.before()), plan.day0());
        var closes = window == null ? null : target.plus(window.after());
        if (course.closes() != null && (closes == null || !closes.isBefore(course.closes()))) {
            closes = course.closes().minusDays(1);
        }
        var earliest = later(later(opens, course.opens()), gapEnds(dose.dose()));
        var planned = earliest != null && earliest.isAfter(target) ? earliest : target;
        var entry = new Entry(
                "DOSE_" + dose.dose(),
                course.title() + " " + dose.ordinal(),
                Kind.DOSE,
                dose.dose(),
                (int) ChronoUnit.DAYS.between(plan.day0(), target),
                planned,
                earliest,
                closes,
                State.PLANNED,
                planned.equals(target) ? null : moved(dose, target, closes));
        return withOutcome(entry, calendar.fate(dose.dose()));
    }

    private Entry withOutcome(Entry entry, DoseFate fate) {
        if (fate.given() != null) {
            return entry.becoming(State.GIVEN, "given on " + fate.given().on());
        }
        if (fate.missed() != null) {
            return entry.becoming(
                    State.MISSED,
                    "missed on " + fate.missed().on() + ": " + fate.missed().reason());
        }
        if (calendar.stop() != null) {
            return entry.becoming(State.CANCELLED, calendar.stop().inWords());
        }
        return fate.openHold()
                .map(hold -> entry.becoming(State.HELD, "held since " + hold.from() + ": " + hold.reason()))
                .orElse(entry);
    }

    private Entry scan(Schedule.ScanPoint scan) {
        var target = plan.day0().plusDays(scan.day());
        var entry = new Entry(
                scan.scan(),
                scan.title(),
                Kind.SCAN,
                null,
                scan.day(),
                target,
                scan.before() == null ? null : target.minus(scan.before()),
                scan.after() == null ? null : target.plus(scan.after()),
                State.PLANNED,
                null);
        var stop = calendar.stop();
        return stop != null && stop.scope() == StopScope.STUDY && target.isAfter(stop.on())
                ? entry.becoming(State.CANCELLED, stop.inWords())
                : entry;
    }

    List<VisitLine> visits() {
        var stop = calendar.stop();
        return plan.drawn().visits().stream()
                .map(visit -> {
                    var target = plan.day0().plusDays(visit.day());
                    return new VisitLine(
                            visit.visit(),
                            visit.title(),
                            visit.day(),
                            target,
                            visit.before() == null ? null : target.minus(visit.before()),
                            visit.after() == null ? null : target.plus(visit.after()),
                            visit.assessments(),
                            stop != null && stop.scope() == StopScope.STUDY && target.isAfter(stop.on()));
                })
                .toList();
    }

    private String moved(PlannedDose dose, LocalDate target, @Nullable LocalDate closes) {
        var before = Objects.requireNonNull(lastGivenBefore(dose.dose()));
        var gap = Objects.requireNonNull(plan.drawn().course(dose.course()).minimumGap());
        var first = before.given().on().plus(gap);
        var words = "moved from %s: not sooner than %s after %s, given on %s"
                .formatted(target, words(gap), words(before), before.given().on());
        return closes != null && first.isAfter(closes)
                ? words + "; its window closed on " + closes + ", so it can only be given as a deviation"
                : words;
    }

    private String words(Earlier before) {
        var planned = plan.drawn().planned(before.dose());
        return plan.drawn().course(planned.course()).title().toLowerCase(Locale.ROOT) + " " + planned.ordinal();
    }

    record Earlier(int dose, Given given) {}

    /** The last dose that the gap counts from: of the same course, or of another period of the same crossover. */
    @Nullable
    Earlier lastGivenBefore(int dose) {
        var drawn = plan.drawn();
        var course = drawn.courseOf(dose);
        return drawn.doses().stream()
                .filter(earlier -> earlier.dose() < dose)
                .filter(earlier -> drawn.course(earlier.course()).follows(course))
                .map(earlier -> {
                    var given = calendar.fate(earlier.dose()).given();
                    return given == null ? null : new Earlier(earlier.dose(), given);
                })
                .filter(Objects::nonNull)
                .max(Comparator.comparing((Earlier earlier) -> earlier.given().on())
                        .thenComparingInt(Earlier::dose))
                .orElse(null);
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    static String words(Period period) {
        var parts = new ArrayList<String>();
        var months = period.toTotalMonths();
        var days = period.get(ChronoUnit.DAYS);
        if (months != 0) {
            parts.add(months + (months == 1 ? " month" : " months"));
        }
        if (days != 0 || parts.isEmpty()) {
            parts.add(days + (days == 1 ? " day" : " days"));
        }
        return String.join(" and ", parts);
    }
}
