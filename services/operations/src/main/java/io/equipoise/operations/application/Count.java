package io.equipoise.operations.application;

import java.util.List;

/** A number that opens: its label and everyone behind it. */
public record Count(String id, String label, List<Row> rows) {
    public Count {
        rows = List.copyOf(rows);
    }

    public int n() {
        return rows.size();
    }
}
