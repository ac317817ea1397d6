package io.equipoise.studydesign.adapter.page;

import io.equipoise.studydesign.domain.Definition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that the protocol plans for a day: a visit, a dose, a scan. */
public record TimePoint(
        Kind kind,
        String key,
        String title,
        int day,
        @Nullable String before,
        @Nullable String after,
        List<String> asked) {

    /** What is planned. */
    public enum Kind {
        VISIT,
        DOSE,
        SCAN
    }

    static List<TimePoint> of(Definition definition) {
        var points = new ArrayList<TimePoint>();
        definition.list("/visits/value").forEach(visit -> points.add(said(Kind.VISIT, "visit", visit)));
        definition.list("/imaging/scans/value").forEach(scan -> points.add(said(Kind.SCAN, "scan", scan)));
        var courses = definition.list("/dosing/courses");
        for (int n = 0; n < courses.size(); n++) {
            var course = courses.get(n);
            var at = "/dosing/courses/" + n + "/window";
            var window = definition.known(at).map(known -> known.value()).orElse(null) instanceof Map<?, ?> map
                    ? map
                    : Map.of();
            int number = 0;
            for (var day : Days.of(definition, n).doses()) {
                number++;
                points.add(new TimePoint(
                        Kind.DOSE,
                        String.valueOf(course.get("course")),
                        course.get("title") + " " + number,
                        day,
                        text(window.get("before")),
                        text(window.get("after")),
                        List.of()));
            }
        }
        points.sort(Comparator.comparingInt(TimePoint::day));
        return List.copyOf(points);
    }

    private static TimePoint said(Kind kind, String name, Map<String, Object> said) {
        return new TimePoint(
                kind,
                String.valueOf(said.get(name)),
                String.valueOf(said.get("title")),
                said.get("day") instanceof Number day ? day.intValue() : 0,
                text(said.get("before")),
                text(said.get("after")),
                said.get("assessments") instanceof List<?> asked
                        ? asked.stream().map(String::valueOf).toList()
                        : List.of());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }

    int earliest() {
        return day - Days.days(before);
    }

    int latest() {
        return day + Days.days(after);
    }

    public String window() {
        return before == null || after == null
                ? "window unknown"
                : "− " + Words.period(before) + " / + " + Words.period(after);
    }

    /** In one line, for those who do not see the picture. */
    public String inWords() {
        return "Day " + day + ": " + title + ", " + window();
    }
}
