package io.equipoise.enrolment.domain;

import static io.equipoise.enrolment.domain.Trial.ANNA;
import static io.equipoise.enrolment.domain.Trial.CLARA;
import static io.equipoise.enrolment.domain.Trial.EDSS;
import static io.equipoise.enrolment.domain.Trial.HEALTHY;
import static io.equipoise.enrolment.domain.Trial.SCREENED;
import static io.equipoise.enrolment.domain.Trial.STEROID;
import static io.equipoise.enrolment.domain.Trial.STUDY;
import static io.equipoise.enrolment.domain.Trial.TODAY;
import static io.equipoise.enrolment.domain.Trial.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.domain.SubjectCommand.FailScreening;
import io.equipoise.enrolment.domain.SubjectCommand.RecordFacts;
import io.equipoise.enrolment.domain.SubjectCommand.Register;
import io.equipoise.enrolment.domain.SubjectCommand.TakeFromEhr;
import io.equipoise.enrolment.domain.SubjectEvent.ConsentGiven;
import io.equipoise.enrolment.domain.SubjectEvent.EhrItemsSetAside;
import io.equipoise.enrolment.domain.SubjectEvent.ScreeningFactsRecorded;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectEnrolled;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectRegistered;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectScreenFailed;
import io.equipoise.enrolment.domain.SubjectEvent.SubjectWithdrawn;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.Specification;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreeningSpec extends Specification<Subject, SubjectCommand, EnrolmentEvent> {
    static final EnrolmentEvent ANNA_CAME = new SubjectRegistered(ANNA, SCREENED, null, 1, null);
    static final EnrolmentEvent ANNA_LEFT = new SubjectWithdrawn(ANNA, SCREENED, Scope.STUDY, "moved");
    static final Criterion TOO_LOW =
            new Criterion("EDSS", "INCLUSION", "EDSS 3.0 to 6.5", Answer.NOT_MET, "it is 2.5", List.of());
    static final Criterion OPEN =
            new Criterion("AGE", "INCLUSION", "18 to 65", Answer.NOT_ASSESSED, "not recorded", List.of());

    ScreeningSpec() {
        super(Subject.DECIDER);
    }

    static RecordFacts record(Fact... facts) {
        return new RecordFacts(List.of(facts), STUDY, TODAY);
    }

    static ScreeningFactsRecorded recorded(Fact... facts) {
        return new ScreeningFactsRecorded(ANNA, List.of(facts), 2);
    }

    @Test
    void anna_comes_to_a_screening() {
        given().when(new Register(ANNA, SCREENED, STUDY, TODAY)).then(ANNA_CAME);
    }

    @Test
    void a_number_belongs_to_one_person() {
        given(ANNA_CAME).when(new Register(ANNA, SCREENED, STUDY, TODAY)).refused("ALREADY_REGISTERED");
    }

    @Test
    void nobody_is_screened_at_a_site_that_is_not_open_or_not_open_yet() {
        var elsewhere = new SubjectId(Trial.NCT, "99", 1);
        given().when(new Register(elsewhere, SCREENED, STUDY, TODAY)).refused("SITE_NOT_OPEN");
        given().when(new Register(CLARA, LocalDate.of(2026, 1, 14), STUDY, TODAY))
                .refused("SITE_NOT_OPEN");
    }

    @Test
    void nobody_is_screened_tomorrow() {
        given().when(new Register(ANNA, TODAY.plusDays(1), STUDY, TODAY)).refused("IN_THE_FUTURE");
    }

    @Test
    void EL_9_a_legal_score_is_kept_in_the_spelling_of_its_step() {
        given(ANNA_CAME).when(record(seen(EDSS, "3"))).then(recorded(seen(EDSS, "3.0")));
    }

    @Test
    @Acceptance("EL-9")
    void EL_9_3_2_and_11_are_no_possible_scores_and_the_steps_are_named() {
        var refusal = given(ANNA_CAME).when(record(seen(EDSS, "3.2"))).refused("VALUE_IMPOSSIBLE");
        assertThat(refusal.pointers()).containsExactly("/facts/0/value");
        assertThat(refusal.detail()).contains("not a possible score").contains("2.5, 3.0, 3.5");
        given(ANNA_CAME).when(record(seen(EDSS, "11"))).refused("VALUE_IMPOSSIBLE");
    }

    @Test
    void numbers_that_are_none_or_far_too_long_are_no_scores() {
        for (var text : List.of("", "four", "4,5", "1e9", "0x3", "1".repeat(500), "NaN", "٣")) {
            given(ANNA_CAME).when(record(seen(EDSS, text))).refused("VALUE_IMPOSSIBLE");
        }
    }

    @Test
    void a_fact_that_the_study_does_not_know_is_refused_with_those_it_knows() {
        var unknown = new Fact("shoeSize", "43", SCREENED, "clinic");
        var refusal = given(ANNA_CAME).when(record(unknown)).refused("FACT_UNKNOWN");
        assertThat(refusal.pointers()).containsExactly("/facts/0/fact");
        assertThat(refusal.detail()).contains("birthDate").contains("edss");
    }

    @Test
    void a_value_of_the_wrong_kind_is_refused_with_what_would_be_right() {
        assertThat(given(ANNA_CAME)
                        .when(record(seen(HEALTHY, "maybe")))
                        .refused("VALUE_IMPOSSIBLE")
                        .detail())
                .contains("YES or NO");
        given(ANNA_CAME).when(record(seen(STEROID, "last spring"))).refused("VALUE_IMPOSSIBLE");
        given(ANNA_CAME).when(record(seen(Trial.BIRTH, "NEVER"))).refused("VALUE_IMPOSSIBLE");
        given(ANNA_CAME).when(record(seen(Trial.DIAGNOSIS, "MS"))).refused("VALUE_IMPOSSIBLE");
    }

    @Test
    void a_fact_observed_tomorrow_or_about_tomorrow_is_refused() {
        var observed = new Fact("edss", "4.5", TODAY.plusDays(1), "clinic");
        assertThat(given(ANNA_CAME)
                        .when(record(observed))
                        .refused("IN_THE_FUTURE")
                        .pointers())
                .containsExactly("/facts/0/observedOn");
        assertThat(given(ANNA_CAME)
                        .when(record(seen(STEROID, "2026-11-23")))
                        .refused("IN_THE_FUTURE")
                        .pointers())
                .containsExactly("/facts/0/value");
    }

    @Test
    void all_that_is_wrong_is_said_at_once_and_nothing_is_kept() {
        var refusal = given(ANNA_CAME)
                .when(record(seen(HEALTHY, "NO"), seen(EDSS, "3.2"), seen(STEROID, "soon")))
                .refused("VALUE_IMPOSSIBLE");
        assertThat(refusal.pointers()).containsExactly("/facts/1/value", "/facts/2/value");
    }

    @Test
    void a_list_without_facts_is_refused() {
        given(ANNA_CAME).when(record()).refused("FACTS_MISSING");
    }

    @Test
    void EL_13_the_history_is_kept_and_the_latest_observation_counts() {
        var march = new Fact("edss", "4.5", LocalDate.of(2026, 3, 1), "clinic");
        var may = new Fact("edss", "5.0", LocalDate.of(2026, 5, 1), "clinic");
        var told = new Fact("edss", "5.5", LocalDate.of(2026, 5, 1), "letter");
        var person = (Person) Subject.DECIDER.replay(List.of(ANNA_CAME, recorded(may, march)));
        assertThat(person.latest().get("edss")).isEqualTo(may);
        assertThat(person.facts()).containsExactly(may, march);
        var corrected = (Person) Subject.DECIDER.replay(person, List.of(recorded(told)));
        assertThat(corrected.latest().get("edss")).isEqualTo(told);
    }

    @Test
    void the_same_observation_told_again_is_nothing_new() {
        given(ANNA_CAME, recorded(seen(EDSS, "4.5")))
                .when(record(seen(EDSS, "4.5")))
                .then();
    }

    @Test
    void nothing_more_is_recorded_of_whoever_left() {
        given(ANNA_CAME, ANNA_LEFT).when(record(seen(EDSS, "4.5"))).refused("SUBJECT_WITHDRAWN");
    }

    @Test
    void the_record_system_tells_facts_and_consent() {
        given(ANNA_CAME)
                .when(new TakeFromEhr(List.of(seen(EDSS, "4.5")), new Consent("1.0", SCREENED), STUDY, TODAY))
                .then(recorded(seen(EDSS, "4.5")), new ConsentGiven(ANNA, "1.0", SCREENED));
    }

    @Test
    void what_the_record_system_tells_wrongly_is_set_aside_and_the_rest_is_taken() {
        var events = given(ANNA_CAME)
                .when(new TakeFromEhr(
                        List.of(seen(EDSS, "3.2"), seen(HEALTHY, "NO")), new Consent("7", SCREENED), STUDY, TODAY))
                .accepted();
        assertThat(events.getFirst()).isEqualTo(recorded(seen(HEALTHY, "NO")));
        assertThat(((EhrItemsSetAside) events.get(1)).items())
                .extracting(SetAside::code)
                .containsExactly("VALUE_IMPOSSIBLE", "CONSENT_VERSION_UNKNOWN");
    }

    @Test
    void what_the_record_system_tells_twice_is_one_fact() {
        var told = new TakeFromEhr(
                List.of(seen(EDSS, "4.5"), seen(EDSS, "3.2")), new Consent("1.0", SCREENED), STUDY, TODAY);
        var before = given(ANNA_CAME).when(told).accepted();
        given(ANNA_CAME).and(before.toArray(EnrolmentEvent[]::new)).when(told).then();
    }

    @Test
    void the_record_system_is_not_heard_about_whoever_left() {
        given(ANNA_CAME, ANNA_LEFT)
                .when(new TakeFromEhr(List.of(seen(EDSS, "4.5")), null, STUDY, TODAY))
                .then();
    }

    @Test
    void a_screening_fails_with_the_rules_that_were_not_met() {
        given(ANNA_CAME)
                .when(new FailScreening(
                        SCREENED, "walks too well", new Assessment(0, 2, List.of(TOO_LOW, OPEN)), TODAY))
                .then(new SubjectScreenFailed(ANNA, SCREENED, List.of("EDSS"), "walks too well", 2));
    }

    @Test
    void a_screening_does_not_fail_on_an_assessment_that_facts_have_overtaken() {
        given(ANNA_CAME, recorded(seen(EDSS, "4.5")))
                .when(new FailScreening(SCREENED, "low", new Assessment(0, 2, List.of(TOO_LOW)), TODAY))
                .refused("ASSESSMENT_OUT_OF_DATE");
    }

    @Test
    void a_failed_screening_wants_a_reason_and_a_day_that_can_be() {
        var assessment = new Assessment(0, 2, List.of(TOO_LOW));
        given(ANNA_CAME)
                .when(new FailScreening(SCREENED, "", assessment, TODAY))
                .refused("REASON_MISSING");
        given(ANNA_CAME)
                .when(new FailScreening(TODAY.plusDays(1), "low", assessment, TODAY))
                .refused("IN_THE_FUTURE");
        given(ANNA_CAME)
                .when(new FailScreening(SCREENED.minusDays(1), "low", assessment, TODAY))
                .refused("DATES_OUT_OF_ORDER");
    }

    @Test
    void a_screening_fails_once_and_never_after_enrolment() {
        var assessment = new Assessment(0, 2, List.of(TOO_LOW));
        var fail = new FailScreening(SCREENED, "low", assessment, TODAY);
        given(ANNA_CAME, new SubjectScreenFailed(ANNA, SCREENED, List.of(), "low", 2))
                .when(fail)
                .refused("SCREENING_FAILED");
        given(ANNA_CAME, new SubjectEnrolled(ANNA, SCREENED, new Place(1, 1), Map.of(), 2, List.of()))
                .when(fail)
                .refused("ALREADY_ENROLLED");
    }
}
