package io.equipoise.dosing.adapter.mongo;

import io.equipoise.dosing.domain.Schedule;
import io.equipoise.dosing.domain.Schedule.FirstDose;
import io.equipoise.dosing.domain.Schedule.ScanPoint;
import io.equipoise.dosing.domain.Schedule.Window;
import io.equipoise.dosing.domain.Volume;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a study definition leniently: what is not there, unknown, or not understood stays unknown. */
record DefinitionReader(JsonNode definition) {
    private static final int MOST_DOSES = 1_000;
    private static final int MOST_DAYS = 36_525;

    Schedule schedule() {
        var dosing = definition.path("dosing");
        return new Schedule(
                dosing.isMissingNode() ? Integer.valueOf(0) : administrations(known(dosing.path("administrations"))),
                period(known(dosing.path("interval")))
                        .filter(DefinitionReader::forward)
                        .orElse(null),
                firstDose(known(dosing.path("firstDose"))),
                period(known(dosing.path("minimumGap"))).orElse(null),
                window(known(dosing.path("window"))),
                volume(known(dosing.path("volume"))),
                scans(known(definition.path("imaging").path("scans"))));
    }

    Optional<String> status() {
        return Optional.ofNullable(text(known(definition.path("status"))));
    }

    /** The value of an open value, unless nobody knows it; a plain value is its own. */
    private static JsonNode known(JsonNode open) {
        if (!open.has("basis")) {
            return open;
        }
        return "unknown".equals(text(open.path("basis"))) ? open.path("nothing") : open.path("value");
    }

    private static @Nullable Integer administrations(JsonNode value) {
        return value.isInt() && value.intValue() >= 1 && value.intValue() <= MOST_DOSES ? value.intValue() : null;
    }

    private static @Nullable FirstDose firstDose(JsonNode value) {
        var anchor = text(value.path("anchor"));
        var day = value.path("day");
        return anchor == null || !day.isInt() || day.intValue() < 0 || day.intValue() > MOST_DAYS
                ? null
                : new FirstDose(anchor, day.intValue());
    }

    private static @Nullable Window window(JsonNode value) {
        var before = period(value.path("before"));
        var after = period(value.path("after"));
        return before.isPresent() && after.isPresent() ? new Window(before.get(), after.get()) : null;
    }

    private static @Nullable Volume volume(JsonNode value) {
        var unit = text(value.path("unit"));
        var number = value.path("number");
        var written = number.isNumber() ? number.decimalValue().toPlainString() : text(number);
        if (unit == null || written == null) {
            return null;
        }
        try {
            var exact = new BigDecimal(written);
            return Math.abs((long) exact.scale()) > MOST_DOSES
                    ? null
                    : Volume.parse(exact.toPlainString(), unit).orElse(null);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static List<ScanPoint> scans(JsonNode value) {
        var scans = new ArrayList<ScanPoint>();
        for (var scan : value) {
            var name = text(scan.path("scan"));
            var day = scan.path("day");
            if (name != null && day.isInt() && Math.abs((long) day.intValue()) <= MOST_DAYS) {
                var title = text(scan.path("title"));
                scans.add(new ScanPoint(
                        name,
                        title == null ? name : title,
                        day.intValue(),
                        period(scan.path("before")).orElse(null),
                        period(scan.path("after")).orElse(null)));
            }
        }
        return scans;
    }

    /** A period of months, weeks or days that does not go back. */
    private static Optional<Period> period(JsonNode value) {
        var text = text(value);
        if (text == null) {
            return Optional.empty();
        }
        try {
            var period = Period.parse(text);
            return period.isNegative() || period.toTotalMonths() > MOST_DAYS || period.get(ChronoUnit.DAYS) > MOST_DAYS
                    ? Optional.empty()
                    : Optional.of(period);
        } catch (DateTimeException | ArithmeticException notAPeriod) {
            return Optional.empty();
        }
    }

    private static boolean forward(Period period) {
        return !period.isZero();
    }

    private static @Nullable String text(JsonNode value) {
        return value.isString() ? value.stringValue() : null;
    }
}
