package io.equipoise.dosing.domain;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a study definition says about one repeated infusion and its scans; null is what it leaves open.
 *
 * @param administrations none at all where the study gives no infusions
 * @param interval days or weeks, or calendar months: then a day that a month lacks becomes that month's last day,
 *     counted from the first infusion each time, so that nothing drifts
 */
public record Schedule(
        @Nullable Integer administrations,
        @Nullable Period interval,
        @Nullable FirstDose firstDose,
        @Nullable Period minimumGap,
        @Nullable Window window,
        @Nullable Volume volume,
        List<ScanPoint> scans) {
    /** The only anchor that a calendar can be planned from so far. */
    public static final String RANDOMIZATION = "RANDOMIZATION";

    /** The first infusion is due so many days after the anchor; the anchor itself is day 0. */
    public record FirstDose(String anchor, int day) {}

    /** How far from its target an infusion may be given. */
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

    /** The open values without which no infusion has a date, as pointers into the definition. */
    public List<String> gaps() {
        var open = new ArrayList<String>();
        if (administrations != null && administrations == 0) {
            return List.of();
        }
        if (administrations == null) {
            open.add("/dosing/administrations");
        }
        if (interval == null && (administrations == null || administrations > 1)) {
            open.add("/dosing/interval");
        }
        if (firstDose == null || !firstDose.anchor().equals(RANDOMIZATION)) {
            open.add("/dosing/firstDose");
        }
        return List.copyOf(open);
    }

    /** The date that day 0 asks for, whatever happened since. */
    LocalDate target(LocalDate day0, int dose) {
        if (firstDose == null || (interval == null && dose > 1)) {
            throw new IllegalStateException("no target without a first infusion and an interval");
        }
        var first = day0.plusDays(firstDose.day());
        return interval == null ? first : first.plus(interval.multipliedBy(dose - 1));
    }
}
