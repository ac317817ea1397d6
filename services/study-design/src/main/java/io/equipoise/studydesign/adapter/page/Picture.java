package io.equipoise.studydesign.adapter.page;

import io.equipoise.studydesign.domain.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The schedule as a picture: one lane for visits, one for scans, one for each course, over the weeks from day 0. */
public record Picture(int top, int height, List<Tick> ticks, List<Lane> lanes, boolean about) {
    static final int WIDTH = 1080;
    static final int LEFT = 190;
    private static final int RIGHT = 30;
    private static final int LANE = 34;
    private static final int GRID = 12;
    private static final int BARE = 20;
    private static final int NAMES = 112;
    private static final int APART = 16;
    private static final int WEEK = 7;
    private static final int MOST_TICKS = 14;
    private static final List<Integer> STEPS = List.of(1, 2, 4, 8, 12, 26, 52, 104, 260, 520);

    /** A week on the axis. */
    public record Tick(int x, String label) {}

    /** What is planned of one kind; a stretch is drawn from {@code from} to {@code to}. */
    public record Lane(
            String kind,
            String title,
            String note,
            int y,
            @Nullable Integer from,
            @Nullable Integer to,
            List<Mark> marks) {}

    /** One day, its window, and where its name stands. */
    public record Mark(int x, int windowFrom, int windowTo, int nameX, String title, String words) {
        public int windowWidth() {
            return Math.max(0, windowTo - windowFrom);
        }
    }

    static Picture of(Definition definition) {
        var points = TimePoint.of(definition);
        var courses = definition.list("/dosing/courses");
        var days = IntStream.range(0, courses.size())
                .mapToObj(n -> Days.of(definition, n))
                .toList();
        var axis = Axis.of(points, days);
        var lanes = new ArrayList<Lane>();
        var visited = points.stream().anyMatch(point -> point.kind() == TimePoint.Kind.VISIT);
        int top = visited ? NAMES : BARE;
        int y = top;
        for (var kind : List.of(TimePoint.Kind.VISIT, TimePoint.Kind.SCAN)) {
            var own = points.stream().filter(point -> point.kind() == kind).toList();
            if (!own.isEmpty()) {
                var title = kind == TimePoint.Kind.VISIT ? "Visits" : "Scans";
                lanes.add(new Lane(kind.name(), title, "n = " + own.size(), y, null, null, marks(own, axis)));
                y += LANE;
            }
        }
        for (int n = 0; n < courses.size(); n++) {
            var name = String.valueOf(courses.get(n).get("course"));
            var own = points.stream()
                    .filter(point ->
                            point.kind() == TimePoint.Kind.DOSE && point.key().equals(name))
                    .toList();
            var plan = days.get(n);
            lanes.add(new Lane(
                    plan.open().isEmpty() ? "DOSE" : "OPEN",
                    shortened(String.valueOf(courses.get(n).get("title"))),
                    plan.open(),
                    y,
                    plan.from() == null ? null : axis.x(plan.from()),
                    plan.to() == null ? null : axis.x(plan.to() + 1),
                    marks(own, axis)));
            y += LANE;
        }
        return new Picture(
                top - GRID, y, axis.ticks(), List.copyOf(lanes), days.stream().anyMatch(Days::about));
    }

    private static String shortened(String title) {
        return title.length() > 26 ? title.substring(0, 25) + "…" : title;
    }

    /** Names stand above their marks, moved on where they would lie on each other. */
    private static List<Mark> marks(List<TimePoint> points, Axis axis) {
        var marks = new ArrayList<Mark>();
        int last = Integer.MIN_VALUE / 2;
        for (var point : points) {
            int x = axis.x(point.day());
            last = Math.max(x, last + APART);
            marks.add(new Mark(
                    x, axis.x(point.earliest()), axis.x(point.latest()), last, point.title(), point.inWords()));
        }
        return List.copyOf(marks);
    }

    public boolean empty() {
        return lanes.stream().allMatch(lane -> lane.marks().isEmpty() && lane.from() == null);
    }

    /** Days to places. */
    private record Axis(int first, int last) {

        static Axis of(List<TimePoint> points, List<Days> days) {
            var all = IntStream.concat(
                            points.stream().flatMapToInt(point -> IntStream.of(point.earliest(), point.latest())),
                            days.stream().flatMapToInt(Days::ends))
                    .summaryStatistics();
            return all.getCount() == 0
                    ? new Axis(0, WEEK)
                    : new Axis(Math.min(0, all.getMin()), Math.max(all.getMax(), WEEK));
        }

        int x(int day) {
            return LEFT + (int) Math.round((day - first) * (double) (WIDTH - LEFT - RIGHT) / (last - first));
        }

        List<Tick> ticks() {
            int from = Math.floorDiv(first, WEEK);
            int to = Math.floorDiv(last, WEEK);
            int step = STEPS.stream()
                    .filter(each -> (to - from) / each <= MOST_TICKS)
                    .findFirst()
                    .orElse(STEPS.getLast());
            return IntStream.rangeClosed(Math.ceilDiv(first, WEEK * step), Math.floorDiv(last, WEEK * step))
                    .mapToObj(n -> new Tick(x(n * step * WEEK), String.valueOf(n * step)))
                    .toList();
        }
    }
}
