package io.equipoise.studydesign.domain.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a table of studies has a column for, named in its first row by the lower-case word. */
public enum Column {
    STUDY,
    CONDITION,
    PHASE,
    STATUS,
    ENROLMENT,
    START,
    AGE,
    SEX,
    FUNDER,
    LOCATION,
    PRODUCT,
    MATCH,
    ROUTE,
    DOSE,
    PASSAGE,
    PRECONDITIONING;

    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Column> called(String title) {
        var plain = Spelling.plain(title).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(column -> column.title().equals(plain))
                .findFirst();
    }
}
