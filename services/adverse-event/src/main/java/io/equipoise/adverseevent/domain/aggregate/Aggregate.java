package io.equipoise.adverseevent.domain.aggregate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A study's events counted together, blinded. An event is counted by its newest account, once in each picture; every grade,
 * every bin and every lot of which a dose was given is there, with nothing where nothing happened.
 *
 * @param people who were given a dose or have an event
 */
public record Aggregate(
        List<Happening> events,
        int people,
        List<Grade> grades,
        List<Days> days,
        List<Lot> lots,
        List<Organ> organs,
        List<Row> rows) {
    private static final int HIGHEST_GRADE = 5;

    public Aggregate {
        events = List.copyOf(events);
        grades = List.copyOf(grades);
        days = List.copyOf(days);
        lots = List.copyOf(lots);
        organs = List.copyOf(organs);
        rows = List.copyOf(rows);
    }

    /** The events of one grade (CTCAE v5), serious or not: the two are judged apart. */
    public record Grade(int grade, List<Happening> serious, List<Happening> others) {
        public Grade {
            serious = List.copyOf(serious);
            others = List.copyOf(others);
        }
    }

    /** The events that began so many days after a dose. */
    public record Days(DayBin bin, List<Happening> events) {
        public Days {
            events = List.copyOf(events);
        }
    }

    /**
     * The events that were set in relation to doses of one packaging lot.
     *
     * @param lot empty for the events that name no dose
     * @param doses how many doses of it were given
     * @param people to how many people
     */
    public record Lot(Optional<String> lot, int doses, int people, List<Happening> events) {
        public Lot {
            events = List.copyOf(events);
        }
    }

    /**
     * The events of one system organ class.
     *
     * @param name empty for the events that nobody coded in a dictionary with classes
     */
    public record Organ(Optional<String> name, List<Happening> serious, List<Happening> others) {
        public Organ {
            serious = List.copyOf(serious);
            others = List.copyOf(others);
        }
    }

    /** A dose or an event on one person's own axis: days since that person's first dose. */
    public record Mark(
            String what,
            int grade,
            boolean serious,
            long day,
            @Nullable Long until) {}

    /**
     * One person.
     *
     * @param day0 the first dose; absent where none is told, and then nothing is marked
     */
    public record Row(String subject, @Nullable LocalDate day0, List<Mark> doses, List<Mark> events) {
        public Row {
            doses = List.copyOf(doses);
            events = List.copyOf(events);
        }
    }

    public static Aggregate of(List<Happening> events, List<Infusion> doses) {
        var people = Stream.concat(
                        events.stream().map(Happening::subject), doses.stream().map(Infusion::subject))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Aggregate(
                events,
                people.size(),
                IntStream.rangeClosed(1, HIGHEST_GRADE)
                        .mapToObj(grade -> grade(grade, events))
                        .toList(),
                days(events, doses),
                lots(events, doses),
                organs(events),
                people.stream().map(subject -> row(subject, events, doses)).toList());
    }

    private static Grade grade(int grade, List<Happening> events) {
        var split = events.stream()
                .filter(event -> event.grade() == grade)
                .collect(Collectors.partitioningBy(Happening::serious));
        return new Grade(grade, Objects.requireNonNull(split.get(true)), Objects.requireNonNull(split.get(false)));
    }

    private static List<Days> days(List<Happening> events, List<Infusion> doses) {
        var bins = events.stream()
                .collect(Collectors.groupingBy(event -> DayBin.of(sinceDose(event, doses)), Collectors.toList()));
        return Arrays.stream(DayBin.values())
                .map(bin -> new Days(bin, bins.getOrDefault(bin, List.of())))
                .toList();
    }

    /** Civil days from the last dose on or before the day of the onset; absent where there was none. */
    public static @Nullable Long sinceDose(Happening event, List<Infusion> doses) {
        return doses.stream()
                .filter(dose ->
                        dose.subject().equals(event.subject()) && !dose.on().isAfter(event.onset()))
                .map(Infusion::on)
                .max(Comparator.naturalOrder())
                .map(on -> ChronoUnit.DAYS.between(on, event.onset()))
                .orElse(null);
    }

    private static List<Lot> lots(List<Happening> events, List<Infusion> doses) {
        var names = Stream.concat(
                        doses.stream().map(Infusion::lot),
                        events.stream().map(Happening::lot).filter(Objects::nonNull))
                .collect(Collectors.toCollection(TreeSet::new));
        return Stream.concat(names.stream().map(Optional::of), Stream.of(Optional.<String>empty()))
                .map(name -> lot(name, events, doses))
                .toList();
    }

    private static Lot lot(Optional<String> name, List<Happening> events, List<Infusion> doses) {
        var given = doses.stream()
                .filter(dose -> name.filter(dose.lot()::equals).isPresent())
                .toList();
        return new Lot(
                name,
                given.size(),
                (int) given.stream().map(Infusion::subject).distinct().count(),
                events.stream()
                        .filter(event -> Optional.ofNullable(event.lot()).equals(name))
                        .toList());
    }

    private static List<Organ> organs(List<Happening> events) {
        var names = events.stream()
                .map(Happening::organClass)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        return Stream.concat(names.stream().map(Optional::of), Stream.of(Optional.<String>empty()))
                .map(name -> organ(name, events))
                .toList();
    }

    private static Organ organ(Optional<String> name, List<Happening> events) {
        var split = events.stream()
                .filter(event -> Optional.ofNullable(event.organClass()).equals(name))
                .collect(Collectors.partitioningBy(Happening::serious));
        return new Organ(name, Objects.requireNonNull(split.get(true)), Objects.requireNonNull(split.get(false)));
    }

    private static Row row(String subject, List<Happening> events, List<Infusion> doses) {
        var given =
                doses.stream().filter(dose -> dose.subject().equals(subject)).toList();
        var day0 =
                given.stream().map(Infusion::on).min(Comparator.naturalOrder()).orElse(null);
        if (day0 == null) {
            return new Row(subject, null, List.of(), List.of());
        }
        Function<LocalDate, Long> day = on -> ChronoUnit.DAYS.between(day0, on);
        return new Row(
                subject,
                day0,
                given.stream()
                        .map(dose -> new Mark("dose " + dose.dose(), 0, false, day.apply(dose.on()), null))
                        .toList(),
                events.stream()
                        .filter(event -> event.subject().equals(subject))
                        .map(event -> new Mark(
                                event.event(),
                                event.grade(),
                                event.serious(),
                                day.apply(event.onset()),
                                event.end() == null ? null : day.apply(event.end())))
                        .toList());
    }
}
