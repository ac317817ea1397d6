package io.equipoise.dosing.adapter.kafka;

import io.equipoise.contracts.SubjectId;
import io.equipoise.dosing.adapter.kafka.Wording.Accompanied;
import io.equipoise.dosing.adapter.kafka.Wording.Given;
import io.equipoise.dosing.adapter.kafka.Wording.Held;
import io.equipoise.dosing.adapter.kafka.Wording.Line;
import io.equipoise.dosing.adapter.kafka.Wording.Lines;
import io.equipoise.dosing.adapter.kafka.Wording.Missed;
import io.equipoise.dosing.adapter.kafka.Wording.Released;
import io.equipoise.dosing.adapter.kafka.Wording.Stopped;
import io.equipoise.dosing.adapter.kafka.Wording.Taken;
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
import io.equipoise.dosing.domain.CohortEvent;
import io.equipoise.dosing.domain.DosingEvent;
import io.equipoise.dosing.domain.Entry;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.relay.Message;
import io.equipoise.platform.relay.PublishedLanguage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What others learn of a calendar. Dose groups, why a deviation was accepted, and what was noted before any
 * calendar, stay here.
 */
public final class DosingLanguage implements PublishedLanguage<DosingEvent> {
    private static final String TOPIC = "dosing";
    private static final String STREAM = "calendar/";

    @Override
    public List<Message> tell(Commit<DosingEvent> commit) {
        if (!commit.stream().startsWith(STREAM)) {
            return List.of();
        }
        var subject =
                SubjectId.parse(commit.stream().substring(STREAM.length())).orElseThrow();
        return commit.facts().stream()
                .flatMap(fact -> told(subject, fact, commit).stream())
                .toList();
    }

    @Override
    public List<String> topics(String stream) {
        return stream.startsWith(STREAM) ? List.of(TOPIC) : List.of();
    }

    private static Optional<Message> told(SubjectId who, DosingEvent fact, Commit<DosingEvent> together) {
        var id = who.toString();
        var study = who.study();
        var site = who.site();
        return switch (fact) {
            case CalendarPlanned f ->
                message("CalendarPlanned.v1", new Lines(id, study, site, f.day0(), f.because(), lines(f.entries())));
            case CalendarDrawn f ->
                message("CalendarPlanned.v1", new Lines(id, study, site, f.day0(), f.because(), lines(f.entries())));
            case CalendarAmended f -> message("CalendarRecalculated.v1", amended(who, f));
            case CalendarRecalculated f ->
                message(
                        "CalendarRecalculated.v1",
                        new Lines(id, study, site, f.day0(), f.because(), lines(f.entries())));
            case DoseAdministered f -> message("DoseAdministered.v1", given(who, f, together));
            case DoseHeld f -> message("DoseHeld.v1", new Held(id, study, site, f.dose(), f.heldOn(), f.reason()));
            case DoseReleased f ->
                message("DoseReleased.v1", new Released(id, study, site, f.dose(), f.releasedOn(), f.reason()));
            case DoseMissed f ->
                message("DoseMissed.v1", new Missed(id, study, site, f.dose(), f.missedOn(), f.reason()));
            case DosingStopped f ->
                message("DosingStopped.v1", new Stopped(id, study, site, f.stoppedOn(), f.reason()));
            case CompanionTreatmentRecorded f -> message("CompanionTreatmentRecorded.v1", accompanied(who, f));
            case DoseTakenAsNeeded f -> message("DoseTakenAsNeeded.v1", taken(who, f));
            case StopNoted f -> Optional.empty();
            case DoseDetailed f -> Optional.empty();
            case DoseReduced f -> Optional.empty();
            case DosePermitted f -> Optional.empty();
            case CohortEvent f -> Optional.empty();
        };
    }

    private static Lines amended(SubjectId who, CalendarAmended f) {
        var all = Stream.concat(f.entries().stream(), f.dropped().stream()).toList();
        return new Lines(who.toString(), who.study(), who.site(), f.day0(), f.because(), lines(all));
    }

    private static Accompanied accompanied(SubjectId who, CompanionTreatmentRecorded f) {
        return new Accompanied(
                who.toString(), who.study(), who.site(), f.companion(), f.title(), f.confounder(), f.from(), f.until());
    }

    private static Optional<Message> message(String type, Object data) {
        return Optional.of(new Message(TOPIC, type, data));
    }

    private static List<Line> lines(List<Entry> entries) {
        return entries.stream().map(Line::of).toList();
    }

    /** Where blinded kits are given, the amount that the protocol states is not told as given: a kit may hold none of it. */
    private static Given given(SubjectId who, DoseAdministered f, Commit<DosingEvent> together) {
        var details = together.first(DoseDetailed.class).orElse(null);
        var reduced = together.first(DoseReduced.class).orElse(null);
        return new Given(
                who.toString(),
                who.study(),
                who.site(),
                f.dose(),
                f.kit(),
                f.packagingLot(),
                f.startedAt(),
                f.stoppedAt(),
                f.volume(),
                f.interruptions(),
                f.deviations(),
                details == null ? null : details.course(),
                details == null ? null : details.route(),
                details == null || details.lot() == null ? null : details.amount(),
                reduced == null ? null : reduced.to());
    }

    private static Taken taken(SubjectId who, DoseTakenAsNeeded f) {
        return new Taken(
                who.toString(),
                who.study(),
                who.site(),
                f.course(),
                f.nth(),
                f.lot(),
                f.startedAt(),
                f.stoppedAt(),
                f.volume(),
                f.deviations(),
                f.route(),
                f.amount());
    }
}
