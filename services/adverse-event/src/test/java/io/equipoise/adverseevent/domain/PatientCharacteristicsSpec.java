package io.equipoise.adverseevent.domain;

import static io.equipoise.adverseevent.domain.CaseFiles.CASE;
import static io.equipoise.adverseevent.domain.CaseFiles.INITIAL;
import static io.equipoise.adverseevent.domain.CaseFiles.OPENED;
import static io.equipoise.adverseevent.domain.Wards.ANNA;

import io.equipoise.adverseevent.domain.CaseCommand.Describe;
import io.equipoise.adverseevent.domain.CaseFact.CasePatientDescribed;
import io.equipoise.adverseevent.domain.PatientCharacteristics.Age;
import io.equipoise.adverseevent.domain.PatientCharacteristics.AgeUnit;
import io.equipoise.adverseevent.domain.PatientCharacteristics.Sex;
import io.equipoise.platform.Specification;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a report may tell of the person (ICH E2B(R3) D). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PatientCharacteristicsSpec extends Specification<SafetyCase, CaseCommand, SafetyFact> {
    private static final PatientCharacteristics OF_44 = aged("44", AgeUnit.YEARS);

    private static PatientCharacteristics aged(String number, AgeUnit unit) {
        return new PatientCharacteristics(new Age(new BigDecimal(number), unit), Sex.FEMALE, null, null, null);
    }

    private static PatientCharacteristics measured(@Nullable String weight, @Nullable String height) {
        return new PatientCharacteristics(
                null,
                null,
                weight == null ? null : new BigDecimal(weight),
                height == null ? null : new BigDecimal(height),
                null);
    }

    private static PatientCharacteristics with(String history) {
        return new PatientCharacteristics(null, null, null, null, history);
    }

    PatientCharacteristicsSpec() {
        super(SafetyCase.DECIDER);
    }

    @Test
    void what_is_known_of_the_person_is_recorded_once() {
        given(OPENED, INITIAL)
                .when(new Describe(OF_44, null))
                .then(new CasePatientDescribed(CASE, ANNA, OF_44, null))
                .when(new Describe(OF_44, null))
                .then();
    }

    @Test
    void who_changes_it_says_why() {
        var known = new CasePatientDescribed(CASE, ANNA, OF_44, null);
        var heavier = measured("71.5", "169");
        given(OPENED, INITIAL, known).when(new Describe(heavier, null)).refused("REASON_MISSING");
        given(OPENED, INITIAL, known)
                .when(new Describe(heavier, "the site's letter"))
                .then(new CasePatientDescribed(CASE, ANNA, heavier, "the site's letter"));
    }

    @Test
    void nothing_is_not_recorded() {
        given(OPENED, INITIAL)
                .when(new Describe(PatientCharacteristics.NONE, null))
                .refused("PATIENT_EMPTY");
    }

    @Test
    void what_was_told_of_somebody_else_is_taken_back_with_a_reason() {
        given(OPENED, INITIAL, new CasePatientDescribed(CASE, ANNA, OF_44, null))
                .when(new Describe(PatientCharacteristics.NONE, "of another subject"))
                .then(new CasePatientDescribed(CASE, ANNA, PatientCharacteristics.NONE, "of another subject"));
    }

    @ParameterizedTest
    @CsvSource({"-1, YEARS", "131, YEARS", "44.5, YEARS", "1000, MONTHS", "1000, DAYS"})
    void an_age_that_nobody_has_is_refused(String number, AgeUnit unit) {
        given(OPENED, INITIAL).when(new Describe(aged(number, unit), null)).refused("AGE_INVALID");
    }

    @ParameterizedTest
    @CsvSource({"0, DAYS", "26, WEEKS", "18, MONTHS", "130, YEARS"})
    void a_newborns_age_is_counted_in_days_weeks_or_months(String number, AgeUnit unit) {
        var young = aged(number, unit);
        given(OPENED, INITIAL).when(new Describe(young, null)).then(new CasePatientDescribed(CASE, ANNA, young, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.19", "650.1", "70.555"})
    void a_weight_that_nobody_has_is_refused(String weight) {
        given(OPENED, INITIAL).when(new Describe(measured(weight, null), null)).refused("WEIGHT_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"19", "281", "170.5"})
    void a_height_that_nobody_has_is_refused(String height) {
        given(OPENED, INITIAL).when(new Describe(measured(null, height), null)).refused("HEIGHT_INVALID");
    }

    @Test
    void a_history_has_1_to_10_000_characters_as_e2b_d_7_2_says() {
        given(OPENED, INITIAL).when(new Describe(with(" "), null)).refused("HISTORY_INVALID");
        given(OPENED, INITIAL)
                .when(new Describe(with("h".repeat(10_001)), null))
                .refused("HISTORY_INVALID");
        var longest = with("h".repeat(10_000));
        given(OPENED, INITIAL)
                .when(new Describe(longest, null))
                .then(new CasePatientDescribed(CASE, ANNA, longest, null));
    }
}
