package io.equipoise.studydesign.domain.table;

import io.equipoise.studydesign.domain.Definition;
import io.equipoise.studydesign.domain.table.Finding.Kind;
import io.equipoise.studydesign.domain.table.StudyRow.Terms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was read of a table of studies: one definition per study, and per row what a person should look at. */
public record TableImport(List<ReadRow> rows) {
    public TableImport {
        rows = List.copyOf(rows);
    }

    /**
     * @param study null where the row names none
     * @param mergedInto the earlier row of the same study; null for the first
     * @param definition null where the row is merged or names no study
     */
    public record ReadRow(
            int row,
            @Nullable String study,
            @Nullable Integer mergedInto,
            @Nullable Definition definition,
            List<Finding> findings) {
        public ReadRow {
            findings = List.copyOf(findings);
        }
    }

    public static TableImport of(Table table, DoseCell.Decimal decimal, @Nullable String asOf) {
        var terms = new Terms(decimal, asOf);
        var first = new LinkedHashMap<String, Table.Row>();
        var rows = new ArrayList<ReadRow>();
        for (var row : table.rows()) {
            var read = StudyRow.of(row, terms);
            var study = read.study();
            if (study.isEmpty()) {
                rows.add(nameless(row));
            } else if (first.containsKey(study.get())) {
                rows.add(repeated(study.get(), row, first));
            } else {
                first.put(study.get(), row);
                var definition = new Definition(read.definition(study.get()));
                rows.add(new ReadRow(row.number(), study.get(), null, definition, read.findings()));
            }
        }
        return new TableImport(rows);
    }

    public long studies() {
        return rows.stream().filter(row -> row.definition() != null).count();
    }

    public long merged() {
        return rows.stream().filter(row -> row.mergedInto() != null).count();
    }

    private static ReadRow nameless(Table.Row row) {
        return new ReadRow(
                row.number(),
                null,
                null,
                null,
                List.of(new Finding(
                        Kind.QUARANTINED, row.number(), Column.STUDY, row.printed(), "the row names no study")));
    }

    /** One study, printed again: the first row stands, and where the later one says otherwise a person looks at it. */
    private static ReadRow repeated(String study, Table.Row row, Map<String, Table.Row> first) {
        var before = first.get(study);
        if (before == null) {
            throw new IllegalStateException("no earlier row of " + study);
        }
        var findings = new ArrayList<Finding>();
        if (!row.whole() && !row.printed().equals(before.printed())) {
            findings.add(otherwise(row, Column.STUDY, row.printed(), before));
        }
        for (var cell : row.cells().entrySet()) {
            if (!cell.getValue().equals(before.cells().getOrDefault(cell.getKey(), ""))) {
                findings.add(otherwise(row, cell.getKey(), cell.getValue(), before));
            }
        }
        return new ReadRow(row.number(), study, before.number(), null, findings);
    }

    private static Finding otherwise(Table.Row row, Column column, String printed, Table.Row before) {
        return new Finding(
                Kind.QUARANTINED, row.number(), column, printed, "row %d says otherwise".formatted(before.number()));
    }
}
