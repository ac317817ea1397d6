package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.CalendarCommand.Accompany;
import io.equipoise.dosing.domain.CalendarCommand.Administer;
import io.equipoise.dosing.domain.CalendarCommand.Amend;
import io.equipoise.dosing.domain.CalendarCommand.Permit;
import io.equipoise.dosing.domain.CalendarCommand.Steer;
import io.equipoise.dosing.domain.CalendarCommand.StopDosing;
import io.equipoise.dosing.domain.CalendarCommand.TakeAsNeeded;
import io.equipoise.dosing.domain.CalendarEvent.CalendarAmended;
import io.equipoise.dosing.domain.CalendarEvent.CalendarDrawn;
import io.equipoise.dosing.domain.CalendarEvent.CalendarPlanned;
import io.equipoise.dosing.domain.CalendarEvent.CalendarRecalculated;
import io.equipoise.dosing.domain.CalendarEvent.CompanionTreatmentRecorded;
import io.equipoise.dosing.domain.CalendarEvent.DoseAdministered;
import io.equipoise.dosing.domain.CalendarEvent.DoseDetailed;
import io.equipoise.dosing.domain.CalendarEvent.DoseHeld;
import io.equipoise.dosing.domain.CalendarEvent.DoseMissed;
import io.equipoise.dosing.domain.CalendarEvent.DosePermitted;
import io.equipoise.dosing.domain.CalendarEvent.DoseReduced;
import io.equipoise.dosing.domain.CalendarEvent.DoseReleased;
import io.equipoise.dosing.domain.CalendarEvent.DoseTakenAsNeeded;
import io.equipoise.dosing.domain.CalendarEvent.DosingStopped;
import io.equipoise.dosing.domain.CalendarEvent.StopNoted;
import io.equipoise.dosing.domain.DoseFate.Given;
import io.equipoise.dosing.domain.DoseFate.Missed;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One person's calendar: what was planned from day 0, what became of each dose, and what that leaves to do. */
public record Calendar(
        @Nullable Plan plan,
        Map<Integer, DoseFate> doses,
        @Nullable Stop stop,
        List<Entry> entries,
        List<CompanionTreatmentRecorded> companions,
        List<DoseTakenAsNeeded> asNeeded,
        List<DoseReduced> reductions) {
    static final Calendar EMPTY = new Calendar(null, Map.of(), null, List.of(), List.of(), List.of(), List.of());

    public static final Decider<Calendar, CalendarCommand, CalendarEvent> DECIDER =
            new Decider<>(EMPTY, Calendar::decide, Calendar::evolve);

    /** What the calendar was planned from. */
    public record Plan(LocalDate day0, ZoneId zone, int definitionVersion, Drawn drawn) {}

    /** Nothing is given from this day on. */
    public record Stop(LocalDate on, StopScope scope, String reason) {
        String inWords() {
            return "dosing stopped on " + on + ": " + reason;
        }
    }

    public Calendar {
        doses = Map.copyOf(doses);
        entries = List.copyOf(entries);
        companions = List.copyOf(companions);
        asNeeded = List.copyOf(asNeeded);
        reductions = List.copyOf(reductions);
    }

    Decision<CalendarEvent> decide(CalendarCommand command) {
        return switch (command) {
            case CalendarCommand.Plan asked -> new Planning(this, asked).decide();
            case Amend asked -> new Amending(this, asked).decide();
            case Administer asked -> new Administering(this, asked).decide();
            case Steer asked -> new Steering(this, asked).decide();
            case StopDosing asked -> stopping(asked);
            case Permit asked -> new Permitting(this, asked).decide();
            case TakeAsNeeded asked -> new TakingAsNeeded(this, asked).decide();
            case Accompany asked -> new Accompanying(this, asked).decide();
        };
    }

    Calendar evolve(CalendarEvent event) {
        return switch (event) {
            case CalendarPlanned planned -> on(planned.plan()).showing(planned.entries());
            case CalendarDrawn drawn -> on(drawn.plan()).showing(drawn.entries());
            case CalendarAmended amended -> amended(amended).showing(amended.entries());
            case DoseDetailed detailed -> this;
            case CalendarRecalculated moved -> showing(merged(moved.entries()));
            case DoseAdministered given ->
                with(
                        given.dose(),
                        fate(given.dose()).given(new Given(given.kit(), given.stoppedAt(), given.startedOn())));
            case DosePermitted(var dose, var on, var suspendedAsOf, var reason) ->
                with(dose, fate(dose).permitted(new DoseFate.Permit(on, suspendedAsOf, reason)));
            case DoseHeld held -> with(held.dose(), fate(held.dose()).held(held.heldOn(), held.reason()));
            case DoseReleased released ->
                with(released.dose(), fate(released.dose()).released(released.releasedOn()));
            case DoseMissed missed ->
                with(missed.dose(), fate(missed.dose()).missed(new Missed(missed.missedOn(), missed.reason())));
            case DosingStopped(var on, var scope, var reason) -> leaving(new Stop(on, scope, reason));
            case StopNoted(var on, var scope, var reason) -> leaving(new Stop(on, scope, reason));
            case DoseTakenAsNeeded taken ->
                new Calendar(plan, doses, stop, entries, companions, with(asNeeded, taken), reductions);
            case DoseReduced less ->
                new Calendar(plan, doses, stop, entries, companions, asNeeded, with(reductions, less));
            case CompanionTreatmentRecorded told -> accompanied(told);
        };
    }

    DoseFate fate(int dose) {
        return doses.getOrDefault(dose, DoseFate.NOTHING_YET);
    }

    /** The day of the first dose given, where there is one. */
    public Optional<LocalDate> firstGiven() {
        var planned = doses.values().stream()
                .map(DoseFate::given)
                .filter(Objects::nonNull)
                .map(Given::on);
        return Stream.concat(planned, asNeeded.stream().map(DoseTakenAsNeeded::startedOn))
                .min(Comparator.naturalOrder());
    }

    /** A line as it shows under a status of the study: a permitted dose is still to come while the others are held. */
    public Entry under(StudyStatus.Change status, Entry line) {
        var permit = line.dose() == null ? null : fate(line.dose()).permit();
        return line.state() == Entry.State.PLANNED && permit != null && status.suspendedSince(permit.suspendedAsOf())
                ? line.becoming(
                        Entry.State.PLANNED, "permitted on %s, although %s".formatted(permit.on(), status.inWords()))
                : line.under(status);
    }

    /** Visits count from day 0; those after the day on which the person left the study are cancelled. */
    public List<VisitLine> visits() {
        return plan == null ? List.of() : new Reckoning(this, plan).visits();
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
        if (plan == null) {
            return List.of();
        }
        var known = new HashSet<>(entries);
        return new Reckoning(this, plan)
                .entries().stream().filter(line -> !known.contains(line)).toList();
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

    /** The same with a new plan, none of whose doses was given yet. */
    Calendar on(Plan from) {
        var empty = new TreeMap<Integer, DoseFate>();
        from.drawn().doses().forEach(dose -> empty.put(dose.dose(), DoseFate.NOTHING_YET));
        return new Calendar(from, empty, stop, entries, companions, asNeeded, reductions);
    }

    /** The same with another plan, in which everything that happened keeps its number. */
    Calendar movedTo(Plan to) {
        var fates = new TreeMap<Integer, DoseFate>();
        to.drawn().doses().forEach(dose -> fates.put(dose.dose(), fate(dose.dose())));
        return new Calendar(to, fates, stop, entries, companions, asNeeded, reductions);
    }

    private Calendar amended(CalendarAmended fact) {
        var was = Objects.requireNonNull(plan);
        return movedTo(new Plan(was.day0(), was.zone(), fact.definitionVersion(), fact.drawn()));
    }

    private Calendar showing(List<Entry> lines) {
        return new Calendar(plan, doses, stop, lines, companions, asNeeded, reductions);
    }

    private Calendar leaving(Stop left) {
        return new Calendar(plan, doses, left, entries, companions, asNeeded, reductions);
    }

    /** One line for each treatment from each day: what ended takes the place of what went on. */
    private Calendar accompanied(CompanionTreatmentRecorded told) {
        var all = new ArrayList<>(companions);
        all.removeIf(
                was -> was.companion().equals(told.companion()) && was.from().equals(told.from()));
        all.add(told);
        return new Calendar(plan, doses, stop, entries, all, asNeeded, reductions);
    }

    private static <T> List<T> with(List<T> all, T one) {
        return Stream.concat(all.stream(), Stream.of(one)).toList();
    }

    private Calendar with(int dose, DoseFate course) {
        var changed = new TreeMap<>(doses);
        changed.put(dose, course);
        return new Calendar(plan, changed, stop, entries, companions, asNeeded, reductions);
    }
}
