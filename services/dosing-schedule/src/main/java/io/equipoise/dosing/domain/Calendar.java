package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.CalendarCommand.Administer;
import io.equipoise.dosing.domain.CalendarCommand.Hold;
import io.equipoise.dosing.domain.CalendarCommand.Miss;
import io.equipoise.dosing.domain.CalendarCommand.Release;
import io.equipoise.dosing.domain.CalendarCommand.StopDosing;
import io.equipoise.dosing.domain.CalendarEvent.CalendarPlanned;
import io.equipoise.dosing.domain.CalendarEvent.CalendarRecalculated;
import io.equipoise.dosing.domain.CalendarEvent.DoseAdministered;
import io.equipoise.dosing.domain.CalendarEvent.DoseHeld;
import io.equipoise.dosing.domain.CalendarEvent.DoseMissed;
import io.equipoise.dosing.domain.CalendarEvent.DoseReleased;
import io.equipoise.dosing.domain.CalendarEvent.DosingStopped;
import io.equipoise.dosing.domain.CalendarEvent.StopNoted;
import io.equipoise.dosing.domain.DoseCourse.Given;
import io.equipoise.dosing.domain.DoseCourse.Missed;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One person's calendar: what was planned from day 0, what became of each dose, and what that leaves to do. */
public record Calendar(
        @Nullable Plan plan,
        Map<Integer, DoseCourse> doses,
        @Nullable Stop stop,
        List<Entry> entries) {
    public static final Decider<Calendar, CalendarCommand, CalendarEvent> DECIDER =
            new Decider<>(new Calendar(null, Map.of(), null, List.of()), Calendar::decide, Calendar::evolve);

    /** What the calendar was planned from. */
    public record Plan(LocalDate day0, ZoneId zone, int definitionVersion, Schedule schedule) {}

    /** Nothing is given from this day on. */
    public record Stop(LocalDate on, StopScope scope, String reason) {
        String inWords() {
            return "dosing stopped on " + on + ": " + reason;
        }
    }

    public Calendar {
        doses = Map.copyOf(doses);
        entries = List.copyOf(entries);
    }

    Decision<CalendarEvent> decide(CalendarCommand command) {
        return switch (command) {
            case CalendarCommand.Plan asked -> new Planning(this, asked).decide();
            case Administer asked -> new Administering(this, asked).decide();
            case Hold asked -> new Steering(this, asked.dose(), asked.on(), asked.reason(), asked.toldAt()).hold();
            case Release asked ->
                new Steering(this, asked.dose(), asked.on(), asked.reason(), asked.toldAt()).release();
            case Miss asked -> new Steering(this, asked.dose(), asked.on(), asked.reason(), asked.toldAt()).miss();
            case StopDosing asked -> stopping(asked);
        };
    }

    Calendar evolve(CalendarEvent event) {
        return switch (event) {
            case CalendarPlanned planned -> planned(planned);
            case CalendarRecalculated moved -> new Calendar(plan, doses, stop, merged(moved.entries()));
            case DoseAdministered given ->
                with(
                        given.dose(),
                        new DoseCourse(
                                new Given(given.kit(), given.stoppedAt(), given.startedOn()),
                                null,
                                course(given.dose()).holds()));
            case DoseHeld held -> with(held.dose(), course(held.dose()).held(held.heldOn(), held.reason()));
            case DoseReleased released ->
                with(released.dose(), course(released.dose()).released(released.releasedOn()));
            case DoseMissed missed ->
                with(
                        missed.dose(),
                        new DoseCourse(
                                null,
                                new Missed(missed.missedOn(), missed.reason()),
                                course(missed.dose()).holds()));
            case DosingStopped(var on, var scope, var reason) ->
                new Calendar(plan, doses, new Stop(on, scope, reason), entries);
            case StopNoted(var on, var scope, var reason) ->
                new Calendar(plan, doses, new Stop(on, scope, reason), entries);
        };
    }

    DoseCourse course(int dose) {
        return doses.getOrDefault(dose, DoseCourse.NOTHING_YET);
    }

    /** The fact, and every line as the fact leaves it where that changes a line. */
    Decision<CalendarEvent> followed(CalendarEvent fact, String because) {
        var after = evolve(fact);
        var changed = after.changedLines();
        return plan == null || changed.isEmpty()
                ? Decision.accept(fact)
                : Decision.accept(fact, new CalendarRecalculated(plan.day0(), changed, because + moves(changed)));
    }

    /** The lines that no longer are as what happened makes them. */
    List<Entry> changedLines() {
        return plan == null
                ? List.of()
                : new Reckoning(this, plan)
                        .entries().stream()
                                .filter(line -> !entries.contains(line))
                                .toList();
    }

    private String moves(List<Entry> changed) {
        var words = new StringBuilder();
        for (var is : changed) {
            entries.stream()
                    .filter(was ->
                            was.entry().equals(is.entry()) && !was.planned().equals(is.planned()))
                    .forEach(was -> words.append(
                            "; %s moves from %s to %s".formatted(is.title(), was.planned(), is.planned())));
        }
        return words.toString();
    }

    private List<Entry> merged(List<Entry> changed) {
        return entries.stream()
                .map(was -> changed.stream()
                        .filter(is -> is.entry().equals(was.entry()))
                        .findFirst()
                        .orElse(was))
                .toList();
    }

    private Decision<CalendarEvent> stopping(StopDosing asked) {
        if (stop == null) {
            return plan == null
                    ? Decision.accept(new StopNoted(asked.on(), asked.scope(), asked.reason()))
                    : stopped(asked.on(), asked.scope(), asked.reason());
        }
        var on = asked.on().isBefore(stop.on()) ? asked.on() : stop.on();
        var scope = asked.scope() == StopScope.STUDY ? StopScope.STUDY : stop.scope();
        if (on.equals(stop.on()) && scope == stop.scope()) {
            return Decision.accept();
        }
        return plan == null
                ? Decision.accept(new StopNoted(on, scope, asked.reason()))
                : stopped(on, scope, asked.reason());
    }

    private Decision<CalendarEvent> stopped(LocalDate on, StopScope scope, String reason) {
        return followed(new DosingStopped(on, scope, reason), "dosing stopped on " + on + ": " + reason);
    }

    private Calendar planned(CalendarPlanned fact) {
        var empty = new TreeMap<Integer, DoseCourse>();
        for (var entry : fact.entries()) {
            if (entry.dose() != null) {
                empty.put(entry.dose(), DoseCourse.NOTHING_YET);
            }
        }
        var from = new Plan(fact.day0(), fact.zone(), fact.definitionVersion(), fact.schedule());
        return new Calendar(from, empty, stop, fact.entries());
    }

    private Calendar with(int dose, DoseCourse course) {
        var changed = new TreeMap<>(doses);
        changed.put(dose, course);
        return new Calendar(plan, changed, stop, entries);
    }
}
