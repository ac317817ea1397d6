package io.equipoise.imaging.adapter.rest;

import io.equipoise.imaging.application.LesionCounting.PersonLesions;
import io.equipoise.imaging.domain.crossover.LesionSum;
import io.equipoise.imaging.domain.crossover.PeriodLesions;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One line for each person and period; an empty sum was not counted, a 0 was. */
final class LesionsTable {
    private static final String COLUMNS = "subject,site,period,from_day,to_day,"
            + "gadolinium_enhancing,gadolinium_scans,gadolinium_lacking,gadolinium_lacking_because,"
            + "new_t2,new_t2_scans,new_t2_lacking,enlarging_t2,enlarging_t2_scans,enlarging_t2_lacking,"
            + "carry_over,carry_over_scans";

    private LesionsTable() {}

    static String of(List<PersonLesions> people) {
        return Stream.concat(
                        Stream.of(COLUMNS),
                        people.stream()
                                .flatMap(person -> person.periods().stream().map(period -> line(person, period))))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String line(PersonLesions person, PeriodLesions one) {
        return Stream.of(
                        person.subject(),
                        person.subject().site(),
                        one.period().period(),
                        one.period().from(),
                        one.period().to(),
                        one.gadoliniumEnhancing().sum(),
                        one.gadoliniumEnhancing().scans(),
                        one.gadoliniumEnhancing().scansLacking(),
                        because(one.gadoliniumEnhancing()),
                        one.newT2().sum(),
                        one.newT2().scans(),
                        one.newT2().scansLacking(),
                        one.enlargingT2().sum(),
                        one.enlargingT2().scans(),
                        one.enlargingT2().scansLacking(),
                        one.carryOver().flag(),
                        String.join(" ", one.carryOver().scans()))
                .map(LesionsTable::cell)
                .collect(Collectors.joining(","));
    }

    private static String because(LesionSum sum) {
        return new TreeMap<>(sum.lacking())
                .entrySet().stream()
                        .map(reason -> reason.getKey() + " " + reason.getValue())
                        .collect(Collectors.joining("; "));
    }

    /** Always quoted. Every cell is a number, a day or a name of the definition's alphabet, so none begins a formula. */
    private static String cell(@Nullable Object value) {
        return '"' + Objects.toString(value, "").replace("\"", "\"\"") + '"';
    }
}
