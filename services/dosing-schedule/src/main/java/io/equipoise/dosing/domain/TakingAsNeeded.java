package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.CalendarEvent.DoseTakenAsNeeded;
import io.equipoise.dosing.domain.Drawn.Course;
import io.equipoise.dosing.domain.Drawn.PlannedDose;
import io.equipoise.dosing.domain.Infusion.Deviation;
import io.equipoise.dosing.domain.Protocol.CourseRule;
import io.equipoise.dosing.domain.Rhythm.AsNeeded;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a dose that nobody planned may be recorded as taken: the protocol gives the course when needed, and it was not
 * needed more often than the protocol says, in whatever order the doses are entered.
 */
record TakingAsNeeded(Calendar calendar, CalendarCommand.TakeAsNeeded asked) {

    Decision<CalendarEvent> decide() {
        var plan = calendar.plan();
        var unplanned = DoseGate.dosing(calendar);
        if (plan == null || unplanned.isPresent()) {
            return Decision.refuse(unplanned.orElseThrow());
        }
        var rule = asked.courses().stream()
                .filter(course -> course.course().equals(asked.course()))
                .findFirst();
        var course = plan.drawn().courses().stream()
                .filter(one -> one.course().equals(asked.course()))
                .findFirst();
        if (rule.isEmpty() || course.isEmpty()) {
            return Decision.refuse(
                    Refusal.invalid("COURSE_UNKNOWN", "this person's calendar has no such course", "/course"));
        }
        return rule.map(CourseRule::rhythm).orElse(null) instanceof AsNeeded limit
                ? decide(plan, course.get(), limit)
                : Decision.refuse(Refusal.conflict(
                        "NOT_AS_NEEDED", course.get().title() + " is given as planned, dose by dose", "/course"));
    }

    private Decision<CalendarEvent> decide(Calendar.Plan plan, Course course, AsNeeded limit) {
        var account =
                new InfusionAccount(infusion(), plan, course, asked.taken().toldAt());
        var impossible = account.refusal();
        if (impossible.isPresent()) {
            return Decision.refuse(impossible.get());
        }
        var day = LocalDate.ofInstant(infusion().startedAt(), plan.zone());
        var nth = before(course).size() + 1;
        var dosage = new Dosage(
                        plan.drawn(),
                        new PlannedDose(nth, course.course(), nth, Period.ZERO, null, null),
                        infusion(),
                        day)
                .answer();
        var deviations = EnumSet.noneOf(Deviation.class);
        deviations.addAll(account.deviations());
        deviations.addAll(dosage.deviations());
        return new Permission(calendar, asked.taken(), day)
                .refusal()
                .or(() -> notTheTime(course, day))
                .or(() -> overlapping(course))
                .or(() -> tooSoon(course, day))
                .or(() -> tooOften(course, limit, day))
                .or(() -> supply(plan.drawn()))
                .or(() -> new WayIn(course, nth, infusion().details()).refusal())
                .or(() -> Optional.ofNullable(dosage.why()))
                .<Decision<CalendarEvent>>map(Decision::refuse)
                .orElseGet(() -> Decision.accept(fact(course, nth, day, List.copyOf(deviations), dosage)));
    }

    private Infusion infusion() {
        return asked.taken().infusion();
    }

    private List<DoseTakenAsNeeded> before(Course course) {
        return calendar.asNeeded().stream()
                .filter(taken -> taken.course().equals(course.course()))
                .toList();
    }

    private Optional<Refusal> notTheTime(Course course, LocalDate day) {
        if (day.isBefore(course.first())) {
            return Optional.of(Refusal.conflict(
                    "TOO_EARLY",
                    "%s begins on %s, after %s".formatted(course.title(), course.first(), day),
                    "/startedAt"));
        }
        return course.closes() == null || day.isBefore(course.closes())
                ? Optional.empty()
                : Optional.of(Refusal.conflict(
                        "OUT_OF_WINDOW",
                        "%s ended before %s".formatted(course.title(), course.closes()),
                        "/startedAt"));
    }

    private Optional<Refusal> overlapping(Course course) {
        return before(course).stream()
                .filter(taken -> infusion().startedAt().isBefore(taken.stoppedAt())
                        && taken.startedAt().isBefore(infusion().stoppedAt()))
                .map(taken -> Refusal.conflict(
                        "DOSE_ALREADY_GIVEN",
                        "%s was taken from %s to %s already"
                                .formatted(course.title(), taken.startedAt(), taken.stoppedAt()),
                        "/startedAt"))
                .findFirst();
    }

    /** The minimum gap holds to the dose before and to the one after, whichever was entered first. */
    private Optional<Refusal> tooSoon(Course course, LocalDate day) {
        var gap = course.minimumGap();
        if (gap == null) {
            return Optional.empty();
        }
        return before(course).stream()
                .map(DoseTakenAsNeeded::startedOn)
                .filter(other -> other.isAfter(day) ? other.isBefore(day.plus(gap)) : day.isBefore(other.plus(gap)))
                .map(other -> Refusal.conflict(
                        "TOO_EARLY",
                        "%s was taken on %s: not sooner than %s from one to the next"
                                .formatted(course.title(), other, Reckoning.words(gap)),
                        "/startedAt"))
                .findFirst();
    }

    /** No stretch of days as long as the protocol says holds more than it says. */
    private Optional<Refusal> tooOften(Course course, AsNeeded limit, LocalDate day) {
        var days = Stream.concat(before(course).stream().map(DoseTakenAsNeeded::startedOn), Stream.of(day))
                .toList();
        return days.stream()
                .filter(last -> !last.isBefore(day) && last.minus(limit.per()).isBefore(day))
                .filter(last -> days.stream()
                                .filter(other -> !other.isAfter(last) && other.isAfter(last.minus(limit.per())))
                                .count()
                        > limit.atMost())
                .map(last -> Refusal.conflict(
                        "TAKEN_TOO_OFTEN",
                        "%s may be taken %d times in %s, and was already until %s"
                                .formatted(course.title(), limit.atMost(), Reckoning.words(limit.per()), last),
                        "/startedAt"))
                .findFirst();
    }

    /** The pharmacy hands out kits for numbered doses, and this one has no number. */
    private Optional<Refusal> supply(Drawn drawn) {
        return drawn.kits()
                ? Optional.of(Refusal.conflict(
                        "NOT_AS_NEEDED",
                        "kits are dispensed for planned doses, and this one is not planned",
                        "/course"))
                : new Supply(calendar, asked.taken(), false).refusal();
    }

    private DoseTakenAsNeeded fact(
            Course course, int nth, LocalDate day, List<Deviation> deviations, Dosage.Answer dosage) {
        var said = infusion().details();
        var route = course.route(nth);
        return new DoseTakenAsNeeded(
                course.course(),
                nth,
                Objects.requireNonNull(said.lot()),
                infusion().startedAt(),
                infusion().stoppedAt(),
                day,
                infusion().volume(),
                infusion().interruptions(),
                deviations,
                route == null ? null : route.name(),
                dosage.amount(),
                dosage.arithmetic(),
                said.pick(),
                said.weight(),
                said.strength(),
                said.more());
    }
}
