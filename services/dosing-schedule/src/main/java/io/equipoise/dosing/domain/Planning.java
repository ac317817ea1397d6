package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.CalendarEvent.CalendarDrawn;
import io.equipoise.dosing.domain.CalendarEvent.CalendarRecalculated;
import io.equipoise.dosing.domain.CalendarEvent.DosingStopped;
import io.equipoise.dosing.domain.Drawing.Gap;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws up a calendar from a protocol; what the protocol leaves open is named and never filled in. */
record Planning(Calendar calendar, CalendarCommand.Plan asked) {

    Decision<CalendarEvent> decide() {
        var plan = calendar.plan();
        if (plan != null && plan.drawn().open().isEmpty()) {
            return plan.day0().equals(asked.day0())
                    ? Decision.accept()
                    : Decision.refuse(
                            Refusal.conflict("CALENDAR_ALREADY_PLANNED", "the calendar counts from " + plan.day0()));
        }
        var drawing = new Drawing(asked.protocol(), asked.anchor(), asked.day0(), asked.cohort());
        var gaps = drawing.gaps();
        return asked.dosing() ? complete(drawing, gaps) : scansAndVisits(drawing, gaps);
    }

    private Decision<CalendarEvent> complete(Drawing drawing, List<Gap> gaps) {
        if (!gaps.isEmpty()) {
            return Decision.refuse(Refusal.conflict(
                    "SCHEDULE_NOT_STATED",
                    "version %d of the study definition leaves open: %s"
                            .formatted(
                                    asked.definitionVersion(),
                                    String.join(
                                            "; ", gaps.stream().map(Gap::words).toList())),
                    gaps.stream().map(Gap::pointer).distinct().toArray(String[]::new)));
        }
        if (drawing.tooMany()) {
            return Decision.refuse(Refusal.conflict(
                    "SCHEDULE_TOO_LONG", "a calendar holds at most a thousand doses", "/dosing/courses"));
        }
        return recorded(planned(drawing.drawn()));
    }

    /** The study enrols but doses nobody yet: the calendar exists, and says why it holds no dose. */
    private Decision<CalendarEvent> scansAndVisits(Drawing drawing, List<Gap> gaps) {
        var why = new ArrayList<>(
                List.of("version %d of the study is active for enrolment only".formatted(asked.definitionVersion())));
        gaps.forEach(gap -> why.add("not stated: " + gap.words()));
        var planned = planned(drawing.withoutDoses(why));
        return calendar.plan() != null && calendar.plan().equals(planned.plan())
                ? Decision.accept()
                : recorded(planned);
    }

    private Decision<CalendarEvent> recorded(CalendarDrawn planned) {
        return planned.entries().stream().map(Entry::entry).distinct().count()
                        == planned.entries().size()
                ? Decision.accept(withNotedStop(planned))
                : Decision.refuse(Refusal.conflict(
                        "SCHEDULE_AMBIGUOUS", "two lines of the calendar have one name", "/imaging/scans"));
    }

    private CalendarDrawn planned(Drawn drawn) {
        var plan = new Calendar.Plan(asked.day0(), asked.zone(), asked.definitionVersion(), drawn);
        return new CalendarDrawn(
                plan.day0(),
                plan.zone(),
                plan.definitionVersion(),
                drawn,
                new Reckoning(Calendar.EMPTY.on(plan), plan).entries(),
                because());
    }

    private String because() {
        var day = asked.day0();
        return switch (asked.anchor()) {
            case Protocol.RANDOMIZATION -> "randomized on " + day;
            case Protocol.ENROLMENT -> "enrolled on " + day;
            case Protocol.FIRST_DOSE -> "first dose on " + day;
            default -> asked.anchor().toLowerCase(Locale.ROOT) + " on " + day;
        };
    }

    private List<CalendarEvent> withNotedStop(CalendarDrawn planned) {
        var facts = new ArrayList<CalendarEvent>(List.of(planned));
        var stop = calendar.stop();
        if (stop != null) {
            var after = calendar.evolve(planned);
            facts.add(new DosingStopped(stop.on(), stop.scope(), stop.reason()));
            facts.add(new CalendarRecalculated(planned.day0(), after.changedLines(), stop.inWords()));
        }
        return facts;
    }
}
