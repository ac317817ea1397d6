package io.equipoise.adverseevent.domain.icsr;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.CaseFact.CasePatientDescribed;
import io.equipoise.adverseevent.domain.CaseFiles;
import io.equipoise.adverseevent.domain.PatientCharacteristics;
import io.equipoise.adverseevent.domain.PatientCharacteristics.Age;
import io.equipoise.adverseevent.domain.PatientCharacteristics.AgeUnit;
import io.equipoise.adverseevent.domain.PatientCharacteristics.Sex;
import io.equipoise.adverseevent.domain.Wards;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The person in a report, on the form, and in another sender's report (ICH E2B(R3) D.2.2 to D.7.2; CIOMS I boxes 2a, 3, 23). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PatientPartSpec {
    private static final PatientCharacteristics KNOWN = new PatientCharacteristics(
            new Age(new BigDecimal("44"), AgeUnit.YEARS),
            Sex.FEMALE,
            new BigDecimal("70.50"),
            new BigDecimal("171"),
            "Progressive multiple sclerosis since 2017.");

    private static Icsr report(PatientCharacteristics patient) {
        return CaseReportSpec.report(
                Profile.FDA_IND, new CasePatientDescribed(CaseFiles.CASE, Wards.ANNA, patient, null));
    }

    @Test
    void what_is_known_of_the_person_stands_in_the_report_and_no_rule_objects() {
        var report = report(KNOWN);
        assertThat(report.text("D.2.2a")).contains("44");
        assertThat(report.text("D.2.2b")).contains("a");
        assertThat(report.text("D.3")).contains("70.5");
        assertThat(report.text("D.4")).contains("171");
        assertThat(report.text("D.5")).contains("2");
        assertThat(report.text("D.7.2")).contains("Progressive multiple sclerosis since 2017.");
        var sending = new Sending(Profile.FDA_IND, true, Instant.parse("2025-03-20T09:00:00Z"));
        assertThat(Reports.RULES.findings(report, sending)).isEmpty();
    }

    @Test
    void what_nobody_told_is_left_out_and_the_history_is_unknown() {
        var report = CaseReportSpec.report(Profile.FDA_IND);
        for (var element : new String[] {"D.2.2a", "D.2.2b", "D.3", "D.4", "D.5"}) {
            assertThat(report.value(Place.of(element))).as(element).isEmpty();
        }
        assertThat(report.missing(Place.of("D.7.2"), NullFlavour.UNK)).isTrue();
    }

    @Test
    void the_form_says_it_in_its_boxes() {
        assertThat(CiomsForm.of(report(KNOWN)).boxes())
                .containsEntry("2a", "44 years")
                .containsEntry("3", "F")
                .containsEntry("23", "Progressive multiple sclerosis since 2017.");
    }

    @Test
    void another_senders_report_tells_the_same() {
        assertThat(PatientPart.read(report(KNOWN)))
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .usingRecursiveComparison()
                .isEqualTo(KNOWN);
    }

    @Test
    void what_cannot_be_so_in_another_senders_report_is_not_taken() {
        var report = Icsr.builder()
                .put("D.2.2a", "441")
                .put("D.2.2b", "a")
                .put("D.3", "7050")
                .put("D.4", "1.71")
                .put("D.5", "3")
                .build();
        assertThat(PatientPart.read(report).tellsNothing()).isTrue();
        var decades =
                Icsr.builder().put("D.2.2a", "4").put("D.2.2b", "{decade}").build();
        assertThat(PatientPart.read(decades).tellsNothing()).isTrue();
    }
}
