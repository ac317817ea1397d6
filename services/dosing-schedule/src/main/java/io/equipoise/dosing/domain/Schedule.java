package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.Drawn.Course;
import io.equipoise.dosing.domain.Drawn.PlannedDose;
import io.equipoise.dosing.domain.quantity.AmountRule;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as calendars of the first release kept it: one repeated infusion and its scans. It is only read any more.
 *
 * @param administrations none at all where the study gives no infusions
 */
public record Schedule(
        @Nullable Integer administrations,
        @Nullable Period interval,
        @Nullable FirstDose firstDose,
        @Nullable Period minimumGap,
        @Nullable Window window,
        @Nullable Volume volume,
        List<ScanPoint> scans) {
    private static final String COURSE = "INFUSION";

    /** The first dose is due so many days after the anchor; the anchor itself is day 0. */
    public record FirstDose(String anchor, int day) {}

    /** How far from its target a dose may be given. */
    public record Window(Period before, Period after) {}

    /** One planned scan, counted from day 0; no window where none is stated. */
    public record ScanPoint(
            String scan,
            String title,
            int day,
            @Nullable Period before,
            @Nullable Period after) {}

    public Schedule {
        scans = List.copyOf(scans);
    }

    /** The same plan as it is drawn today: one course of infusions from numbered kits, counted from randomization. */
    Drawn drawn(LocalDate day0) {
        var first = day0.plusDays(firstDose == null ? 0 : firstDose.day());
        var course = new Course(
                COURSE,
                "Infusion",
                first,
                false,
                null,
                null,
                List.of(Route.INTRAVENOUS),
                AmountRule.matched(),
                volume,
                null,
                minimumGap,
                window,
                null,
                List.of());
        var doses = new ArrayList<PlannedDose>();
        for (int dose = 1; administrations != null && dose <= administrations; dose++) {
            var after = interval == null ? Period.ZERO : interval.multipliedBy(dose - 1);
            doses.add(new PlannedDose(dose, COURSE, dose, after, null, null));
        }
        return new Drawn(
                Protocol.RANDOMIZATION,
                null,
                true,
                null,
                null,
                doses.isEmpty() ? List.of() : List.of(course),
                doses,
                List.of(),
                scans,
                List.of(),
                List.of());
    }
}
