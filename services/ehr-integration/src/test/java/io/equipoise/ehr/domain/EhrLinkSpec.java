package io.equipoise.ehr.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.ehr.domain.EhrFact.FactsReceived;
import io.equipoise.ehr.domain.EhrFact.PatientLinked;
import io.equipoise.ehr.domain.EhrFact.PersonForgotten;
import io.equipoise.platform.Specification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EhrLinkSpec extends Specification<EhrLink, EhrCommand, EhrFact> {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final LocalDate MARCH = LocalDate.parse("2025-03-03");
    private static final SubjectId SUBJECT = new SubjectId("NCT07146087", "01", 1);
    private static final String NUMBER = SUBJECT.toString();

    private static final Identity ANNA = identity("4711", "Anna Lindqvist", "1980-05-01");
    private static final Identity BORIS = identity("4712", "Boris Nowak", "1975-01-09");
    private static final ScreeningFact EDSS = new ScreeningFact("edss", "4.5", MARCH, "Observation/edss-1");
    private static final GivenConsent CONSENT = new GivenConsent("1.0", MARCH);
    private static final FactsReceived RECEIVED = new FactsReceived(NUMBER, List.of(EDSS), CONSENT, "fhir-r4/1");

    EhrLinkSpec() {
        super(EhrLink.DECIDER);
    }

    @Test
    void the_first_telling_links_the_patient_and_takes_the_facts() {
        given().when(tell(ANNA, CONSENT, EDSS)).then(new PatientLinked(NUMBER, ANNA), RECEIVED);
    }

    @Test
    void what_was_told_already_is_not_told_again() {
        given(new PatientLinked(NUMBER, ANNA), RECEIVED)
                .when(tell(ANNA, CONSENT, EDSS))
                .then();
        given(new PatientLinked(NUMBER, ANNA), RECEIVED)
                .when(tell(ANNA, null, EDSS))
                .then();
    }

    @Test
    void a_new_value_of_the_same_fact_is_told() {
        var worse = new ScreeningFact("edss", "5.0", LocalDate.parse("2025-06-03"), "Observation/edss-2");
        given(new PatientLinked(NUMBER, ANNA), RECEIVED)
                .when(tell(ANNA, null, worse))
                .then(new FactsReceived(NUMBER, List.of(worse), null, "fhir-r4/1"));
    }

    @Test
    void a_new_consent_alone_is_told() {
        var second = new GivenConsent("2.0", LocalDate.parse("2025-06-03"));
        given(new PatientLinked(NUMBER, ANNA), RECEIVED)
                .when(tell(ANNA, second))
                .then(new FactsReceived(NUMBER, List.of(), second, "fhir-r4/1"));
    }

    @Test
    void another_patient_is_never_taken_for_the_subject() {
        given(new PatientLinked(NUMBER, ANNA), RECEIVED)
                .when(tell(BORIS, null, EDSS))
                .refused("LINKED_TO_ANOTHER_PATIENT");
        var twin = identity("4711", "Anna Lindqvist", "1980-05-02");
        given(new PatientLinked(NUMBER, ANNA)).when(tell(twin, null, EDSS)).refused("LINKED_TO_ANOTHER_PATIENT");
    }

    @Test
    void a_patient_whose_name_changed_is_the_same_by_the_number() {
        var married = identity("4711", "Anna Berg", "1980-05-01");
        given(new PatientLinked(NUMBER, ANNA), RECEIVED)
                .when(tell(married, null, EDSS))
                .then(new PatientLinked(NUMBER, married));
    }

    @Test
    void without_numbers_the_day_of_birth_and_a_name_must_agree() {
        var born = LocalDate.parse("1980-05-01");
        var numberless = new Identity(List.of(), List.of("Anna Lindqvist"), born);
        assertThat(numberless.isSamePersonAs(new Identity(List.of(), List.of("Anna Lindqvist"), born)))
                .isTrue();
        assertThat(numberless.isSamePersonAs(new Identity(List.of(), List.of("Olga Petrova"), born)))
                .isFalse();
        assertThat(numberless.isSamePersonAs(new Identity(List.of(), List.of("Anna Lindqvist"), null)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Observation/4711-edss", "Observation/LINDQVIST", "Observation/x-anna-1"})
    void a_place_in_the_record_that_tells_who_it_is_is_withheld(String source) {
        var told = new ScreeningFact("edss", "4.5", MARCH, source);
        var safe = new ScreeningFact("edss", "4.5", MARCH, "withheld");
        given().when(tell(ANNA, null, told))
                .then(new PatientLinked(NUMBER, ANNA), new FactsReceived(NUMBER, List.of(safe), null, "fhir-r4/1"));
    }

    @Test
    void nothing_happens_in_the_future() {
        var tomorrow = LocalDate.parse("2026-11-24");
        var later = new ScreeningFact("edss", "4.5", tomorrow, "Observation/1");
        assertThat(given().when(tell(ANNA, null, EDSS, later))
                        .refused("IN_THE_FUTURE")
                        .pointers())
                .containsExactly("/facts/1");
        assertThat(given().when(tell(ANNA, new GivenConsent("1.0", tomorrow), EDSS))
                        .refused("IN_THE_FUTURE")
                        .pointers())
                .containsExactly("/consent");
        assertThat(given().when(tell(identity("1", "Unborn", "2027-01-01"), null))
                        .refused("IN_THE_FUTURE")
                        .pointers())
                .containsExactly("/patient");
    }

    @Test
    void a_person_is_forgotten_for_a_reason_once_and_nothing_more_is_taken_in() {
        var forgotten = new PersonForgotten(NUMBER, "objected under Art. 21");
        given(new PatientLinked(NUMBER, ANNA), RECEIVED)
                .when(forget(" objected under Art. 21 "))
                .then(forgotten);
        given(new PatientLinked(NUMBER, ANNA), RECEIVED, forgotten)
                .when(forget("objected a second time"))
                .then();
        given(new PatientLinked(NUMBER, ANNA), RECEIVED, forgotten)
                .when(tell(ANNA, CONSENT, EDSS))
                .refused("SUBJECT_FORGOTTEN");
        assertThat(EhrLink.DECIDER
                        .replay(List.of(new PatientLinked(NUMBER, ANNA), RECEIVED, forgotten))
                        .toString())
                .doesNotContain("4711", "Anna", "4.5");
    }

    @Test
    void who_was_never_linked_cannot_be_forgotten() {
        given().when(forget("objected under Art. 21")).refused("NOT_LINKED");
    }

    @Test
    void a_reason_is_neither_empty_nor_a_novel_and_does_not_tell_who_it_was() {
        var linked = given(new PatientLinked(NUMBER, ANNA));
        assertThat(linked.when(forget("  because  ")).refused("REASON_LENGTH").pointers())
                .containsExactly("/reason");
        linked.when(forget("x".repeat(501))).refused("REASON_LENGTH");
        linked.when(forget("Mrs Lindqvist wrote to us")).refused("REASON_TELLS_IDENTITY");
    }

    private static Forget forget(String reason) {
        return new Forget(SUBJECT, reason);
    }

    private static Identity identity(String number, String name, String born) {
        return new Identity(
                List.of(new Identity.RecordNumber("urn:ward", number)), List.of(name), LocalDate.parse(born));
    }

    private static Receive tell(Identity who, GivenConsent consent, ScreeningFact... facts) {
        return new Receive(SUBJECT, who, List.of(facts), consent, "fhir-r4/1", NOW);
    }
}
