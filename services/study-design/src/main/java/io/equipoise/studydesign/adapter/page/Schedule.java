package io.equipoise.studydesign.adapter.page;

import io.equipoise.studydesign.adapter.page.TimePoint.Kind;
import io.equipoise.studydesign.domain.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The schedule of activities: what is done down, when across. */
public record Schedule(List<TimePoint> columns, List<Row> rows, List<String> stretches) {

    /** An assessment, a course or the scans, with a mark in each column where it is due. */
    public record Row(String kind, String title, List<Boolean> due) {}

    static Schedule of(Definition definition) {
        var columns = TimePoint.of(definition);
        var rows = new ArrayList<Row>();
        for (var assessment : definition.list("/assessments/value")) {
            var name = String.valueOf(assessment.get("assessment"));
            var due = columns.stream()
                    .map(column -> column.asked().contains(name))
                    .toList();
            if (due.contains(true)) {
                rows.add(new Row("assessment", String.valueOf(assessment.get("title")), due));
            }
        }
        if (columns.stream().anyMatch(column -> column.kind() == Kind.SCAN)) {
            rows.add(new Row(
                    "scan",
                    "Scan",
                    columns.stream().map(column -> column.kind() == Kind.SCAN).toList()));
        }
        var stretches = new ArrayList<String>();
        var courses = definition.list("/dosing/courses");
        for (int n = 0; n < courses.size(); n++) {
            var course = courses.get(n);
            var days = Days.of(definition, n);
            if (!days.doses().isEmpty()) {
                rows.add(dose(course, columns));
            } else {
                stretches.add(course.get("title") + ": "
                        + (days.open().isEmpty() ? "day " + days.from() + " to day " + days.to() : days.open()));
            }
        }
        return new Schedule(columns, List.copyOf(rows), List.copyOf(stretches));
    }

    private static Row dose(Map<String, Object> course, List<TimePoint> columns) {
        var due = columns.stream()
                .map(column -> column.kind() == Kind.DOSE && column.key().equals(course.get("course")))
                .toList();
        return new Row("dose", String.valueOf(course.get("title")), due);
    }
}
