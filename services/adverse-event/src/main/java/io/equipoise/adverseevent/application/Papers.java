package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.icsr.CiomsForm;
import io.equipoise.adverseevent.domain.listing.Table;
import java.time.Instant;

/** What people take away: forms and tables, the same bytes for the same content and date. */
public interface Papers {

    /** As PDF. */
    byte[] form(CiomsForm form, Instant date);

    /** As PDF. */
    byte[] pdf(Table table, Instant date);

    /** For other programs (RFC 4180). */
    byte[] csv(Table table);

    /** For browsers, without any script. */
    byte[] html(Table table);
}
