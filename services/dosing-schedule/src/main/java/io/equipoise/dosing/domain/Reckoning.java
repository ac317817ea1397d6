package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.DoseCourse.Given;
import io.equipoise.dosing.domain.Entry.Kind;
import io.equipoise.dosing.domain.Entry.State;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Works out every line of a calendar from what was planned and what happened. Two rules hold at once: the target counts
 * from day 0, and no infusion comes sooner than the minimum gap after the one last given.
 */
record Reckoning(Calendar calendar, Calendar.Plan plan) {

    List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        for (int dose = 1; dose <= calendar.doses().size(); dose++) {
            entries.add(infusion(dose));
        }
        for (var scan : plan.schedule().scans()) {
            entries.add(scan(scan));
        }
        return List.copyOf(entries);
    }

    /** The first day on which a dose may be given at all; null where no infusion came before or no gap is stated. */
    @Nullable
    LocalDate gapEnds(int dose) {
        var gap = plan.schedule().minimumGap();
        var before = lastGivenBefore(dose);
        return gap == null || before == null ? null : before.given().on().plus(gap);
    }

    private Entry infusion(int dose) {
        var target = plan.schedule().target(plan.day0(), dose);
        var window = plan.schedule().window();
        var opens = window == null ? null : later(target.minus(window.before()), plan.day0());
        var closes = window == null ? null : target.plus(window.after());
        var earliest = later(opens, gapEnds(dose));
        var planned = earliest != null && earliest.isAfter(target) ? earliest : target;
        var entry = new Entry(
                "DOSE_" + dose,
                "Infusion " + dose,
                Kind.DOSE,
                dose,
                (int) ChronoUnit.DAYS.between(plan.day0(), target),
                planned,
                earliest,
                closes,
                State.PLANNED,
                planned.equals(target) ? null : moved(dose, target, closes));
        return withOutcome(entry, calendar.course(dose));
    }

    private Entry withOutcome(Entry entry, DoseCourse course) {
        if (course.given() != null) {
            return entry.becoming(State.GIVEN, "given on " + course.given().on());
        }
        if (course.missed() != null) {
            return entry.becoming(
                    State.MISSED,
                    "missed on " + course.missed().on() + ": " + course.missed().reason());
        }
        if (calendar.stop() != null) {
            return entry.becoming(State.CANCELLED, calendar.stop().inWords());
        }
        return course.openHold()
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

    private String moved(int dose, LocalDate target, @Nullable LocalDate closes) {
        var before = Objects.requireNonNull(lastGivenBefore(dose));
        var gap = Objects.requireNonNull(plan.schedule().minimumGap());
        var first = before.given().on().plus(gap);
        var words = "moved from %s: not sooner than %s after infusion %d, given on %s"
                .formatted(target, words(gap), before.dose(), before.given().on());
        return closes != null && first.isAfter(closes)
                ? words + "; its window closed on " + closes + ", so it can only be given as a deviation"
                : words;
    }

    record Earlier(int dose, Given given) {}

    @Nullable
    Earlier lastGivenBefore(int dose) {
        for (int earlier = dose - 1; earlier >= 1; earlier--) {
            var given = calendar.course(earlier).given();
            if (given != null) {
                return new Earlier(earlier, given);
            }
        }
        return null;
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
