package io.equipoise.adverseevent.adapter.pdf;

import io.equipoise.adverseevent.domain.listing.Table;
import java.util.List;
import java.util.stream.Collectors;

/** Tables as files for other programs (CSV, RFC 4180) and for browsers (HTML without any script). */
final class TableText {
    private static final String FORMULA = "=+-@\t\r";

    private TableText() {}

    /** Heads first, then rows; a cell that a spreadsheet would calculate is kept as text by an apostrophe. */
    static String csv(Table table) {
        return line(table.columns())
                + table.rows().stream().map(TableText::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(TableText::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        var safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        var quoted =
                safe.chars().anyMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    static String html(Table table) {
        return """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>%1$s</title></head><body>
            <h1>%1$s</h1>
            <p>%2$s</p>
            <table border="1"><thead><tr>%3$s</tr></thead><tbody>
            %4$s</tbody></table></body></html>
            """.formatted(
                        escaped(table.title()),
                        escaped(String.join("; ", table.notes())),
                        table.columns().stream()
                                .map(head -> "<th scope=\"col\">" + escaped(head) + "</th>")
                                .collect(Collectors.joining()),
                        table.rows().stream().map(TableText::row).collect(Collectors.joining()));
    }

    private static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> "<td>" + escaped(cell) + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
