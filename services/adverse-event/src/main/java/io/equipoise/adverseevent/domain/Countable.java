package io.equipoise.adverseevent.domain;

import io.equipoise.adverseevent.domain.StoppingFact.EventNoted;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which events a rule counts: of each person dosed the first one.
 *
 * @param terms as reported, whatever their capitals; none means every term
 * @param grade the least, 1 to 5 (CTCAE v5)
 * @param serious only serious ones
 * @param related only those that the investigator judges at least possibly related
 * @param withinDays of a dose of that person, 1 to 3650 times 24 hours
 * @param dosedFrom only people first dosed on this day (UTC) or later, as for one dose level; absent: everybody
 */
public record Countable(
        List<String> terms,
        int grade,
        boolean serious,
        boolean related,
        int withinDays,
        @Nullable LocalDate dosedFrom) {

    public Countable {
        terms = List.copyOf(terms);
    }

    boolean countsPerson(List<Instant> doses) {
        return !doses.isEmpty()
                && (dosedFrom == null
                        || !doses.stream()
                                .min(Instant::compareTo)
                                .orElseThrow()
                                .isBefore(dosedFrom.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    boolean counts(EventNoted event, List<Instant> doses) {
        return event.grade() >= grade
                && (event.serious() || !serious)
                && (event.relation().isReasonablePossibility() || !related)
                && (terms.isEmpty() || terms.stream().anyMatch(term -> same(term, event.term())))
                && doses.stream().anyMatch(dose -> follows(event.onset(), dose));
    }

    private static boolean same(String one, String other) {
        return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }

    /** Where only the day of the onset is known, it counts if it may have been in time anywhere on earth. */
    private boolean follows(Moment onset, Instant dose) {
        var end = dose.plus(Duration.ofDays(withinDays));
        return switch (onset) {
            case Moment.At(var at) -> !at.isBefore(dose) && !at.isAfter(end);
            case Moment.On(var day) -> {
                var earliest = day.atStartOfDay(ZoneOffset.ofHours(14)).toInstant();
                var latest =
                        day.plusDays(1).atStartOfDay(ZoneOffset.ofHours(-12)).toInstant();
                yield latest.isAfter(dose) && !earliest.isAfter(end);
            }
        };
    }
}
