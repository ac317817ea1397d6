package io.equipoise.randomization.adapter.page.unblinded;

import io.equipoise.randomization.application.TryingDesigns.Line;
import io.equipoise.randomization.domain.design.Figure;
import io.equipoise.randomization.domain.design.Summary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** One or two designs' figures beside each other, as a table and as pictures. */
record Comparison(List<Side> sides, List<Row> rows, List<Picture> pictures) {
    static final Comparison NOTHING = new Comparison(List.of(), List.of(), List.of());

    private static final int HUNDRED = 100;
    private static final Map<Figure.Kind, String> WORDS = Map.of(
            Figure.Kind.FINAL_IMBALANCE, "Imbalance at the end",
            Figure.Kind.LARGEST_IMBALANCE, "Largest imbalance on the way",
            Figure.Kind.GUESSED_RIGHT, "Arms guessed right",
            Figure.Kind.DETERMINISTIC, "Arms that were certain",
            Figure.Kind.LOSS, "Loss of efficiency");

    /** A design that was tried. */
    record Side(String name, String design, List<Line> lines) {}

    /** One figure, with the cells of each design. */
    record Row(String measure, String of, String unit, List<Cells> cells) {}

    record Cells(String mean, String median, String percentile95, String maximum) {}

    /** A histogram of each design. */
    record Picture(String id, String title, String points) {}

    record Series(String name, List<List<Double>> bars) {}

    record Points(String unit, List<Series> series) {}

    static Comparison of(List<Side> sides, JsonMapper json) {
        var first = sides.getFirst().lines();
        return new Comparison(
                sides,
                IntStream.range(0, first.size())
                        .filter(at -> sides.stream()
                                .allMatch(side -> at < side.lines().size()
                                        && about(side.lines().get(at)).equals(about(first.get(at)))))
                        .mapToObj(at -> row(at, sides))
                        .toList(),
                first.stream()
                        .filter(line -> line.level() == null
                                && line.measure() != Figure.Kind.FINAL_IMBALANCE
                                && line.measure() != Figure.Kind.DETERMINISTIC)
                        .map(line -> picture(line.measure(), sides, json))
                        .toList());
    }

    private static String about(Line line) {
        return line.level() == null ? "everybody" : line.factor() + " " + line.level();
    }

    private static Row row(int at, List<Side> sides) {
        var line = sides.getFirst().lines().get(at);
        return new Row(
                word(line.measure()),
                about(line),
                unit(line.measure()),
                sides.stream().map(side -> cells(side.lines().get(at))).toList());
    }

    private static Cells cells(Line line) {
        var summary = line.summary();
        var kind = line.measure();
        return new Cells(
                shown(kind, summary.mean()),
                shown(kind, summary.median()),
                shown(kind, summary.percentile95()),
                shown(kind, summary.maximum()));
    }

    private static Picture picture(Figure.Kind kind, List<Side> sides, JsonMapper json) {
        var series = sides.stream()
                .map(side -> new Series(
                        side.name() + ": " + side.design(),
                        side.lines().stream()
                                .filter(line -> line.measure() == kind && line.level() == null)
                                .flatMap(line -> bars(kind, line.summary()).stream())
                                .toList()))
                .toList();
        return new Picture("chart-" + kind, word(kind), json.writeValueAsString(new Points(unit(kind), series)));
    }

    /** Each bar's middle, with its per cent of the trials. */
    private static List<List<Double>> bars(Figure.Kind kind, Summary summary) {
        double all = summary.bars().stream().mapToInt(Summary.Bar::trials).sum();
        return summary.bars().stream()
                .map(bar ->
                        List.of(scaled(kind, (bar.from() + bar.to()) / 2).doubleValue(), HUNDRED * bar.trials() / all))
                .toList();
    }

    private static String word(Figure.Kind kind) {
        return WORDS.getOrDefault(kind, kind.name());
    }

    private static String unit(Figure.Kind kind) {
        return isPart(kind) ? "%" : "people";
    }

    private static String shown(Figure.Kind kind, double value) {
        return scaled(kind, value).toPlainString();
    }

    private static BigDecimal scaled(Figure.Kind kind, double value) {
        return BigDecimal.valueOf(isPart(kind) ? value * HUNDRED : value).setScale(2, RoundingMode.HALF_UP);
    }

    private static boolean isPart(Figure.Kind kind) {
        return kind == Figure.Kind.GUESSED_RIGHT || kind == Figure.Kind.DETERMINISTIC;
    }
}
