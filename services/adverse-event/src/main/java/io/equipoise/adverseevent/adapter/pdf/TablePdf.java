package io.equipoise.adverseevent.adapter.pdf;

import io.equipoise.adverseevent.domain.listing.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Draws a table on pages of A4 across, its heads on each page; no row is cut off. */
public final class TablePdf {
    private static final float LEFT = 28;
    private static final float SIZE = 7.5f;
    private static final float LINE = SIZE * 1.2f;
    private static final float BOTTOM = 40;
    private final Table table;
    private final Sheet sheet;
    private final float column;
    private float y;
    private int page;

    private TablePdf(Table table, Sheet sheet) {
        this.table = table;
        this.sheet = sheet;
        this.column = (sheet.width() - 2 * LEFT) / table.columns().size();
    }

    public static byte[] of(Table table, Instant date) {
        var across = new PDRectangle(/* width= */ PDRectangle.A4.getHeight(), /* height= */ PDRectangle.A4.getWidth());
        try (var sheet = new Sheet(across, table.title(), date)) {
            var drawn = new TablePdf(table, sheet);
            drawn.begin();
            table.rows().forEach(drawn::row);
            return sheet.bytes();
        }
    }

    private void begin() {
        sheet.newPage();
        page++;
        sheet.text(LEFT, 36, 11, table.title());
        sheet.text(LEFT, 50, SIZE, String.join("; ", table.notes()) + "; page " + page);
        y = 58;
        draw(cells(table.columns()));
    }

    private void row(List<String> row) {
        var cells = cells(row);
        if (y + height(cells) > sheet.height() - BOTTOM && y > 100) {
            begin();
        }
        draw(cells);
    }

    private List<List<String>> cells(List<String> row) {
        var cells = new ArrayList<List<String>>();
        row.forEach(text -> cells.add(sheet.wrapped(text, SIZE, column - 6)));
        return cells;
    }

    private void draw(List<List<String>> cells) {
        var left = cells;
        while (true) {
            var room = sheet.height() - BOTTOM - y;
            var height = Math.min(height(left), room);
            var rest = new ArrayList<List<String>>();
            for (int i = 0; i < left.size(); i++) {
                sheet.frame(LEFT + i * column, y, column, height);
                rest.add(sheet.lines(LEFT + i * column + 3, y, SIZE, height, left.get(i)));
            }
            y += height;
            if (rest.stream().allMatch(List::isEmpty)) {
                return;
            }
            left = rest;
            sheet.newPage();
            y = 40;
        }
    }

    private static float height(List<List<String>> cells) {
        return 4 + LINE * cells.stream().mapToInt(List::size).max().orElse(1);
    }
}
