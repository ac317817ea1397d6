package io.equipoise.dosing.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the administrations of one course follow each other, as the protocol says it. */
public sealed interface Rhythm {

    /** One administration, so long after the first day; which of several a day, and at what time where one is stated. */
    record Occasion(
            Period after, @Nullable Integer slot, @Nullable String time) {
        static Occasion on(Period after) {
            return new Occasion(after, null, null);
        }
    }

    record Once() implements Rhythm {}

    /** A month that lacks the day gives its last one, counted from the first administration each time. */
    record Every(Period interval, int count, @Nullable Period until) implements Rhythm {}

    record Daily(int times, int days, List<String> slots) implements Rhythm {
        public Daily {
            slots = List.copyOf(slots);
        }
    }

    record Weekly(int times, int weeks, List<DayOfWeek> weekdays) implements Rhythm {
        public Weekly {
            weekdays = List.copyOf(weekdays);
        }
    }

    /** The same days of every cycle, as the protocol numbers them. */
    record Cycles(List<Integer> days, Period cycle, int cycles) implements Rhythm {
        public Cycles {
            days = List.copyOf(days);
        }
    }

    record Days(List<Integer> days) implements Rhythm {
        public Days {
            days = List.copyOf(days);
        }
    }

    /** How many, and not when: only a single one has a date. */
    record Count(int count) implements Rhythm {}

    /** Treatment goes on for so long; no single administration is planned. */
    record Span(Period length) implements Rhythm {}

    /** Given when needed, so often at most within a time. */
    record AsNeeded(int atMost, Period per) implements Rhythm {}

    /** What stands between this rhythm and dates, in words; empty where nothing does. */
    default List<String> open(@Nullable Integer dayOrigin) {
        return switch (this) {
            case Count(var count) when count > 1 -> List.of("the spacing of %d administrations".formatted(count));
            case Weekly(var times, var _, var weekdays)
            when weekdays.stream().distinct().count() != times || weekdays.size() != times ->
                List.of("the weekdays of %d administrations a week".formatted(times));
            case Daily(var times, var _, var slots)
            when !slots.isEmpty() && slots.size() != times ->
                List.of("the times of %d administrations a day".formatted(times));
            case Days _, Cycles _ when dayOrigin == null -> List.of("whether the protocol counts from day 0 or day 1");
            case Days(var days) when beforeOrigin(days, dayOrigin) -> List.of("a day before the protocol's first day");
            case Cycles(var days, var _, var _)
            when beforeOrigin(days, dayOrigin) -> List.of("a day before the protocol's first day");
            default -> List.of();
        };
    }

    private static boolean beforeOrigin(List<Integer> days, @Nullable Integer dayOrigin) {
        return dayOrigin != null && days.stream().anyMatch(day -> day < dayOrigin);
    }

    /** The administrations in order, counted from the course's first day; none where none is planned. */
    default List<Occasion> occasions(LocalDate first, @Nullable Integer dayOrigin) {
        int origin = dayOrigin == null ? 0 : dayOrigin;
        return switch (this) {
            case Once() -> List.of(Occasion.on(Period.ZERO));
            case Count(var count) -> count == 1 ? List.of(Occasion.on(Period.ZERO)) : List.of();
            case Every(var interval, var count, var _) -> every(interval, count);
            case Daily(var times, var days, var slots) -> daily(times, days, slots);
            case Weekly(var _, var weeks, var weekdays) -> weekly(first, weeks, weekdays);
            case Cycles(var days, var cycle, var cycles) -> cycled(days, cycle, cycles, origin);
            case Days(var days) -> cycled(days, Period.ZERO, 1, origin);
            case Span _, AsNeeded _ -> List.of();
        };
    }

    /** The day on which treatment ends, where the protocol says one. */
    default @Nullable LocalDate closes(LocalDate first) {
        return switch (this) {
            case Every(var _, var _, var until) when until != null -> first.plus(until);
            case Span(var length) -> first.plus(length);
            case Cycles(var _, var cycle, var cycles) -> first.plus(cycle.multipliedBy(cycles));
            default -> null;
        };
    }

    private static List<Occasion> every(Period interval, int count) {
        var all = new ArrayList<Occasion>();
        for (int k = 0; k < count; k++) {
            all.add(Occasion.on(interval.multipliedBy(k)));
        }
        return all;
    }

    private static List<Occasion> daily(int times, int days, List<String> slots) {
        var all = new ArrayList<Occasion>();
        for (int day = 0; day < days; day++) {
            for (int slot = 1; slot <= times; slot++) {
                all.add(new Occasion(
                        Period.ofDays(day), times == 1 ? null : slot, slots.isEmpty() ? null : slots.get(slot - 1)));
            }
        }
        return all;
    }

    private static List<Occasion> weekly(LocalDate first, int weeks, List<DayOfWeek> weekdays) {
        var offsets = weekdays.stream()
                .map(weekday ->
                        Math.floorMod(weekday.getValue() - first.getDayOfWeek().getValue(), 7))
                .sorted()
                .toList();
        var all = new ArrayList<Occasion>();
        for (int week = 0; week < weeks; week++) {
            for (int offset : offsets) {
                all.add(Occasion.on(Period.ofDays(7 * week + offset)));
            }
        }
        return all;
    }

    private static List<Occasion> cycled(List<Integer> days, Period cycle, int cycles, int origin) {
        var all = new ArrayList<Occasion>();
        for (int round = 0; round < cycles; round++) {
            for (int day : days) {
                all.add(Occasion.on(cycle.multipliedBy(round).plusDays((long) day - origin)));
            }
        }
        all.sort(Comparator.comparing(occasion -> LocalDate.EPOCH.plus(occasion.after())));
        return all;
    }
}
