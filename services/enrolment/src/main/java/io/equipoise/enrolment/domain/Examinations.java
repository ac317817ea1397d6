package io.equipoise.enrolment.domain;

import io.equipoise.enrolment.domain.SubjectEvent.ExaminationEvent;
import io.equipoise.enrolment.domain.SubjectEvent.ExaminationEvent.AssessmentRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.ExaminationEvent.PunctureDone;
import io.equipoise.enrolment.domain.SubjectEvent.ExaminationEvent.SampleTaken;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All that was measured of a person, in the order of recording; what replaces a value stands after it. */
public record Examinations(List<Recorded> assessments, List<Sample> samples, List<Puncture> punctures) {
    static final Examinations NONE = new Examinations(List.of(), List.of(), List.of());

    public Examinations {
        assessments = List.copyOf(assessments);
        samples = List.copyOf(samples);
        punctures = List.copyOf(punctures);
    }

    /**
     * A measurement, and the instrument that the definition named then.
     *
     * @param reason why it replaces what was recorded before
     */
    public record Recorded(
            Measurement measurement,
            @Nullable Instrument instrument,
            @Nullable String reason) {}

    /** The last one recorded in the same place. */
    Optional<Recorded> inPlaceOf(Measurement told) {
        return last(each -> each.standsWhere(told));
    }

    Optional<Recorded> baseline(String assessment, @Nullable String item) {
        return last(each -> each.isOf(assessment, item) && each.occasion() == Occasion.BASELINE);
    }

    /** The one of the latest day; of two recorded for one day the last. */
    Optional<Recorded> followUp(String assessment, @Nullable String item) {
        return assessments.stream()
                .filter(each -> each.measurement().isOf(assessment, item)
                        && each.measurement().occasion() == Occasion.FOLLOW_UP)
                .reduce((one, other) ->
                        other.measurement().on().isBefore(one.measurement().on()) ? one : other);
    }

    Optional<LocalDate> firstFollowUp(String assessment, @Nullable String item) {
        return assessments.stream()
                .map(Recorded::measurement)
                .filter(each -> each.isOf(assessment, item) && each.occasion() == Occasion.FOLLOW_UP)
                .map(Measurement::on)
                .min(LocalDate::compareTo);
    }

    private Optional<Recorded> last(Predicate<Measurement> wanted) {
        return assessments.reversed().stream()
                .filter(each -> wanted.test(each.measurement()))
                .findFirst();
    }

    Optional<Sample> sample(String name) {
        return samples.stream().filter(each -> each.sample().equals(name)).findFirst();
    }

    Optional<Puncture> puncture(String name) {
        return punctures.stream().filter(each -> each.puncture().equals(name)).findFirst();
    }

    Examinations after(ExaminationEvent event) {
        return switch (event) {
            case AssessmentRecorded(var subject, var measurement, var instrument, var reason) ->
                new Examinations(
                        Person.appended(assessments, List.of(new Recorded(measurement, instrument, reason))),
                        samples,
                        punctures);
            case SampleTaken(var subject, var sample) ->
                new Examinations(assessments, Person.appended(samples, List.of(sample)), punctures);
            case PunctureDone(var subject, var puncture) ->
                new Examinations(assessments, samples, Person.appended(punctures, List.of(puncture)));
        };
    }
}
