package io.equipoise.operations.application;

import java.util.List;

/** A swimmer plot, placed: a lane a person, weeks since day 0 along it, every dose, event and scan where it happened. */
public record Swimmer(int n, int height, List<Tick> ticks, List<Lane> lanes, List<String> waiting) {
    public static final int WIDTH = 1080;
    public static final int LEFT = 92;
    public static final int TOP = 12;
    public static final int LANE = 32;

    /** A week on the axis. */
    public record Tick(String x, String label) {}

    /** One person: the bar from day 0 to today or to leaving, and what lies on it. */
    public record Lane(String subject, String label, int y, String from, String to, String ending, List<Mark> marks) {

        public String width() {
            return Swimmer.number(Math.max(1, Double.parseDouble(to) - Double.parseDouble(from)));
        }

        public String href() {
            return new Row(subject, "").href();
        }

        /** The lane in words, for whom the picture is none. */
        public String inWords() {
            return subject + ": "
                    + (marks.isEmpty()
                            ? "nothing yet"
                            : String.join("; ", marks.stream().map(Mark::text).toList()));
        }
    }

    /** Something on a lane: its kind decides shape and height, its text says it in words. */
    public record Mark(String kind, String x, String text, String inside) {}

    static String number(double value) {
        return String.format(java.util.Locale.ROOT, "%.1f", value);
    }
}
