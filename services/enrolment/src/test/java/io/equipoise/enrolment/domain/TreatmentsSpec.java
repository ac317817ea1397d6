package io.equipoise.enrolment.domain;

import static io.equipoise.enrolment.domain.Trial.ANNA;
import static io.equipoise.enrolment.domain.Trial.SCREENED;
import static io.equipoise.enrolment.domain.Trial.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.enrolment.domain.SubjectCommand.RecordTreatments;
import io.equipoise.enrolment.domain.SubjectEvent.PriorTreatmentsRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectRegistered;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectScreenFailed;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.Specification;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person was treated with before, and what became of it. */
class TreatmentsSpec extends Specification<Subject, SubjectCommand, EnrolmentEvent> {
    private static final EnrolmentEvent CAME = new SubjectRegistered(ANNA, SCREENED, null, 1, null);
    private static final PriorTreatment INTERFERON = new PriorTreatment(
            "interferon beta-1a, weekly", "2010", "2015-06", null, TreatmentOutcome.FAILED, "letter");
    private static final PriorTreatment OCRELIZUMAB = new PriorTreatment(
            "ocrelizumab, 6 months apart", "2021-03", "2022-09-14", 4, TreatmentOutcome.FAILED, "letter");
    private static final PriorTreatment PULSE =
            new PriorTreatment("corticosteroid pulse", null, null, null, TreatmentOutcome.UNKNOWN, "letter");

    TreatmentsSpec() {
        super(Subject.DECIDER);
    }

    static RecordTreatments told(PriorTreatment... treatments) {
        return new RecordTreatments(List.of(treatments), TODAY);
    }

    static PriorTreatment dated(String began, String ended) {
        return new PriorTreatment("interferon", began, ended, null, TreatmentOutcome.FAILED, "letter");
    }

    @Test
    @Acceptance("EL-13")
    void the_history_of_CASE_is_kept_with_its_dates_and_failed() {
        given(CAME)
                .when(told(INTERFERON, OCRELIZUMAB, PULSE))
                .then(new PriorTreatmentsRecorded(ANNA, List.of(INTERFERON, OCRELIZUMAB, PULSE)));
        var person = (Person) Subject.DECIDER.replay(List.of(
                CAME,
                new PriorTreatmentsRecorded(ANNA, List.of(INTERFERON)),
                new PriorTreatmentsRecorded(ANNA, List.of(OCRELIZUMAB))));
        assertThat(person.treatments()).containsExactly(INTERFERON, OCRELIZUMAB);
        assertThat(person.treatments().getLast().outcome()).isEqualTo(TreatmentOutcome.FAILED);
    }

    @Test
    void the_same_treatment_told_again_is_nothing_new() {
        given(CAME, new PriorTreatmentsRecorded(ANNA, List.of(INTERFERON)))
                .when(told(INTERFERON))
                .then();
        given(CAME).when(told(PULSE, PULSE)).then(new PriorTreatmentsRecorded(ANNA, List.of(PULSE)));
    }

    @Test
    void what_cannot_be_is_refused_by_its_field_and_nothing_is_kept() {
        assertThat(given(CAME)
                        .when(told(INTERFERON, dated("spring 2010", null)))
                        .refused("VALUE_IMPOSSIBLE")
                        .pointers())
                .containsExactly("/treatments/1/began");
        for (var text : List.of("2010-13", "2010-02-30", "10", "20100", "")) {
            given(CAME).when(told(dated(null, text))).refused("VALUE_IMPOSSIBLE");
        }
        assertThat(given(CAME)
                        .when(told(dated("2016", "2015-06")))
                        .refused("DATES_OUT_OF_ORDER")
                        .pointers())
                .containsExactly("/treatments/0/ended");
        given(CAME).when(told(dated("2015-06-02", "2015-06"))).accepted();
        given(CAME).when(told(dated("2027", null))).refused("IN_THE_FUTURE");
        given(CAME).when(told(dated("2026", "2026"))).accepted();
        given(CAME)
                .when(told(new PriorTreatment("x", null, null, 0, TreatmentOutcome.FAILED, "letter")))
                .refused("VALUE_IMPOSSIBLE");
        given(CAME).when(told()).refused("TREATMENTS_MISSING");
        given(CAME)
                .when(told(new PriorTreatment(" ", null, null, null, TreatmentOutcome.FAILED, "letter")))
                .refused("TREATMENTS_MISSING");
    }

    @Test
    void nothing_more_is_kept_of_whoever_left() {
        given(CAME, new SubjectScreenFailed(ANNA, SCREENED, List.of(), "low", 2))
                .when(told(PULSE))
                .refused("SCREENING_FAILED");
    }
}
