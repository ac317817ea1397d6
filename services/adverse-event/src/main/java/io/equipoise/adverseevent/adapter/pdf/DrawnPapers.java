package io.equipoise.adverseevent.adapter.pdf;

import io.equipoise.adverseevent.application.Papers;
import io.equipoise.adverseevent.domain.icsr.CiomsForm;
import io.equipoise.adverseevent.domain.listing.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Forms and tables, drawn or written. */
public final class DrawnPapers implements Papers {

    @Override
    public byte[] form(CiomsForm form, Instant date) {
        return CiomsPdf.of(form, date);
    }

    @Override
    public byte[] pdf(Table table, Instant date) {
        return TablePdf.of(table, date);
    }

    @Override
    public byte[] csv(Table table) {
        return TableText.csv(table).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] html(Table table) {
        return TableText.html(table).getBytes(StandardCharsets.UTF_8);
    }
}
