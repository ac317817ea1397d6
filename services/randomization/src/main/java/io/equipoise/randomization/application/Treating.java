package io.equipoise.randomization.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.randomization.domain.AllocationCommand;
import io.equipoise.randomization.domain.AllocationCommand.Dispense;
import io.equipoise.randomization.domain.AllocationCommand.Randomize;
import io.equipoise.randomization.domain.AllocationCommand.Rerandomize;
import io.equipoise.randomization.domain.AllocationCommand.ReturnKit;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;

/** A subject is randomized and gets kits, blind: nobody who asks here is told the arm. */
public final class Treating {
    private final Studies studies;
    private final People people;
    private final Allocations allocations;

    public Treating(Studies studies, People people, Allocations allocations) {
        this.studies = studies;
        this.people = people;
        this.allocations = allocations;
    }

    public Outcome<AllocationEvent> randomize(SubjectId subject, LocalDate randomizedOn, Attribution by) {
        return at(
                subject,
                by,
                (study, now) ->
                        new Randomize(people.find(subject), study.underWay(), randomizedOn, now, study.holds()));
    }

    public Outcome<AllocationEvent> rerandomize(SubjectId subject, LocalDate randomizedOn, Attribution by) {
        return at(
                subject,
                by,
                (study, now) ->
                        new Rerandomize(people.find(subject), study.underWay(), randomizedOn, now, study.holds()));
    }

    /** Where a randomized subject stands in the order in which people came. */
    public record Place(int ordinal, LocalDate randomizedOn) {}

    public Optional<Place> placeOf(SubjectId subject) {
        return Optional.ofNullable(allocations.of(subject.study()).seats().get(subject))
                .map(seat -> new Place(seat.ordinal(), seat.randomizedOn()));
    }

    public Outcome<AllocationEvent> dispense(SubjectId subject, int dose, Instant dispensedAt, Attribution by) {
        return at(
                subject,
                by.withHappenedAt(dispensedAt),
                (study, now) -> new Dispense(people.find(subject), study.underWay(), dose, dispensedAt, now));
    }

    public Outcome<AllocationEvent> takeBack(
            SubjectId subject, String kit, Instant returnedAt, String reason, Attribution by) {
        return at(
                subject,
                by.withHappenedAt(returnedAt),
                (study, now) -> new ReturnKit(subject, kit, returnedAt, reason, now));
    }

    private Outcome<AllocationEvent> at(
            SubjectId subject, Attribution by, BiFunction<StudyStanding, Moment, AllocationCommand> command) {
        var study = studies.find(subject.study());
        if (study.isEmpty()) {
            return Allocations.studyUnknown();
        }
        return study.get()
                .zoneOf(subject.site())
                .map(zone -> allocations.handle(
                        subject.study(), command.apply(study.get(), new Moment(by.recordedAt(), zone)), by))
                .orElseGet(() -> Allocations.siteNotOpen(subject.site()));
    }
}
