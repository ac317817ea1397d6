package io.equipoise.imaging.application;

import static java.util.stream.Collectors.toMap;

import io.equipoise.contracts.SubjectId;
import io.equipoise.imaging.application.CrossoverPlans.Person;
import io.equipoise.imaging.domain.ImagingEvent;
import io.equipoise.imaging.domain.Scan;
import io.equipoise.imaging.domain.ScanCommand;
import io.equipoise.imaging.domain.crossover.CrossoverPlan;
import io.equipoise.imaging.domain.crossover.PeriodLesions;
import io.equipoise.imaging.domain.crossover.Standing;
import io.equipoise.imaging.domain.crossover.Standing.Awaited;
import io.equipoise.platform.command.CommandHandler;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Adds up what was counted, period by period. Counts are read from the journal, where they lie encrypted: no read model
 * holds them in the clear.
 */
public final class LesionCounting {
    private final CommandHandler<Scan, ScanCommand, ImagingEvent> journal;
    private final CrossoverPlans crossovers;
    private final ScanPlans plans;
    private final Scans scans;
    private final CivilDays days;

    public LesionCounting(
            CommandHandler<Scan, ScanCommand, ImagingEvent> journal,
            CrossoverPlans crossovers,
            ScanPlans plans,
            Scans scans,
            CivilDays days) {
        this.journal = journal;
        this.crossovers = crossovers;
        this.plans = plans;
        this.scans = scans;
        this.days = days;
    }

    /** What was counted of one person, by period. */
    public record PersonLesions(SubjectId subject, List<PeriodLesions> periods) {}

    /** What was counted in a study of the people whose site may be seen, with the plan by which it was added up. */
    public record StudyLesions(String study, CrossoverPlan plan, List<PersonLesions> people) {}

    /** Empty where the study is not known. */
    public Optional<StudyLesions> in(String study, Predicate<String> site) {
        return crossovers
                .of(study)
                .map(plan -> new StudyLesions(
                        study,
                        plan,
                        crossovers.people(study).stream()
                                .filter(person -> site.test(person.subject().site()))
                                .map(person -> counted(plan, person))
                                .toList()));
    }

    /** Empty where the person is not known, or nothing is known of their study. */
    public Optional<StudyLesions> of(SubjectId subject) {
        return crossovers
                .person(subject)
                .flatMap(person -> crossovers
                        .of(subject.study())
                        .map(plan -> new StudyLesions(subject.study(), plan, List.of(counted(plan, person)))));
    }

    private PersonLesions counted(CrossoverPlan plan, Person person) {
        var subject = person.subject();
        var came = scans.of(subject);
        var expected = plans.expectedOf(subject).stream().collect(toMap(Expected::timePoint, entry -> entry));
        var today = days.today(subject.study(), subject.site());
        return new PersonLesions(subject, PeriodLesions.of(plan, timePoint -> {
            var entry = Optional.ofNullable(expected.get(timePoint));
            return Standing.of(
                    came.stream()
                            .filter(scan -> scan.timePoint().equals(timePoint))
                            .map(scan -> journal.state("scan/" + scan.scan()))
                            .toList(),
                    new Awaited(
                            entry.isPresent(),
                            !person.left() && entry.map(Expected::open).orElse(true),
                            entry.map(known -> known.window().latest()).orElse(null),
                            today));
        }));
    }
}
