package io.equipoise.enrolment.domain;

import static io.equipoise.enrolment.domain.Laboratory.DONE;
import static io.equipoise.enrolment.domain.Laboratory.FLUID;
import static io.equipoise.enrolment.domain.Laboratory.LUMBAR;
import static io.equipoise.enrolment.domain.Laboratory.TAKEN;
import static io.equipoise.enrolment.domain.Trial.ANNA;
import static io.equipoise.enrolment.domain.Trial.ENROLLED;
import static io.equipoise.enrolment.domain.Trial.SCREENED;
import static io.equipoise.enrolment.domain.Trial.STUDY;
import static io.equipoise.enrolment.domain.Trial.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.enrolment.domain.Sample.Kind;
import io.equipoise.enrolment.domain.SubjectCommand.RecordAssessment;
import io.equipoise.enrolment.domain.SubjectCommand.RecordPuncture;
import io.equipoise.enrolment.domain.SubjectCommand.RecordSample;
import io.equipoise.enrolment.domain.SubjectEvent.ExaminationEvent.AssessmentRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.ExaminationEvent.SampleTaken;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectRegistered;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectWithdrawn;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.Specification;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is measured of a person: by named instruments, in linked samples, and changed from a baseline or not at all. */
class AssessingSpec extends Specification<Subject, SubjectCommand, EnrolmentEvent> {
    private static final EnrolmentEvent CAME = new SubjectRegistered(ANNA, SCREENED, null, 1, null);
    private static final Reading SEVENTY_TO_EIGHTY = new Reading("70", "80", null, "%");
    private static final LocalDate LATER = ENROLLED.plusDays(21);

    AssessingSpec() {
        super(Subject.DECIDER);
    }

    static Measurement measured(
            String assessment, @Nullable String item, Occasion occasion, LocalDate on, Reading reading) {
        return new Measurement(assessment, item, occasion, on, reading, null, "clinic");
    }

    static Measurement symptom(String item, Occasion occasion, LocalDate on, Reading reading) {
        return measured("SYMPTOMS", item, occasion, on, reading);
    }

    static Reading number(String number) {
        return new Reading(number, number, null, null);
    }

    static RecordAssessment told(Measurement measurement, @Nullable String reason) {
        return new RecordAssessment(measurement, reason, STUDY, TODAY);
    }

    static AssessmentRecorded recorded(Measurement measurement) {
        return new AssessmentRecorded(ANNA, measurement, null, null);
    }

    static Person after(EnrolmentEvent... events) {
        return (Person) Subject.DECIDER.replay(
                Stream.concat(Stream.of(CAME), Arrays.stream(events)).toList());
    }

    static String refusal(Person person, String assessment, @Nullable String item) {
        return Change.of(person, assessment, item) instanceof Change.Refused(var reason) ? reason.code() : "";
    }

    @ParameterizedTest
    @CsvSource({"LHERMITTE", "VISION", "MEMORY"})
    @Acceptance("AS")
    void of_CASE_there_is_no_change_of_what_has_no_baseline(String symptom) {
        var followUp = recorded(symptom(symptom, Occasion.FOLLOW_UP, LATER, SEVENTY_TO_EIGHTY));
        var other = recorded(symptom("HEAVINESS", Occasion.BASELINE, ENROLLED, number("100")));
        assertThat(refusal(after(followUp, other), "SYMPTOMS", symptom)).isEqualTo("BASELINE_MISSING");
        assertThat(refusal(after(followUp, other), "SYMPTOMS", null)).isEqualTo("BASELINE_MISSING");
        assertThat(refusal(after(followUp, other), "SYMPTOMS", "HEAVINESS")).isEqualTo("FOLLOW_UP_MISSING");
    }

