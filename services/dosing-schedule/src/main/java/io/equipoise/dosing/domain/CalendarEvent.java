package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.Infusion.Deviation;
import io.equipoise.dosing.domain.Infusion.Interruption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a person's calendar; the stream says whose it is. */
public sealed interface CalendarEvent {

    /** The calendar as first planned, with the version of the definition that it follows. */
    record CalendarPlanned(
            LocalDate day0, ZoneId zone, int definitionVersion, Schedule schedule, List<Entry> entries, String because)
            implements CalendarEvent {
        public CalendarPlanned {
            entries = List.copyOf(entries);
        }
    }

    /** The lines of the calendar that changed, as they stand now, and what changed them. */
    record CalendarRecalculated(LocalDate day0, List<Entry> entries, String because) implements CalendarEvent {
        public CalendarRecalculated {
            entries = List.copyOf(entries);
        }
    }

    /**
     * An infusion was given.
     *
     * @param startedOn the civil day of its start at the site
     * @param accepted why it was given outside its window, where it was
     */
    record DoseAdministered(
            int dose,
            String kit,
            String packagingLot,
            Instant startedAt,
            Instant stoppedAt,
            LocalDate startedOn,
            Volume volume,
            List<Interruption> interruptions,
            List<Deviation> deviations,
            @Nullable String accepted)
            implements CalendarEvent {
        public DoseAdministered {
            interruptions = List.copyOf(interruptions);
            deviations = List.copyOf(deviations);
        }
    }

    /** A dose is put off. */
    record DoseHeld(int dose, LocalDate heldOn, String reason) implements CalendarEvent {}

    /** A held dose may be given again. */
    record DoseReleased(int dose, LocalDate releasedOn, String reason) implements CalendarEvent {}

    /** A dose was not given and will not be. */
    record DoseMissed(int dose, LocalDate missedOn, String reason) implements CalendarEvent {}

    /** Nothing is given from that day on. */
    record DosingStopped(LocalDate stoppedOn, StopScope scope, String reason) implements CalendarEvent {}

    /** The person left before a calendar was planned: kept at home, so that a late randomization finds it. */
    record StopNoted(LocalDate stoppedOn, StopScope scope, String reason) implements CalendarEvent {}
}
