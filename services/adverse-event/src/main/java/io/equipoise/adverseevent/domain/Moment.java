package io.equipoise.adverseevent.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When something happened, exactly as precisely as it is known: an instant, or a civil date whose time nobody knows. */
public sealed interface Moment {
    int FIRST_YEAR = 1900;
    int LAST_YEAR = 9998;
    Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    /** To the second. */
    record At(Instant instant) implements Moment {
        @Override
        public String toString() {
            return instant.toString();
        }
    }

    /** The day only. */
    record On(LocalDate date) implements Moment {
        @Override
        public String toString() {
            return date.toString();
        }
    }

    /** Empty where the text is neither an ISO date nor an ISO instant of the years 1900 to 9998. */
    static Optional<Moment> parse(String text) {
        try {
            Moment moment = text.indexOf('T') < 0 ? new On(LocalDate.parse(text)) : new At(Instant.parse(text));
            return Optional.of(moment).filter(Moment::isOfThisWorld);
        } catch (DateTimeParseException neither) {
            return Optional.empty();
        }
    }

    /** Surely later: where the zone is not known, a day counts as long as it lasts anywhere on earth. */
    default boolean isSurelyAfter(Moment other, @Nullable ZoneId zone) {
        if (this instanceof At(var mine) && other instanceof At(var theirs)) {
            return mine.isAfter(theirs);
        }
        return firstDate(zone).isAfter(other.lastDate(zone));
    }

    /** The civil day at the site; of an instant in UTC where the site's zone was not told. */
    default LocalDate day(@Nullable ZoneId zone) {
        return dateIn(zone == null ? ZoneOffset.UTC : zone);
    }

    private boolean isOfThisWorld() {
        return switch (this) {
            case At(var instant) -> !instant.isBefore(EARLIEST) && instant.isBefore(LATEST);
            case On(var date) -> date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
        };
    }

    private LocalDate firstDate(@Nullable ZoneId zone) {
        return dateIn(zone == null ? ZoneOffset.ofHours(-12) : zone);
    }

    private LocalDate lastDate(@Nullable ZoneId zone) {
        return dateIn(zone == null ? ZoneOffset.ofHours(14) : zone);
    }

    private LocalDate dateIn(ZoneId zone) {
        return switch (this) {
            case At(var instant) -> instant.atZone(zone).toLocalDate();
            case On(var date) -> date;
        };
    }
}
