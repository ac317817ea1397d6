package io.equipoise.dosing.application;

import io.equipoise.dosing.domain.Entry;
import io.equipoise.dosing.domain.Entry.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Whose dose may be given, or should have been, on a day; it follows the journal with a short delay. */
public final class WhoIsDue {
    private final Calendars calendars;
    private final KnownFacts known;
    private final DueList dueList;

    public WhoIsDue(Calendars calendars, KnownFacts known, DueList dueList) {
        this.calendars = calendars;
        this.known = known;
        this.dueList = dueList;
    }

    /** A dose that may be given, or should have been, on a day. */
    public record Due(String subject, String site, Entry entry, Standing standing) {}

    /** Empty where the study is not known here. */
    public Optional<List<Due>> due(String study, LocalDate on) {
        if (!known.knows(study)) {
            return Optional.empty();
        }
        var standing = known.status(study);
        var status = standing.on(on);
        var hold = standing.heldAt(endOf(on));
        return Optional.of(dueList.of(study).stream()
                .flatMap(calendar -> calendar.entries().stream()
                        .filter(Entry::open)
                        .map(status.map(found -> calendars.under(calendar.subject(), found))
                                .orElse(UnaryOperator.identity()))
                        .map(entry -> hold.map(entry::under).orElse(entry))
                        .filter(Entry::open)
                        .map(entry -> new Due(calendar.subject(), calendar.site(), entry, entry.standing(on))))
                .filter(due -> due.standing() != Standing.NOT_YET)
                .sorted(Comparator.comparing(Due::site)
                        .thenComparing(due -> due.entry().planned())
                        .thenComparing(Due::subject))
                .toList());
    }

    private static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1);
    }
}