    @Test
    @Acceptance("AS")
    void a_range_of_70_to_80_percent_is_kept_as_a_range_and_so_is_its_change() {
        var range = symptom("NUMBNESS", Occasion.FOLLOW_UP, LATER, SEVENTY_TO_EIGHTY);
        given(CAME).when(told(range, null)).then(recorded(range));
        var person = after(
                recorded(symptom("NUMBNESS", Occasion.BASELINE, ENROLLED, new Reading("10", "10", null, "%"))),
                recorded(range));
        assertThat(Change.of(person, "SYMPTOMS", "NUMBNESS")).isInstanceOfSatisfying(Change.Known.class, change -> {
            assertThat(change.latest().measurement().reading()).isEqualTo(SEVENTY_TO_EIGHTY);
            assertThat(change.by()).isEqualTo(new Reading("60", "70", null, "%"));
        });
    }

    @Test
    @Acceptance("AS")
    void without_the_name_and_version_of_its_instrument_nothing_is_recorded_of_an_assessment() {
        given(CAME)
                .when(told(measured("NEUROCOGNITIVE", null, Occasion.BASELINE, ENROLLED, number("48")), null))
                .refused("INSTRUMENT_UNKNOWN");
        var barthel = measured("DAILY_FUNCTIONING", null, Occasion.BASELINE, ENROLLED, number("95"));
        given(CAME)
                .when(told(barthel, null))
                .then(new AssessmentRecorded(ANNA, barthel, new Instrument("Barthel Index", "1965"), null));
    }

    @Test
    @Acceptance("AS")
    void cerebrospinal_fluid_is_linked_to_the_puncture_it_came_from() {
        given(CAME, DONE).when(new RecordSample(FLUID, TODAY)).then(TAKEN);
        given(CAME)
                .when(new RecordSample(new Sample("CSF-1", Kind.CEREBROSPINAL_FLUID, ENROLLED, null), TODAY))
                .refused("PUNCTURE_MISSING");
        given(CAME).when(new RecordSample(FLUID, TODAY)).refused("PUNCTURE_UNKNOWN");
        given(CAME, DONE)
                .when(new RecordSample(new Sample("CSF-1", Kind.CEREBROSPINAL_FLUID, LATER, "LP-1"), TODAY))
                .refused("PUNCTURE_ON_ANOTHER_DAY");
        given(CAME)
                .when(new RecordSample(new Sample("B-1", Kind.BLOOD, ENROLLED, null), TODAY))
                .then(new SampleTaken(ANNA, new Sample("B-1", Kind.BLOOD, ENROLLED, null)));
    }

    @Test
    void a_sample_and_a_puncture_are_recorded_once_and_not_otherwise() {
        given(CAME).when(new RecordPuncture(LUMBAR, TODAY)).then(DONE);
        given(CAME, DONE).when(new RecordPuncture(LUMBAR, TODAY)).then();
        given(CAME, DONE)
                .when(new RecordPuncture(new Puncture("LP-1", ENROLLED, "22G", "L4-L5"), TODAY))
                .refused("PUNCTURE_RECORDED_ALREADY");
        given(CAME, TAKEN).when(new RecordSample(FLUID, TODAY)).then();
        given(CAME, TAKEN)
                .when(new RecordSample(new Sample("CSF-1", Kind.BLOOD, ENROLLED, null), TODAY))
                .refused("SAMPLE_RECORDED_ALREADY");
        given(CAME)
                .when(new RecordSample(new Sample("B-1", Kind.BLOOD, TODAY.plusDays(1), null), TODAY))
                .refused("IN_THE_FUTURE");
        given(CAME)
                .when(new RecordPuncture(new Puncture("LP-1", TODAY.plusDays(1), "25G", "L4"), TODAY))
                .refused("IN_THE_FUTURE");
    }

