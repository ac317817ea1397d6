package io.equipoise.dosing.adapter.mongo;

import static io.equipoise.dosing.adapter.mongo.Open.known;
import static io.equipoise.dosing.adapter.mongo.Open.period;
import static io.equipoise.dosing.adapter.mongo.Open.text;
import static io.equipoise.dosing.adapter.mongo.Open.whole;

import io.equipoise.dosing.domain.Companion;
import io.equipoise.dosing.domain.Levels;
import io.equipoise.dosing.domain.Levels.Cohort;
import io.equipoise.dosing.domain.Levels.Escalation;
import io.equipoise.dosing.domain.Levels.Gate;
import io.equipoise.dosing.domain.Protocol;
import io.equipoise.dosing.domain.Protocol.CourseRule;
import io.equipoise.dosing.domain.Protocol.CrossoverPeriod;
import io.equipoise.dosing.domain.Protocol.Visit;
import io.equipoise.dosing.domain.Protocol.WeightRule;
import io.equipoise.dosing.domain.Reduction;
import io.equipoise.dosing.domain.Schedule.ScanPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a study definition leniently: what is not there, unknown, or not understood stays unknown. */
record DefinitionReader(JsonNode definition) {
    private static final int MOST_DAYS = Open.MOST_DAYS;
    private static final int MOST_PEOPLE = 10_000;

    Protocol protocol() {
        var dosing = definition.path("dosing");
        return new Protocol(
                randomized(),
                CourseReader.firstDose(known(dosing.path("firstDose"))),
                whole(known(dosing.path("dayOrigin")), 0, 1),
                weight(known(dosing.path("weight"))),
                courses(dosing.path("courses")),
                periods(known(definition.path("design").path("periods"))),
                scans(known(definition.path("imaging").path("scans"))),
                visits(known(definition.path("visits"))));
    }

    /** Chance divides nobody where there is one arm. Where there are several and nobody says how, it may. */
    private boolean randomized() {
        var design = definition.path("design");
        var allocation = text(known(design.path("allocation")));
        return allocation == null ? design.path("arms").size() != 1 : allocation.equals("RANDOMIZED");
    }

    Levels levels() {
        var design = definition.path("design");
        return new Levels(cohorts(known(design.path("cohorts"))), escalation(known(design.path("escalation"))));
    }

    List<Companion> companions() {
        return Open.list(known(definition.path("companions")), one -> {
                    var name = text(one.path("companion"));
                    var title = text(one.path("title"));
                    var confounder = one.path("confounder");
                    return name == null
                            ? null
                            : new Companion(
                                    name,
                                    title == null ? name : title,
                                    confounder.isBoolean() ? confounder.booleanValue() : null);
                })
                .orElse(List.of());
    }

    /** By course; one of which a step or the rule for the next dose is not understood allows none. */
    Map<String, Reduction> reductions() {
        var all = new TreeMap<String, Reduction>();
        for (var course : definition.path("dosing").path("courses")) {
            var name = text(course.path("course"));
            var rule = known(course.path("reductions"));
            var steps = Open.list(rule.path("steps"), Open::decimal).orElse(List.of());
            if (name != null && !steps.isEmpty()) {
                Arrays.stream(Reduction.Next.values())
                        .filter(next -> next.name().equals(text(rule.path("next"))))
                        .findFirst()
                        .ifPresent(next -> all.put(name, new Reduction(steps, next)));
            }
        }
        return all;
    }

    Optional<String> status() {
        return Optional.ofNullable(text(known(definition.path("status"))));
    }

    private static List<CourseRule> courses(JsonNode value) {
        var courses = new ArrayList<CourseRule>();
        value.forEach(course -> new CourseReader(course).rule().ifPresent(courses::add));
        return courses;
    }

    private static @Nullable WeightRule weight(JsonNode value) {
        var required = value.path("required");
        return period(value.path("notOlderThan"))
                .filter(_ -> required.isBoolean())
                .map(age -> new WeightRule(required.booleanValue(), age))
                .orElse(null);
    }

    private static List<CrossoverPeriod> periods(JsonNode value) {
        return Open.list(value, one -> {
                    var name = text(one.path("period"));
                    var from = period(one.path("from"));
                    var to = period(one.path("to"));
                    return name == null || from.isEmpty() || to.isEmpty()
                            ? null
                            : new CrossoverPeriod(name, from.get(), to.get());
                })
                .orElse(List.of());
    }

    private static List<Cohort> cohorts(JsonNode value) {
        return Open.list(value, one -> {
                    var name = text(one.path("cohort"));
                    var order = whole(one.path("order"), 1, MOST_PEOPLE);
                    return name == null || order == null
                            ? null
                            : new Cohort(name, order, whole(one.path("size"), 1, MOST_PEOPLE));
                })
                .orElse(List.of());
    }

    private static @Nullable Escalation escalation(JsonNode value) {
        var sentinels = whole(value.path("sentinels"), 0, MOST_PEOPLE);
        return Arrays.stream(Gate.values())
                .filter(gate -> gate.name().equals(text(value.path("gate"))))
                .findFirst()
                .map(gate -> new Escalation(
                        gate,
                        sentinels == null ? 0 : sentinels,
                        period(value.path("stagger")).orElse(null),
                        Open.decimal(value.path("target")),
                        whole(value.path("maximum"), 1, MOST_PEOPLE)))
                .orElse(null);
    }

    private static List<Visit> visits(JsonNode value) {
        var visits = new ArrayList<Visit>();
        for (var visit : value) {
            var name = text(visit.path("visit"));
            var day = whole(visit.path("day"), -MOST_DAYS, MOST_DAYS);
            if (name != null && day != null) {
                var title = text(visit.path("title"));
                visits.add(new Visit(
                        name,
                        title == null ? name : title,
                        day,
                        period(visit.path("before")).orElse(null),
                        period(visit.path("after")).orElse(null),
                        Open.list(visit.path("assessments"), Open::text).orElse(List.of())));
            }
        }
        return visits;
    }

    private static List<ScanPoint> scans(JsonNode value) {
        var scans = new ArrayList<ScanPoint>();
        for (var scan : value) {
            var name = text(scan.path("scan"));
            var day = whole(scan.path("day"), -MOST_DAYS, MOST_DAYS);
            if (name != null && day != null) {
                var title = text(scan.path("title"));
                scans.add(new ScanPoint(
                        name,
                        title == null ? name : title,
                        day,
                        period(scan.path("before")).orElse(null),
                        period(scan.path("after")).orElse(null)));
            }
        }
        return scans;
    }
}
