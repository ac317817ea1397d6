package io.equipoise.imaging.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days on which the calendar wants a scan; an end that is null is not known. */
public record Window(@Nullable LocalDate earliest, @Nullable LocalDate latest) {

    /** Both ends known, so that inside and outside can be told apart. */
    public boolean bothEndsKnown() {
        return earliest != null && latest != null;
    }

    /** Outside beyond doubt: an unknown end excludes no day. */
    public boolean excludes(LocalDate day) {
        return (earliest != null && day.isBefore(earliest)) || (latest != null && day.isAfter(latest));
    }
}
