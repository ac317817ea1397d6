package io.equipoise.enrolment.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/** A day, a month or a year as a source gives it: from its first day to its last. */
record PartialDate(LocalDate first, LocalDate last) {
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");

    static Optional<PartialDate> read(String text) {
        try {
            if (YEAR.matcher(text).matches()) {
                var year = Year.parse(text);
                return Optional.of(
                        new PartialDate(year.atDay(1), year.atMonth(12).atEndOfMonth()));
            }
            if (MONTH.matcher(text).matches()) {
                var month = YearMonth.parse(text);
                return Optional.of(new PartialDate(month.atDay(1), month.atEndOfMonth()));
            }
            var day = LocalDate.parse(text);
            return Optional.of(new PartialDate(day, day));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
