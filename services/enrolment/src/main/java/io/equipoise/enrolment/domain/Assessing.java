package io.equipoise.enrolment.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.enrolment.domain.Examinations.Recorded;
import io.equipoise.enrolment.domain.SubjectCommand.RecordAssessment;
import io.equipoise.enrolment.domain.SubjectCommand.RecordPuncture;
import io.equipoise.enrolment.domain.SubjectCommand.RecordSample;
import io.equipoise.enrolment.domain.SubjectEvent.ExaminationEvent.AssessmentRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.ExaminationEvent.PunctureDone;
import io.equipoise.enrolment.domain.SubjectEvent.ExaminationEvent.SampleTaken;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.Optional;

/** What is measured of a person: by the instrument that the definition names, in samples that are known. */
record Assessing(Person person) {

    Decision<EnrolmentEvent> record(RecordAssessment command) {
        if (person.isOut()) {
            return refuse(Withdrawing.out(person));
        }
        var told = command.measurement();
        var definition = command.study().protocol().assessment(told.assessment());
        if (definition.isEmpty()) {
            return refuse(Refusal.invalid(
                    "ASSESSMENT_UNKNOWN",
                    told.assessment() + " is no assessment of study "
                            + command.study().protocol().study(),
                    "/assessment"));
        }
        var before = person.examinations().inPlaceOf(told);
        if (before.map(Recorded::measurement).filter(told::equals).isPresent()) {
            return accept();
        }
        return definition
                .get()
                .gap()
                .or(() -> told.reading().wrong())
                .or(() -> Dates.notInTheFuture("on", told.on(), command.today()))
                .or(() -> outOfOrder(told))
                .or(() -> sampleUnknown(told))
                .or(() -> before.filter(known -> command.reason() == null).flatMap(Assessing::recordedAlready))
                .<Decision<EnrolmentEvent>>map(Decision::refuse)
                .orElseGet(() -> accept(new AssessmentRecorded(
                        person.subject(),
                        told,
                        definition.get().instrument(),
                        before.isPresent() ? command.reason() : null)));
    }

    private static Optional<Refusal> recordedAlready(Recorded before) {
        var known = before.measurement();
        return Optional.of(Refusal.conflict(
                "ASSESSMENT_RECORDED_ALREADY",
                known.occasion() + " of " + known.assessment() + " was recorded for " + known.on()
                        + "; another value needs a reason",
                "/reason"));
    }

    private Optional<Refusal> outOfOrder(Measurement told) {
        var on = new Dates("on", told.on());
        if (told.occasion() == Occasion.FOLLOW_UP) {
            return person.examinations()
                    .baseline(told.assessment(), told.item())
                    .flatMap(baseline -> on.before(baseline.measurement().on(), "the baseline"));
        }
        return person.examinations()
                .firstFollowUp(told.assessment(), told.item())
                .filter(first -> first.isBefore(told.on()))
                .map(first -> Refusal.invalid(
                        "DATES_OUT_OF_ORDER",
                        "a follow-up was recorded for " + first + ", before this baseline",
                        "/on"));
    }

    private Optional<Refusal> sampleUnknown(Measurement told) {
        var sample = told.sample();
        return sample == null || person.examinations().sample(sample).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "SAMPLE_UNKNOWN", "no sample " + sample + " was taken of this person", "/sample"));
    }

    Decision<EnrolmentEvent> record(RecordPuncture command) {
        var told = command.puncture();
        var known = person.examinations().puncture(told.puncture());
        var otherwise = Refusal.conflict(
                "PUNCTURE_RECORDED_ALREADY", "puncture " + told.puncture() + " was recorded otherwise");
        return settled(known, told, otherwise)
                .orElseGet(() -> Dates.notInTheFuture("on", told.on(), command.today())
                        .<Decision<EnrolmentEvent>>map(Decision::refuse)
                        .orElseGet(() -> accept(new PunctureDone(person.subject(), told))));
    }

    /** Nothing more is recorded of who is out; the same again changes nothing, and another thing of that name is refused. */
    private <T> Optional<Decision<EnrolmentEvent>> settled(Optional<T> known, T told, Refusal otherwise) {
        if (person.isOut()) {
            return Optional.of(refuse(Withdrawing.out(person)));
        }
        return known.map(earlier -> earlier.equals(told) ? accept() : refuse(otherwise));
    }

    Decision<EnrolmentEvent> record(RecordSample command) {
        var told = command.sample();
        var known = person.examinations().sample(told.sample());
        var otherwise =
                Refusal.conflict("SAMPLE_RECORDED_ALREADY", "sample " + told.sample() + " was recorded otherwise");
        return settled(known, told, otherwise)
                .orElseGet(() -> Dates.notInTheFuture("takenOn", told.takenOn(), command.today())
                        .or(() -> unlinked(told))
                        .<Decision<EnrolmentEvent>>map(Decision::refuse)
                        .orElseGet(() -> accept(new SampleTaken(person.subject(), told))));
    }

    private Optional<Refusal> unlinked(Sample told) {
        var puncture = told.puncture();
        if (puncture == null) {
            return told.kind() == Sample.Kind.CEREBROSPINAL_FLUID
                    ? Optional.of(Refusal.invalid(
                            "PUNCTURE_MISSING", "cerebrospinal fluid names the puncture it came from", "/puncture"))
                    : Optional.empty();
        }
        var known = person.examinations().puncture(puncture);
        if (known.isEmpty()) {
            return Optional.of(
                    Refusal.invalid("PUNCTURE_UNKNOWN", "no puncture " + puncture + " was recorded", "/puncture"));
        }
        return known.get().on().equals(told.takenOn())
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "PUNCTURE_ON_ANOTHER_DAY",
                        "the puncture was on " + known.get().on(),
                        "/takenOn",
                        "/puncture"));
    }
}
