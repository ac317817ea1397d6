package io.equipoise.adverseevent.domain;

import static io.equipoise.adverseevent.domain.Wards.ADMITTED;
import static io.equipoise.adverseevent.domain.Wards.ADMITTED_REPORTED;
import static io.equipoise.adverseevent.domain.Wards.ANNA;
import static io.equipoise.adverseevent.domain.Wards.AN_HOUR_IN;
import static io.equipoise.adverseevent.domain.Wards.FIRST;
import static io.equipoise.adverseevent.domain.Wards.KNOWN;
import static io.equipoise.adverseevent.domain.Wards.MILD;
import static io.equipoise.adverseevent.domain.Wards.MILD_REPORTED;
import static io.equipoise.adverseevent.domain.Wards.REACTION;
import static io.equipoise.adverseevent.domain.Wards.TOLD;
import static io.equipoise.adverseevent.domain.Wards.account;
import static io.equipoise.adverseevent.domain.Wards.lasting;
import static io.equipoise.adverseevent.domain.Wards.report;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.AdverseEventCommand.Amend;
import io.equipoise.adverseevent.domain.AdverseEventCommand.Report;
import io.equipoise.adverseevent.domain.AdverseEventFact.AdverseEventAmended;
import io.equipoise.adverseevent.domain.AdverseEventFact.AdverseEventReported;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Refusal;
import io.equipoise.platform.Specification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdverseEventSpec extends Specification<AdverseEvent, AdverseEventCommand, SafetyFact> {
    AdverseEventSpec() {
        super(AdverseEvent.DECIDER);
    }

    @Test
    void a_report_links_the_dose_its_kit_its_lot_and_the_minutes_from_its_start() {
        given().when(new Report(REACTION, ANNA, MILD, "felt warm", KNOWN)).then(MILD_REPORTED);
    }

    @Test
    void an_onset_known_only_by_its_day_has_no_minutes() {
        var onThatDay = new Account(
                "Fever",
                1,
                List.of(),
                Moment.parse("2025-03-11").orElseThrow(),
                null,
                Relation.PROBABLE,
                1,
                EventOutcome.UNKNOWN);
        given().when(report(onThatDay))
                .then(new AdverseEventReported(
                        REACTION, ANNA, onThatDay, new DoseLink(1, "K-483920", "P-0001", null), null));
    }

    @Test
    void an_event_without_a_dose_has_no_link() {
        var headache = lasting("2025-03-10", "");
        given().when(report(headache)).then(new AdverseEventReported(REACTION, ANNA, headache, null, null));
    }

    @ParameterizedTest
    @EnumSource(Criterion.class)
    void any_one_criterion_makes_it_serious(Criterion criterion) {
        assertThat(account(1, List.of(criterion), EventOutcome.RECOVERED).serious())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void no_grade_makes_it_serious(int grade) {
        assertThat(account(grade, List.of(), EventOutcome.FATAL).serious()).isFalse();
    }

    @Test
    void a_criterion_named_twice_counts_once() {
        assertThat(account(3, List.of(Criterion.DISABILITY, Criterion.DEATH, Criterion.DISABILITY), EventOutcome.FATAL)
                        .criteria())
                .containsExactly(Criterion.DEATH, Criterion.DISABILITY);
    }

    @Test
    void what_was_there_before_consent_is_recorded_too() {
        var old = lasting("2019-01-01", "");
        given().when(report(old)).then(new AdverseEventReported(REACTION, ANNA, old, null, null));
    }

    @Test
    void an_event_is_reported_once() {
        given(MILD_REPORTED).when(report(MILD)).refused("EVENT_ALREADY_REPORTED");
    }

    @Test
    void nobody_who_is_not_registered_has_events() {
        var stranger = new Report(REACTION, ANNA, MILD, null, new Known(false, TOLD, null, List.of()));
        assertThat(given().when(stranger).refused("SUBJECT_UNKNOWN").kind()).isEqualTo(Refusal.Kind.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines"})
    void an_event_has_a_name(String term) {
        var nameless =
                new Account(term, 1, List.of(), MILD.onset(), null, Relation.UNLIKELY, null, EventOutcome.UNKNOWN);
        given().when(report(nameless)).refused("TERM_INVALID");
    }

    @Test
    void a_name_is_not_a_story() {
        var story = new Account(
                "x".repeat(251), 1, List.of(), MILD.onset(), null, Relation.UNLIKELY, null, EventOutcome.UNKNOWN);
        given().when(report(story)).refused("TERM_INVALID");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, -1})
    void there_are_five_grades(int grade) {
        assertThat(given().when(report(account(grade, List.of(), EventOutcome.FATAL)))
                        .refused("GRADE_OUT_OF_RANGE")
                        .pointers())
                .containsExactly("/grade");
    }

    @Test
    void grade_5_is_fatal_or_it_is_not_grade_5() {
        given().when(report(account(5, List.of(Criterion.DEATH), EventOutcome.RECOVERED)))
                .refused("GRADE_5_NOT_FATAL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03-11T11:00:01Z", "2025-03-12"})
    void an_onset_that_has_not_come_is_refused(String onset) {
        assertThat(given().when(report(lasting(onset, "")))
                        .refused("IN_THE_FUTURE")
                        .pointers())
                .containsExactly("/onset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03-11T11:00:01Z", "2025-03-12"})
    void an_end_that_has_not_come_is_refused(String end) {
        assertThat(given().when(report(lasting("2025-03-01", end)))
                        .refused("IN_THE_FUTURE")
                        .pointers())
                .containsExactly("/end");
    }

    @Test
    void where_the_zone_is_unknown_a_day_that_has_begun_anywhere_has_begun() {
        var tomorrow = lasting("2025-03-12", "");
        given().when(new Report(REACTION, ANNA, tomorrow, null, new Known(true, TOLD, null, List.of())))
                .then(new AdverseEventReported(REACTION, ANNA, tomorrow, null, null));
    }

    @Test
    void an_event_ends_after_it_begins() {
        given().when(report(lasting("2025-03-10T10:00:00Z", "2025-03-10T09:59:59Z")))
                .refused("END_BEFORE_ONSET");
        given().when(report(lasting("2025-03-10", "2025-03-09"))).refused("END_BEFORE_ONSET");
        given().when(report(lasting("2025-03-10T10:00:00Z", "2025-03-09"))).refused("END_BEFORE_ONSET");
    }

    @Test
    void an_event_may_end_on_the_day_it_began_by_the_clocks_of_the_site() {
        var lateAtNight = lasting("2025-03-09T23:30:00Z", "2025-03-10");
        given().when(report(lateAtNight)).then(new AdverseEventReported(REACTION, ANNA, lateAtNight, null, null));
    }

    @Test
    void a_dose_that_was_not_given_is_not_linked() {
        var second = new Account("Fever", 1, List.of(), MILD.onset(), null, Relation.POSSIBLE, 2, EventOutcome.UNKNOWN);
        assertThat(given().when(report(second)).refused("DOSE_NOT_GIVEN").pointers())
                .containsExactly("/dose");
    }

    @Test
    void an_amendment_keeps_what_was_said_before() {
        given(MILD_REPORTED)
                .when(new Amend(ADMITTED, null, "admitted overnight", KNOWN))
                .then(new AdverseEventAmended(REACTION, ANNA, 2, ADMITTED, AN_HOUR_IN, null, "admitted overnight"));
    }

    @Test
    void every_grade_ever_given_stays_visible() {
        var facts = List.<SafetyFact>of(
                MILD_REPORTED,
                new AdverseEventAmended(
                        REACTION, ANNA, 2, ADMITTED, AN_HOUR_IN, "kept overnight", "admitted overnight"),
                new AdverseEventAmended(REACTION, ANNA, 3, MILD, AN_HOUR_IN, null, "went home"));
        Decider<AdverseEvent, AdverseEventCommand, SafetyFact> decider = AdverseEvent.DECIDER;
        var event = decider.replay(facts);
        assertThat(event.accounts()).extracting(said -> said.account().grade()).containsExactly(2, 3, 2);
        assertThat(event.narrative()).isEqualTo("kept overnight");
    }

    @Test
    void saying_the_same_again_records_nothing() {
        given(MILD_REPORTED)
                .when(new Amend(MILD, "felt warm", "checked", KNOWN))
                .then();
    }

    @Test
    void a_dose_that_was_put_right_since_is_linked_anew() {
        var later = new GivenDose(1, "K-483921", "P-0001", FIRST.startedAt());
        given(MILD_REPORTED)
                .when(new Amend(MILD, null, "kit corrected", new Known(true, TOLD, null, List.of(later))))
                .then(new AdverseEventAmended(
                        REACTION, ANNA, 2, MILD, new DoseLink(1, "K-483921", "P-0001", 65L), null, "kit corrected"));
    }

    @Test
    void an_amendment_needs_a_reason() {
        given(MILD_REPORTED).when(new Amend(ADMITTED, null, " ", KNOWN)).refused("REASON_MISSING");
    }

    @Test
    void an_amendment_obeys_the_same_rules() {
        given(MILD_REPORTED)
                .when(new Amend(account(9, List.of(), EventOutcome.FATAL), null, "typing error", KNOWN))
                .refused("GRADE_OUT_OF_RANGE");
    }

    @Test
    void what_was_never_reported_cannot_be_amended() {
        given().when(new Amend(MILD, null, "went home", KNOWN)).refused("ADVERSE_EVENT_UNKNOWN");
    }

    @Test
    void a_serious_event_is_accepted_as_any_other() {
        given().when(report(ADMITTED)).then(ADMITTED_REPORTED);
    }
}
