package io.equipoise.operations.application;

import java.util.List;
import java.util.stream.IntStream;

/** Adverse events by grade (CTCAE 1 to 5), counted as events, with the people behind each count. */
public record Grades(int events, long people, List<Grade> grades, List<Line> lines) {
    private static final int WORST = 5;

    /** One grade: all its events, and the serious ones among them. */
    public record Grade(int grade, Count all, Count serious) {}

    /** One event, on the site's clock. */
    public record Line(Harm harm, Moment onset) {}

    public static Grades of(Trial trial) {
        var harms = trial.harms();
        return new Grades(
                harms.size(),
                harms.stream().map(Harm::subject).distinct().count(),
                IntStream.rangeClosed(1, WORST)
                        .mapToObj(grade -> new Grade(
                                grade,
                                count("grade-" + grade, "Grade " + grade, harms, grade, false),
                                count("serious-" + grade, "Grade " + grade + ", serious", harms, grade, true)))
                        .toList(),
                harms.stream()
                        .map(harm -> new Line(harm, Moment.of(harm.onset(), trial.zoneOf(harm.site()))))
                        .toList()
                        .reversed());
    }

    /** A bar's length of 200, the longest being the grade with most events. */
    public long width(Count count) {
        int most = grades.stream().mapToInt(grade -> grade.all().n()).max().orElse(1);
        return Math.round(200.0 * count.n() / Math.max(1, most));
    }

    private static Count count(String id, String label, List<Harm> harms, int grade, boolean onlySerious) {
        return new Count(
                id,
                label,
                harms.stream()
                        .filter(harm -> harm.grade() == grade && (harm.serious() || !onlySerious))
                        .map(harm -> new Row(harm.subject(), harm.term()))
                        .toList());
    }
}
