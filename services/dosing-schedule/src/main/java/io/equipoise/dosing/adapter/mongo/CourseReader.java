package io.equipoise.dosing.adapter.mongo;

import static io.equipoise.dosing.adapter.mongo.Open.decimal;
import static io.equipoise.dosing.adapter.mongo.Open.known;
import static io.equipoise.dosing.adapter.mongo.Open.measured;
import static io.equipoise.dosing.adapter.mongo.Open.period;
import static io.equipoise.dosing.adapter.mongo.Open.text;
import static io.equipoise.dosing.adapter.mongo.Open.whole;

import io.equipoise.dosing.domain.Protocol.CourseRule;
import io.equipoise.dosing.domain.Protocol.Minutes;
import io.equipoise.dosing.domain.Route;
import io.equipoise.dosing.domain.Route.Detail;
import io.equipoise.dosing.domain.Schedule.FirstDose;
import io.equipoise.dosing.domain.Schedule.Window;
import io.equipoise.dosing.domain.Volume;
import io.equipoise.dosing.domain.quantity.AmountRule;
import io.equipoise.dosing.domain.quantity.AmountRule.Per;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one course of a definition. */
record CourseReader(JsonNode course) {
    private static final int MOST_MINUTES = 1_440;

    Optional<CourseRule> rule() {
        var name = text(course.path("course"));
        if (name == null) {
            return Optional.empty();
        }
        var title = text(course.path("title"));
        return Optional.of(new CourseRule(
                name,
                title == null ? name : title,
                text(course.path("cohort")),
                text(course.path("period")),
                firstDose(value("firstDose")),
                routes(),
                amount(),
                volume(),
                decimal(value("factor")),
                new RhythmReader(value("schedule")).rhythm(),
                period(value("minimumGap")).orElse(null),
                window(value("window")),
                minutes(),
                details()));
    }

    private JsonNode value(String field) {
        return known(course.path(field));
    }

    static @Nullable FirstDose firstDose(JsonNode value) {
        var anchor = text(value.path("anchor"));
        var day = whole(value.path("day"), 0, Open.MOST_DAYS);
        return anchor == null || day == null ? null : new FirstDose(anchor, day);
    }

    static @Nullable Window window(JsonNode value) {
        var before = period(value.path("before"));
        var after = period(value.path("after"));
        return before.isPresent() && after.isPresent() ? new Window(before.get(), after.get()) : null;
    }

    private List<Route> routes() {
        var value = value("route");
        return value.isString()
                ? Route.named(value.stringValue()).map(List::of).orElse(List.of())
                : Open.list(
                                value,
                                one -> Route.named(
                                                Optional.ofNullable(text(one)).orElse(""))
                                        .orElse(null))
                        .orElse(List.of());
    }

    private @Nullable AmountRule amount() {
        var value = value("amount");
        var per = Arrays.stream(Per.values())
                .filter(one -> one.name().equals(text(value.path("per"))))
                .findFirst()
                .orElse(null);
        if (per == null) {
            return null;
        }
        var low = decimal(value.path("low"));
        var high = decimal(value.path("high"));
        return new AmountRule(
                per,
                text(value.path("unit")),
                text(value.path("of")),
                decimal(value.path("number")),
                low == null || high == null ? null : new AmountRule.Range(low, high),
                Open.list(value.path("sequence"), Open::decimal).orElse(List.of()),
                measured(value.path("in")),
                decimal(value.path("cap")));
    }

    private @Nullable Volume volume() {
        var read = measured(value("volume"));
        return read == null ? null : Volume.parse(read.number(), read.unit()).orElse(null);
    }

    private @Nullable Minutes minutes() {
        var value = value("infusionMinutes");
        var from = whole(value.path("from"), 0, MOST_MINUTES);
        var to = whole(value.path("to"), 0, MOST_MINUTES);
        return from == null || to == null || from > to ? null : new Minutes(from, to);
    }

    private List<Detail> details() {
        return Open.list(
                        value("details"),
                        one -> Arrays.stream(Detail.values())
                                .filter(detail -> detail.name().equals(text(one)))
                                .findFirst()
                                .orElse(null))
                .orElse(List.of());
    }
}
