package io.equipoise.enrolment.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.domain.Change;
import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.Measurement;
import io.equipoise.enrolment.domain.Puncture;
import io.equipoise.enrolment.domain.Sample;
import io.equipoise.enrolment.domain.Subject;
import io.equipoise.enrolment.domain.SubjectCommand.RecordAssessment;
import io.equipoise.enrolment.domain.SubjectCommand.RecordPuncture;
import io.equipoise.enrolment.domain.SubjectCommand.RecordSample;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import org.jspecify.annotations.Nullable;

/** What is measured of people: scores, questionnaires, symptoms, biomarkers, and the samples that they are measured in. */
public final class Assessments {
    private final People people;

    public Assessments(People people) {
        this.people = people;
    }

    /** @param reason why it replaces what was recorded before, where it does */
    public Outcome<EnrolmentEvent> record(
            SubjectId subject, Measurement measurement, @Nullable String reason, Attribution by) {
        return people.ask(
                subject,
                measurement.on(),
                (study, today) -> new RecordAssessment(measurement, reason, study, today),
                reason == null ? by : by.withReason(reason));
    }

    public Outcome<EnrolmentEvent> record(SubjectId subject, Puncture puncture, Attribution by) {
        return people.ask(subject, puncture.on(), (study, today) -> new RecordPuncture(puncture, today), by);
    }

    public Outcome<EnrolmentEvent> record(SubjectId subject, Sample sample, Attribution by) {
        return people.ask(subject, sample.takenOn(), (study, today) -> new RecordSample(sample, today), by);
    }

    public Change change(SubjectId subject, String assessment, @Nullable String item) {
        return people.find(subject)
                .map(person -> Change.of(person, assessment, item))
                .orElseGet(() -> new Change.Refused(Subject.unknown()));
    }
}
