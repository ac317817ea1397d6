package io.equipoise.dosing.application;

import io.equipoise.dosing.domain.Entry;
import java.util.List;

/** Every calendar of a study as last recalculated; it follows the journal with a short delay. */
public interface DueList {

    List<OpenCalendar> of(String study);

    /** The lines of one person's calendar. */
    record OpenCalendar(String subject, String site, List<Entry> entries) {
        public OpenCalendar {
            entries = List.copyOf(entries);
        }
    }
}
