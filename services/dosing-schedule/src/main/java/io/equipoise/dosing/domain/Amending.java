package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.CalendarEvent.CalendarAmended;
import io.equipoise.dosing.domain.Drawn.PlannedDose;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Moves a person's calendar to a later version of the protocol; what happened so far keeps its numbers and stays. */
record Amending(Calendar calendar, CalendarCommand.Amend asked) {

    Decision<CalendarEvent> decide() {
        var plan = calendar.plan();
        if (plan == null || !plan.drawn().open().isEmpty()) {
            return Decision.refuse(Refusal.conflict("NO_CALENDAR", "there is no calendar of doses to amend"));
        }
        if (asked.definitionVersion() == plan.definitionVersion()) {
            return Decision.accept();
        }
        var refused = DoseGate.reason(asked.reason(), "/reason")
                .or(() -> day(plan))
                .or(() -> Optional.ofNullable(calendar.stop())
                        .map(stop -> Refusal.conflict("DOSING_STOPPED", stop.inWords())));
        if (refused.isPresent()) {
            return Decision.refuse(refused.get());
        }
        var drawing = new Drawing(
                asked.protocol(),
                plan.drawn().anchor(),
                plan.day0(),
                plan.drawn().cohort());
        var gaps = drawing.gaps();
        if (asked.definitionVersion() < plan.definitionVersion() || !gaps.isEmpty() || drawing.tooMany()) {
            return Decision.refuse(Refusal.conflict(
                    "AMENDMENT_NOT_POSSIBLE",
                    "version %d is older than %d, or leaves something open: %s"
                            .formatted(
                                    asked.definitionVersion(),
                                    plan.definitionVersion(),
                                    String.join(
                                            "; ",
                                            gaps.stream()
                                                    .map(Drawing.Gap::words)
                                                    .toList()))));
        }
        return amended(plan, drawing.drawn());
    }

    private Optional<Refusal> day(Calendar.Plan plan) {
        return asked.on().isBefore(plan.day0()) || DoseGate.yetToCome(asked.on(), asked.toldAt())
                ? Optional.of(Refusal.invalid(
                        "IN_THE_FUTURE", asked.on() + " has not come yet, or lies before the calendar", "/on"))
                : Optional.empty();
    }

    private Decision<CalendarEvent> amended(Calendar.Plan plan, Drawn drawn) {
        var changed = plan.drawn().doses().stream()
                .filter(dose -> !calendar.fate(dose.dose()).untouched())
                .filter(dose -> !kept(dose, drawn))
                .findFirst();
        if (changed.isPresent()) {
            return Decision.refuse(Refusal.conflict(
                    "AMENDMENT_CHANGES_PAST",
                    "dose %d would no longer be what was given, missed or held as dose %d"
                            .formatted(changed.get().dose(), changed.get().dose())));
        }
        var to = new Calendar.Plan(plan.day0(), plan.zone(), asked.definitionVersion(), drawn);
        var lines = new Reckoning(calendar.movedTo(to), to).entries();
        return lines.stream().map(Entry::entry).distinct().count() == lines.size()
                ? Decision.accept(new CalendarAmended(
                        plan.day0(),
                        asked.definitionVersion(),
                        drawn,
                        lines,
                        dropped(lines),
                        asked.on(),
                        asked.reason()))
                : Decision.refuse(Refusal.conflict(
                        "SCHEDULE_AMBIGUOUS", "two lines of the calendar have one name", "/imaging/scans"));
    }

    private List<Entry> dropped(List<Entry> lines) {
        return calendar.entries().stream()
                .filter(was -> lines.stream().noneMatch(is -> is.entry().equals(was.entry())))
                .map(was -> was.becoming(
                        Entry.State.CANCELLED, "no longer in version %d".formatted(asked.definitionVersion())))
                .toList();
    }

    private static boolean kept(PlannedDose dose, Drawn drawn) {
        return drawn.doses().size() >= dose.dose()
                && Objects.equals(drawn.planned(dose.dose()).course(), dose.course())
                && drawn.planned(dose.dose()).ordinal() == dose.ordinal();
    }
}