    @Test
    void a_measurement_names_an_assessment_of_the_study_and_a_sample_that_was_taken() {
        given(CAME)
                .when(told(measured("SHOE_SIZE", null, Occasion.BASELINE, ENROLLED, number("42")), null))
                .refused("ASSESSMENT_UNKNOWN");
        var inFluid = new Measurement(
                "CEREBROSPINAL_FLUID", "IL-6", Occasion.BASELINE, ENROLLED, number("4.2"), "CSF-1", "laboratory");
        given(CAME).when(told(inFluid, null)).refused("SAMPLE_UNKNOWN");
        given(CAME, TAKEN).when(told(inFluid, null)).then(recorded(inFluid));
        given(CAME, new SubjectWithdrawn(ANNA, ENROLLED, Scope.STUDY, "moved"))
                .when(told(inFluid, null))
                .refused("SUBJECT_WITHDRAWN");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"80,70,-", "70,-,-", "-,-,-", "4,4,well", "4.,4.,-", "1e9,1e9,-"},
            nullValues = "-")
    void a_reading_is_a_number_a_range_or_words(String low, String high, String text) {
        var reading = new Reading(low, high, text, null);
        given(CAME)
                .when(told(measured("EDSS", null, Occasion.BASELINE, ENROLLED, reading), null))
                .refused("VALUE_IMPOSSIBLE");
    }

    @Test
    void another_value_for_the_same_day_needs_a_reason_and_stands_after_the_first() {
        var first = measured("EDSS", null, Occasion.BASELINE, ENROLLED, number("4.5"));
        var second = measured("EDSS", null, Occasion.BASELINE, ENROLLED.minusDays(1), number("5.0"));
        given(CAME, recorded(first)).when(told(first, null)).then();
        given(CAME, recorded(first)).when(told(second, null)).refused("ASSESSMENT_RECORDED_ALREADY");
        given(CAME, recorded(first))
                .when(told(second, "typed wrongly"))
                .then(new AssessmentRecorded(ANNA, second, null, "typed wrongly"));
        var person = after(
                recorded(first),
                recorded(second),
                recorded(measured("EDSS", null, Occasion.FOLLOW_UP, LATER, number("4.0"))));
        assertThat(Change.of(person, "EDSS", null))
                .isInstanceOfSatisfying(
                        Change.Known.class,
                        change -> assertThat(change.by()).isEqualTo(new Reading("-1.0", "-1.0", null, null)));
    }

    @Test
    void a_baseline_comes_before_every_follow_up() {
        var baseline = measured("EDSS", null, Occasion.BASELINE, ENROLLED, number("4.5"));
        given(CAME, recorded(baseline))
                .when(told(measured("EDSS", null, Occasion.FOLLOW_UP, ENROLLED.minusDays(1), number("4.5")), null))
                .refused("DATES_OUT_OF_ORDER");
        given(
                        CAME,
                        recorded(measured("EDSS", null, Occasion.FOLLOW_UP, SCREENED, number("4.5"))),
                        recorded(measured("EDSS", null, Occasion.FOLLOW_UP, LATER, number("4.5"))))
                .when(told(baseline, null))
                .refused("DATES_OUT_OF_ORDER");
        given(CAME)
                .when(told(measured("EDSS", null, Occasion.BASELINE, TODAY.plusDays(1), number("4.5")), null))
                .refused("IN_THE_FUTURE");
    }

    @Test
    void words_other_units_and_other_instruments_are_not_subtracted() {
        var baseline = measured("EDSS", null, Occasion.BASELINE, ENROLLED, number("4.5"));
        var words =
                measured("EDSS", null, Occasion.FOLLOW_UP, LATER, new Reading(null, null, "cannot be assessed", null));
        assertThat(refusal(after(recorded(baseline), recorded(words)), "EDSS", null))
                .isEqualTo("READING_WITHOUT_NUMBER");
        var percent = measured("EDSS", null, Occasion.FOLLOW_UP, LATER, SEVENTY_TO_EIGHTY);
        assertThat(refusal(after(recorded(baseline), recorded(percent)), "EDSS", null))
                .isEqualTo("UNITS_DIFFER");
        var newer = new AssessmentRecorded(
                ANNA,
                measured("EDSS", null, Occasion.FOLLOW_UP, LATER, number("4.0")),
                new Instrument("Neurostatus", "05"),
                null);
        assertThat(refusal(after(recorded(baseline), newer), "EDSS", null)).isEqualTo("INSTRUMENTS_DIFFER");
    }
}
