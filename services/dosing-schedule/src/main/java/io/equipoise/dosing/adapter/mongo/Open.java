package io.equipoise.dosing.adapter.mongo;

import io.equipoise.dosing.domain.quantity.Exact;
import io.equipoise.dosing.domain.quantity.Measured;
import java.time.DateTimeException;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the parts of a definition leniently: what is not there, unknown, or not understood stays unknown. */
final class Open {
    static final int MOST_DAYS = 36_525;

    private Open() {}

    /** The value of an open value, unless nobody knows it; a plain value is its own. */
    static JsonNode known(JsonNode open) {
        if (!open.has("basis")) {
            return open;
        }
        return "unknown".equals(text(open.path("basis"))) ? open.path("nothing") : open.path("value");
    }

    static @Nullable String text(JsonNode value) {
        return value.isString() ? value.stringValue() : null;
    }

    static @Nullable Integer whole(JsonNode value, int least, int most) {
        return value.isInt() && value.intValue() >= least && value.intValue() <= most ? value.intValue() : null;
    }

    /** An exact decimal as text; a number in JSON is taken by its digits. */
    static @Nullable String decimal(JsonNode value) {
        var written = value.isNumber() ? value.decimalValue().toString() : text(value);
        return written == null ? null : Exact.parse(written).map(Exact::text).orElse(null);
    }

    static @Nullable Measured measured(JsonNode value) {
        var number = decimal(value.path("number"));
        var unit = text(value.path("unit"));
        return number == null || unit == null ? null : new Measured(number, unit);
    }

    /** A period of months, weeks or days that does not go back. */
    static Optional<Period> period(JsonNode value) {
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

    /** Every element understood, or nothing at all: half a list would be another protocol. */
    static <T> Optional<List<T>> list(JsonNode value, Function<JsonNode, @Nullable T> read) {
        if (!value.isArray()) {
            return Optional.empty();
        }
        var all = new ArrayList<T>();
        for (var element : value) {
            var one = read.apply(element);
            if (one == null) {
                return Optional.empty();
            }
            all.add(one);
        }
        return Optional.of(all);
    }
}
