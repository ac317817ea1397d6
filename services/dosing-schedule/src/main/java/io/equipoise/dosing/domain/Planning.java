package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.CalendarEvent.CalendarPlanned;
import io.equipoise.dosing.domain.CalendarEvent.CalendarRecalculated;
import io.equipoise.dosing.domain.CalendarEvent.DosingStopped;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Draws up a calendar from a schedule; what the schedule leaves open is named and never filled in. */
record Planning(Calendar calendar, CalendarCommand.Plan asked) {

    Decision<CalendarEvent> decide() {
        if (calendar.plan() != null) {
            return calendar.plan().day0().equals(asked.randomizedOn())
                    ? Decision.accept()
                    : Decision.refuse(Refusal.conflict(
                            "CALENDAR_ALREADY_PLANNED",
                            "the calendar counts from " + calendar.plan().day0()));
        }
        var gaps = asked.schedule().gaps();
        if (!gaps.isEmpty()) {
            return Decision.refuse(Refusal.conflict(
                    "SCHEDULE_NOT_STATED",
                    "version %d of the study definition leaves open: %s"
                            .formatted(asked.definitionVersion(), String.join(", ", gaps)),
                    gaps.toArray(String[]::new)));
        }
        var planned = planned();
        return planned.entries().stream().map(Entry::entry).distinct().count()
                        == planned.entries().size()
                ? Decision.accept(withNotedStop(planned))
                : Decision.refuse(Refusal.conflict(
                        "SCHEDULE_AMBIGUOUS", "two lines of the calendar have one name", "/imaging/scans"));
    }

    private CalendarPlanned planned() {
        var plan = new Calendar.Plan(asked.randomizedOn(), asked.zone(), asked.definitionVersion(), asked.schedule());
        var doses = new TreeMap<Integer, DoseCourse>();
        var administrations = asked.schedule().administrations();
        for (int dose = 1; administrations != null && dose <= administrations; dose++) {
            doses.put(dose, DoseCourse.NOTHING_YET);
        }
        var lines = new Reckoning(new Calendar(plan, doses, null, List.of()), plan).entries();
        return new CalendarPlanned(
                plan.day0(),
                plan.zone(),
                plan.definitionVersion(),
                plan.schedule(),
                lines,
                "randomized on " + plan.day0());
    }

    private List<CalendarEvent> withNotedStop(CalendarPlanned planned) {
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
