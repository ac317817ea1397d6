package io.equipoise.adverseevent.domain.listing;

import java.util.List;

/**
 * A table for a report, whatever it is written as.
 *
 * @param notes what a reader must know to read it right: how many, until when, what is missing
 */
public record Table(String title, List<String> notes, List<String> columns, List<List<String>> rows) {
    public Table {
        notes = List.copyOf(notes);
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (var row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("a row of " + row.size() + " in " + columns.size() + " columns");
            }
        }
    }
}
