package io.equipoise.studydesign;

import static io.equipoise.studydesign.Shelf.of;
import static io.equipoise.studydesign.Shelf.studies;
import static io.equipoise.studydesign.Shelf.whereValueIs;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.Acceptance;
import io.equipoise.studydesign.domain.Definition;
import io.equipoise.studydesign.domain.Need;
import io.equipoise.studydesign.domain.OpenValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the sources print stands in the definitions as it is printed: no more and no less. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LibraryFactsTest {

    @Test
    @Acceptance("RULE-3")
    void na_is_not_not_applicable() {
        assertThat(of("NCT04356300").is("/phase", "NOT_APPLICABLE")).isTrue();
        assertThat(of("KORDELAS2014").known("/phase")).isEmpty();
    }

    @ParameterizedTest
    @Acceptance("RULE-3")
    @CsvSource(delimiter = '|', textBlock = """
        EARLY_PHASE_1  | NCT03437759 NCT04270006 NCT07146087
        PHASE_1        | NCT03608631 NCT03857841 NCT04134676 NCT04276987 NCT04313647
        PHASE_1_2      | NCT03384433 NCT04173650 NCT04213248 NCT04384445 NCT04388982 NCT04491240 NCT04544215 NCT04798716
        PHASE_2        | MESEMS NCT04602442
        PHASE_2_3      | NASSAR2016 NCT02138331
        NOT_APPLICABLE | NCT04202770 NCT04202783 NCT04356300
        null           | CASEJAFARI2025 KORDELAS2014 NCT04223622 NCT04850469 SENGUPTA2020
        """)
    void phases_are_as_printed_or_missing(String phase, String expected) {
        assertThat(whereValueIs("/phase", phase)).containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        NOT_YET_RECRUITING      | NCT04173650 NCT04223622 NCT04356300 NCT04798716 NCT04850469
        RECRUITING              | NCT03384433 NCT03608631 NCT04213248 NCT04270006 NCT04313647 NCT04384445 NCT04388982 NCT04544215
        ENROLLING_BY_INVITATION | NCT04602442
        ACTIVE_NOT_RECRUITING   | NCT03437759
        SUSPENDED               | NCT04202770 NCT04202783 NCT07146087
        TERMINATED              | NCT03857841
        COMPLETED               | CASEJAFARI2025 KORDELAS2014 MESEMS NASSAR2016 NCT04134676 NCT04276987 NCT04491240 SENGUPTA2020
        UNKNOWN_STATUS          | NCT02138331
        """)
    void statuses_are_as_printed(String status, String expected) {
        assertThat(whereValueIs("/status", status)).containsExactly(expected.split(" "));
    }

    @Test
    void a_status_says_on_which_day_it_held_and_a_start_may_lie_before_it() {
        assertThat(studies().filter(study -> "2022-01-14".equals(status(study).note("asOf"))))
                .hasSize(25);
        assertThat(studies())
                .allSatisfy(study -> assertThat(status(study).note("asOf")).isNotBlank());
        var late = of("NCT04356300");
        assertThat(late.is("/status", "NOT_YET_RECRUITING")).isTrue();
        assertThat(late.known("/startDate").orElseThrow().value()).isEqualTo("2020-09-01");
    }

    @Test
    void a_start_is_a_day_a_month_a_year_or_absent() {
        var lengths = studies()
                .map(study -> of(study).known("/startDate").map(start -> String.valueOf(start.value())))
                .collect(
                        Collectors.groupingBy(start -> start.map(String::length).orElse(0), Collectors.counting()));
        assertThat(lengths).isEqualTo(Map.of(10, 18L, 7, 5L, 4, 1L, 0, 4L));
    }

    @Test
    void a_number_of_people_is_estimated_actual_or_neither() {
        assertThat(whereValueIs("/design/targetKind", "ESTIMATED")).containsExactly("NCT07146087");
        assertThat(whereValueIs("/design/targetKind", "ACTUAL")).containsExactly("CASEJAFARI2025", "MESEMS");
        assertThat(whereValueIs("/design/targetKind", "null")).hasSize(25);
        assertThat(of("NCT07146087").is("/design/target", 20)).isTrue();
        assertThat(of("MESEMS").is("/design/target", 144)).isTrue();
        assertThat(of("NCT03857841").is("/design/target", 3)).isTrue();
    }

    @Test
    @Acceptance("DO-18")
    void a_count_of_particles_keeps_every_digit() {
        assertThat(of("CASEJAFARI2025").at("/dosing/courses/0/amount/value/number"))
                .isEqualTo("24000000000000");
    }

    @Test
    @Acceptance("DO-13")
    void levels_keep_their_order_and_number() {
        assertThat(levels("NCT04388982")).containsExactly("5", "10", "20");
        assertThat(levels("NCT04313647")).containsExactly("2e8", "4e8", "8e8", "12e8", "16e8", "20e8");
        assertThat(levels("NCT03857841")).containsExactly("20", "60", "200");
        assertThat(levels("NCT04544215")).containsExactly("8e8", "16e8");
    }

    @Test
    @Acceptance("AL-6")
    void an_order_of_doses_need_not_rise() {
        assertThat(of("NCT04798716").at("/dosing/courses/1/amount/value/sequence"))
                .isEqualTo(List.of("8e3", "4e3", "8e3"));
    }

    @Test
    @Acceptance("EL-6")
    void the_age_of_the_one_person_treated_is_no_rule() {
        assertThat(of("KORDELAS2014").list("/eligibility/rules")).isEmpty();
        assertThat(of("CASEJAFARI2025").list("/eligibility/rules")).isEmpty();
    }

    @Test
    @Acceptance("EL-7")
    void sex_is_all_one_or_not_stated() {
        assertThat(whereValueIs("/eligibility/sex", "FEMALE")).containsExactly("CASEJAFARI2025", "KORDELAS2014");
        assertThat(of("SENGUPTA2020")
                        .mentioned("/eligibility/sex")
                        .orElseThrow()
                        .note("text"))
                .isEqualTo("NA");
        assertThat(whereValueIs("/eligibility/sex", "ALL")).hasSize(23);
    }

    @Test
    @Acceptance("EL-16")
    void the_stage_of_a_disease_stays_in_the_words_of_the_source() {
        assertThat(of("NASSAR2016").known("/conditions").orElseThrow().note("text"))
                .contains("grade III-IV");
        assertThat(of("NCT03608631").at("/conditions/value/0")).isEqualTo("metastatic pancreatic cancer");
        assertThat(of("SENGUPTA2020").at("/conditions/value/0")).isEqualTo("severe COVID-19");
    }

    @Test
    @Acceptance("EL-15")
    void a_rule_that_only_the_product_hints_at_is_an_empty_place_and_a_warning() {
        assertThat(of("NCT03608631").list("/eligibility/rules"))
                .last()
                .satisfies(rule -> assertThat(rule).containsEntry("slot", true).doesNotContainKey("when"));
        assertThat(Need.warnings(of("NCT03608631")))
                .containsExactly("KRAS_G12D is named and not stated: nobody is asked it");
        assertThat(Need.warnings(of("NCT07146087"))).isEmpty();
    }

    @Test
    @Acceptance("AL-12")
    void the_words_of_the_registry_stand_apart_from_the_model_that_is_run() {
        assertThat(of("NCT07146087").is("/design/registeredModel", "Single Group Assignment"))
                .isTrue();
        assertThat(of("NCT07146087").is("/design/model", "PARALLEL")).isTrue();
    }

    @Test
    @Acceptance("IN-2")
    void a_study_has_other_names_too() {
        assertThat(of("NCT07146087").at("/aliases")).isEqualTo(List.of("Bio120002"));
        assertThat(of("CASEJAFARI2025").at("/aliases/0")).isEqualTo("CASE-JAFARI-2025");
    }

    @Test
    void products_results_and_sites_are_as_printed() {
        assertThat(of("MESEMS").is("/products/0/class", "CELLS")).isTrue();
        assertThat(studies().filter(study -> of(study).is("/products/0/match", "AUTOLOGOUS")))
                .containsExactly("MESEMS", "NCT04270006");
        assertThat(studies().filter(study -> of(study).is("/products/0/match", "ALLOGENEIC")))
                .hasSize(12);
        assertThat(of("MESEMS").at("/result/value/primaryMet")).isEqualTo("NO");
        assertThat(of("MESEMS").at("/plannedSites/value")).isEqualTo(Map.of("sites", 15, "countries", 9));
    }

    private static List<String> levels(String study) {
        return of(study).list("/dosing/courses").stream()
                .map(course -> String.valueOf(new Definition(course).at("/amount/value/number")))
                .toList();
    }

    private static OpenValue status(String study) {
        return of(study).known("/status").orElseThrow();
    }
}
