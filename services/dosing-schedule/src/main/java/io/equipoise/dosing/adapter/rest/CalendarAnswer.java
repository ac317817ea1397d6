package io.equipoise.dosing.adapter.rest;

import io.equipoise.dosing.application.Calendars.Shown;
import io.equipoise.dosing.domain.CalendarEvent.CompanionTreatmentRecorded;
import io.equipoise.dosing.domain.CalendarEvent.DoseReduced;
import io.equipoise.dosing.domain.CalendarEvent.DoseTakenAsNeeded;
import io.equipoise.dosing.domain.Drawn;
import io.equipoise.dosing.domain.Drawn.PlannedDose;
import io.equipoise.dosing.domain.Drawn.Treatment;
import io.equipoise.dosing.domain.Entry;
import io.equipoise.dosing.domain.Route;
import io.equipoise.dosing.domain.VisitLine;
import io.equipoise.dosing.domain.quantity.AmountRule;
import io.equipoise.dosing.domain.quantity.Measured;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's calendar as the door shows it.
 *
 * @param dayOrigin the number that the protocol gives to day 0, where it was stated
 * @param companions what was given beside the trial dose, which is no line of the calendar
 * @param open why doses are not planned, where they are not
 */
record CalendarAnswer(
        String subject,
        LocalDate day0,
        String anchor,
        @Nullable Integer dayOrigin,
        int definitionVersion,
        @Nullable String cohort,
        List<Line> entries,
        List<VisitLine> visits,
        List<Treatment> treatments,
        List<CompanionTreatmentRecorded> companions,
        List<AsNeeded> asNeeded,
        List<DoseReduced> reductions,
        List<String> open) {
    /** A dose taken that nobody planned. */
    record AsNeeded(
            String course,
            int nth,
            LocalDate on,
            String lot,
            @Nullable String route,
            @Nullable Measured amount) {
        static AsNeeded of(DoseTakenAsNeeded taken) {
            return new AsNeeded(
                    taken.course(), taken.nth(), taken.startedOn(), taken.lot(), taken.route(), taken.amount());
        }
    }

    /** One line, with what is to be given where it is a dose. */
    record Line(
            String entry,
            String title,
            Entry.Kind kind,
            @Nullable Integer dose,
            int day,
            LocalDate planned,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            Entry.State state,
            @Nullable String because,
            @Nullable Integer protocolDay,
            @Nullable String course,
            @Nullable Route route,
            @Nullable Integer slot,
            @Nullable String time,
            @Nullable AmountRule amount) {
        static Line of(Entry e, Drawn drawn) {
            var origin = drawn.dayOrigin();
            var dose = e.dose() == null ? null : drawn.doses().get(e.dose() - 1);
            var course = dose == null ? null : drawn.courseOf(dose.dose());
            return new Line(
                    e.entry(),
                    e.title(),
                    e.kind(),
                    e.dose(),
                    e.day(),
                    e.planned(),
                    e.earliest(),
                    e.latest(),
                    e.state(),
                    e.because(),
                    origin == null ? null : e.day() + origin,
                    course == null ? null : course.course(),
                    course == null ? null : route(course, dose),
                    dose == null ? null : dose.slot(),
                    dose == null ? null : dose.time(),
                    course == null ? null : course.amount());
        }

        private static @Nullable Route route(Drawn.Course course, @Nullable PlannedDose dose) {
            return dose == null ? null : course.route(dose.ordinal());
        }
    }

    static CalendarAnswer of(String subject, Shown shown) {
        var drawn = shown.drawn();
        return new CalendarAnswer(
                subject,
                shown.day0(),
                drawn.anchor(),
                drawn.dayOrigin(),
                shown.definitionVersion(),
                drawn.cohort(),
                shown.entries().stream().map(entry -> Line.of(entry, drawn)).toList(),
                shown.visits(),
                drawn.treatments(),
                shown.companions(),
                shown.asNeeded().stream().map(AsNeeded::of).toList(),
                shown.reductions(),
                drawn.open());
    }
}
