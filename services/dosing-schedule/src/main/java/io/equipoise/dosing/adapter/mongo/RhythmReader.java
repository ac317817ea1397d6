package io.equipoise.dosing.adapter.mongo;

import static io.equipoise.dosing.adapter.mongo.Open.period;
import static io.equipoise.dosing.adapter.mongo.Open.text;
import static io.equipoise.dosing.adapter.mongo.Open.whole;

import io.equipoise.dosing.domain.Rhythm;
import java.time.DayOfWeek;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads how administrations follow each other; a rhythm of which one part is not understood is none. */
record RhythmReader(JsonNode value) {
    private static final int MOST = 1_000;

    @Nullable
    Rhythm rhythm() {
        var kind = text(value.path("kind"));
        return switch (kind == null ? "" : kind) {
            case "ONCE" -> new Rhythm.Once();
            case "EVERY" -> every();
            case "DAILY" -> daily();
            case "WEEKLY" -> weekly();
            case "CYCLES" -> cycles();
            case "DAYS" -> days().map(Rhythm.Days::new).orElse(null);
            case "COUNT" -> count("count").map(Rhythm.Count::new).orElse(null);
            case "WINDOW" -> forward("length").map(Rhythm.Span::new).orElse(null);
            case "AS_NEEDED" ->
                count("atMost")
                        .flatMap(atMost -> forward("per").map(per -> new Rhythm.AsNeeded(atMost, per)))
                        .orElse(null);
            default -> null;
        };
    }

    private @Nullable Rhythm every() {
        return forward("interval")
                .flatMap(interval -> count("count")
                        .map(count -> new Rhythm.Every(
                                interval, count, forward("until").orElse(null))))
                .orElse(null);
    }

    private @Nullable Rhythm daily() {
        var slots = value.has("slots") ? Open.list(value.path("slots"), Open::text) : Optional.of(List.<String>of());
        return count("times")
                .flatMap(times -> count("days")
                        .flatMap(days -> slots.filter(_ -> (long) times * days <= MOST)
                                .map(found -> new Rhythm.Daily(times, days, found))))
                .orElse(null);
    }

    private @Nullable Rhythm weekly() {
        var weekdays = value.has("weekdays")
                ? Open.list(value.path("weekdays"), RhythmReader::weekday)
                : Optional.of(List.<DayOfWeek>of());
        return count("times")
                .flatMap(times -> count("weeks")
                        .flatMap(weeks -> weekdays.filter(_ -> (long) times * weeks <= MOST)
                                .map(found -> new Rhythm.Weekly(times, weeks, found))))
                .orElse(null);
    }

    private @Nullable Rhythm cycles() {
        return days().flatMap(days -> forward("cycle")
                        .flatMap(cycle -> count("cycles")
                                .filter(cycles -> (long) days.size() * cycles <= MOST)
                                .map(cycles -> new Rhythm.Cycles(days, cycle, cycles))))
                .orElse(null);
    }

    private Optional<List<Integer>> days() {
        return Open.list(value.path("days"), day -> whole(day, 0, Open.MOST_DAYS))
                .filter(days -> !days.isEmpty()
                        && days.size() <= MOST
                        && days.stream().distinct().count() == days.size());
    }

    private Optional<Integer> count(String field) {
        return Optional.ofNullable(whole(value.path(field), 1, MOST));
    }

    private Optional<Period> forward(String field) {
        return period(value.path(field)).filter(period -> !period.isZero());
    }

    private static @Nullable DayOfWeek weekday(JsonNode value) {
        var name = text(value);
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
