package io.equipoise.operations.application;

import io.equipoise.operations.application.DueItem.Standing;
import io.equipoise.operations.application.Person.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is due or overdue today, where today is the date at each person's site. */
public final class DueList {
    private static final int SOON_DAYS = 28;

    private DueList() {}

    public static List<DueItem> of(Trial trial, Instant now) {
        return trial.people().stream()
                .flatMap(person -> itemsOf(trial, person, now))
                .sorted(Comparator.comparing(DueItem::standing)
                        .thenComparing(DueItem::planned)
                        .thenComparing(DueItem::subject))
                .toList();
    }

    private static Stream<DueItem> itemsOf(Trial trial, Person person, Instant now) {
        var today = now.atZone(trial.zoneOf(person.site())).toLocalDate();
        return person.entries().stream()
                .filter(Entry::unsettled)
                .filter(entry -> open(trial, person, entry))
                .flatMap(
                        entry -> standing(entry, today).map(standing -> item(person, entry, standing, today)).stream());
    }

    /** Whether the planned thing can and should still happen, by all that was told. */
    static boolean open(Trial trial, Person person, Entry entry) {
        if (left(person.leftStudy(), entry)) {
            return false;
        }
        if (entry.scan()) {
            return trial.scansOf(person.subject()).stream()
                    .noneMatch(scan -> scan.timePoint().equals(entry.entry()) && scan.usable());
        }
        var dose = entry.dose() == null ? null : person.dose(entry.dose());
        return !left(person.leftTreatment(), entry) && (dose == null || !dose.settled());
    }

    private static boolean left(Person.@Nullable Leaving leaving, Entry entry) {
        return leaving != null && !(entry.latest() != null && entry.latest().isBefore(leaving.on()));
    }

    static Optional<Standing> standing(Entry entry, LocalDate today) {
        var opens = entry.earliest() == null ? entry.planned() : entry.earliest();
        if (entry.latest() != null && today.isAfter(entry.latest())) {
            return Optional.of(Standing.OVERDUE);
        }
        if (!today.isBefore(opens)) {
            return Optional.of(Standing.DUE);
        }
        return today.plusDays(SOON_DAYS).isBefore(opens) ? Optional.empty() : Optional.of(Standing.SOON);
    }

    private static DueItem item(Person person, Entry entry, Standing standing, LocalDate today) {
        var closes = entry.latest() == null ? entry.planned() : entry.latest();
        var dose = entry.dose() == null ? null : person.dose(entry.dose());
        return new DueItem(
                standing,
                person.subject(),
                person.site(),
                entry.entry(),
                entry.title(),
                entry.kind(),
                entry.planned(),
                entry.earliest(),
                entry.latest(),
                ChronoUnit.DAYS.between(today, closes),
                entry.state().equals("HELD") || (dose != null && dose.state().equals("HELD")));
    }
}
