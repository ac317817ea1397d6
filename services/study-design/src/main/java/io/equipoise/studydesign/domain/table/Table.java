package io.equipoise.studydesign.domain.table;

import io.equipoise.platform.Refusal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Comma-separated text (RFC 4180) with a row of titles, cut into cells. A row that is short or long has no cells. */
public record Table(List<Row> rows) {
    private static final int MOST_ROWS = 10_000;

    public Table {
        rows = List.copyOf(rows);
    }

    /**
     * @param cells by column, as printed; a column without a cell is not there
     * @param whole whether the row has as many cells as there are titles
     */
    public record Row(int number, boolean whole, Map<Column, String> cells, String printed) {
        public Row {
            cells = Map.copyOf(cells);
        }

        Optional<String> cell(Column column) {
            return Optional.ofNullable(cells.get(column)).filter(text -> !text.isBlank());
        }
    }

    /** What was cut, or why it could not be. */
    public sealed interface Cut {
        record Rows(Table table) implements Cut {}

        record Unreadable(Refusal reason) implements Cut {}
    }

    public static Cut cut(String text) {
        var lines = new ArrayList<List<String>>();
        if (!split(text, lines)) {
            return unreadable("A quotation mark is opened and not closed.", "/rows/" + lines.size());
        }
        if (lines.isEmpty() || lines.size() > MOST_ROWS) {
            return unreadable("A table has a row of titles and at most " + MOST_ROWS + " rows.", "");
        }
        var titles = new LinkedHashSet<Column>();
        for (var title : lines.removeFirst()) {
            var column = Column.called(title);
            if (column.isEmpty() || !titles.add(column.get())) {
                return unreadable("The title '%s' is unknown or stands twice.".formatted(title), "/titles");
            }
        }
        return titles.contains(Column.STUDY)
                ? new Cut.Rows(new Table(rows(List.copyOf(titles), lines)))
                : unreadable("There is no column 'study'.", "/titles");
    }

    private static List<Row> rows(List<Column> titles, List<List<String>> lines) {
        var rows = new ArrayList<Row>();
        for (var line : lines) {
            var whole = line.size() == titles.size();
            var cells = new EnumMap<Column, String>(Column.class);
            for (int n = 0; n < titles.size() && (whole || titles.get(n) == Column.STUDY) && n < line.size(); n++) {
                cells.put(titles.get(n), line.get(n));
            }
            rows.add(new Row(rows.size() + 1, whole, cells, String.join(",", line)));
        }
        return rows;
    }

    /** False where a quoted cell does not end. */
    private static boolean split(String text, List<List<String>> lines) {
        var line = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int n = 0; n < text.length(); n++) {
            char letter = text.charAt(n);
            if (quoted && letter == '"' && n + 1 < text.length() && text.charAt(n + 1) == '"') {
                cell.append(letter);
                n++;
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (quoted || (letter != ',' && letter != '\n')) {
                cell.append(letter);
            } else {
                line.add(taken(cell));
                if (letter == '\n') {
                    end(lines, line);
                }
            }
        }
        line.add(taken(cell));
        end(lines, line);
        return !quoted;
    }

    private static String taken(StringBuilder cell) {
        var text = cell.toString().strip();
        cell.setLength(0);
        return text;
    }

    /** An empty line is no row. */
    private static void end(List<List<String>> lines, List<String> line) {
        if (line.size() > 1 || !line.getFirst().isEmpty()) {
            lines.add(List.copyOf(line));
        }
        line.clear();
    }

    private static Cut unreadable(String why, String pointer) {
        return new Cut.Unreadable(Refusal.invalid("TABLE_UNREADABLE", why, pointer));
    }
}
