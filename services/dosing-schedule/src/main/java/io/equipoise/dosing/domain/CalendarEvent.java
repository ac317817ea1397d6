package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.Infusion.Deviation;
import io.equipoise.dosing.domain.Infusion.Interruption;
import io.equipoise.dosing.domain.Infusion.Strength;
import io.equipoise.dosing.domain.Infusion.Weight;
import io.equipoise.dosing.domain.quantity.Measured;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What happened to a person's calendar; the stream says whose it is. */
public sealed interface CalendarEvent extends DosingEvent {

    /** The calendar as the first release planned it, with the version of the definition that it follows. */
    record CalendarPlanned(
            LocalDate day0, ZoneId zone, int definitionVersion, Schedule schedule, List<Entry> entries, String because)
            implements CalendarEvent {
        public CalendarPlanned {
            entries = List.copyOf(entries);
        }

        Calendar.Plan plan() {
            return new Calendar.Plan(day0, zone, definitionVersion, schedule.drawn(day0));
        }
    }

    /** The calendar as planned, with the version of the definition that it follows and every dose with its number. */
    record CalendarDrawn(
            LocalDate day0, ZoneId zone, int definitionVersion, Drawn drawn, List<Entry> entries, String because)
            implements CalendarEvent {
        public CalendarDrawn {
            entries = List.copyOf(entries);
        }

        Calendar.Plan plan() {
            return new Calendar.Plan(day0, zone, definitionVersion, drawn);
        }
    }

    /**
     * The calendar follows a later version of the definition from now on; doses given, missed or held stay.
     *
     * @param dropped the lines that the later version no longer has, as cancelled
     */
    record CalendarAmended(
            LocalDate day0,
            int definitionVersion,
            Drawn drawn,
            List<Entry> entries,
            List<Entry> dropped,
            LocalDate amendedOn,
            String reason)
            implements CalendarEvent {
        public CalendarAmended {
            entries = List.copyOf(entries);
            dropped = List.copyOf(dropped);
        }

        /** For a person to read. */
        public String because() {
            return "version %d of the protocol from %s: %s".formatted(definitionVersion, amendedOn, reason);
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
            @Nullable Volume volume,
            List<Interruption> interruptions,
            List<Deviation> deviations,
            @Nullable String accepted)
            implements CalendarEvent {
        public DoseAdministered {
            interruptions = List.copyOf(interruptions);
            deviations = List.copyOf(deviations);
        }
    }

    /**
     * What the site said about a dose given, beside its kit, times and volume.
     *
     * @param amount what the protocol's amount comes to for this person on this day; whether a blinded kit held it is
     *     known elsewhere
     * @param arithmetic how that came about
     * @param lot where nothing comes in numbered kits
     */
    record DoseDetailed(
            int dose,
            String course,
            @Nullable String route,
            @Nullable Measured amount,
            @Nullable String arithmetic,
            @Nullable String pick,
            @Nullable Weight weight,
            @Nullable String lot,
            List<Strength> strength,
            Map<String, String> details)
            implements CalendarEvent {
        public DoseDetailed {
            strength = List.copyOf(strength);
            details = Collections.unmodifiableMap(new TreeMap<>(details));
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

    /**
     * Something was given beside the trial dose; it is no dose.
     *
     * @param confounder whether effects cannot be told apart from it; null where nobody says
     * @param until its last day; absent while it goes on
     */
    record CompanionTreatmentRecorded(
            String companion,
            String title,
            @Nullable Boolean confounder,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String note)
            implements CalendarEvent {}

    /**
     * A dose that nobody planned was taken, as the protocol allows when needed.
     *
     * @param nth which of its course, in the order in which they were entered
     */
    record DoseTakenAsNeeded(
            String course,
            int nth,
            String lot,
            Instant startedAt,
            Instant stoppedAt,
            LocalDate startedOn,
            @Nullable Volume volume,
            List<Interruption> interruptions,
            List<Deviation> deviations,
            @Nullable String route,
            @Nullable Measured amount,
            @Nullable String arithmetic,
            @Nullable String pick,
            @Nullable Weight weight,
            List<Strength> strength,
            Map<String, String> details)
            implements CalendarEvent {
        public DoseTakenAsNeeded {
            interruptions = List.copyOf(interruptions);
            deviations = List.copyOf(deviations);
            strength = List.copyOf(strength);
            details = Collections.unmodifiableMap(new TreeMap<>(details));
        }
    }

    /** The dose was smaller than stated, on purpose, by a step that the protocol allows. */
    record DoseReduced(int dose, String to, String reason) implements CalendarEvent {}

    /** One dose may be given although the study is suspended since a day; whoever decided it stands in the journal. */
    record DosePermitted(int dose, LocalDate on, LocalDate suspendedAsOf, String reason) implements CalendarEvent {}
}
