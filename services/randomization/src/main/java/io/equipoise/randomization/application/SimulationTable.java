package io.equipoise.randomization.application;

import io.equipoise.randomization.application.TryingDesigns.Line;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures of a simulation as comma-separated text, one number a line, as statistical programs like to read them. */
public enum SimulationTable {
    ;
    private static final String HEADER = "design,measure,factor,level,statistic,from,to,value\n";

    public static String of(String design, List<Line> lines) {
        var table = new StringBuilder(HEADER);
        for (var line : lines) {
            var about = String.join(",", design, line.measure().name(), cell(line.factor()), cell(line.level()));
            var summary = line.summary();
            table.append(about).append(",MEAN,,,").append(summary.mean()).append('\n');
            table.append(about).append(",MEDIAN,,,").append(summary.median()).append('\n');
            table.append(about)
                    .append(",PERCENTILE_95,,,")
                    .append(summary.percentile95())
                    .append('\n');
            table.append(about).append(",MAXIMUM,,,").append(summary.maximum()).append('\n');
            for (var bar : summary.bars()) {
                table.append(about).append(",TRIALS,%s,%s,%d\n".formatted(bar.from(), bar.to(), bar.trials()));
            }
        }
        return table.toString();
    }

    /** In quotes where needed; what a spreadsheet would take for a formula begins with an apostrophe. */
    private static String cell(@Nullable String text) {
        if (text == null) {
            return "";
        }
        var safe = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\n\r].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
