package io.equipoise.studydesign;

import static io.equipoise.studydesign.Definitions.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.Acceptance;
import io.equipoise.platform.Specification;
import io.equipoise.studydesign.adapter.schema.PublishedForm;
import io.equipoise.studydesign.domain.Definition;
import io.equipoise.studydesign.domain.DesignFact;
import io.equipoise.studydesign.domain.DesignFact.StudyDefined;
import io.equipoise.studydesign.domain.Gap;
import io.equipoise.studydesign.domain.Gap.Blocks;
import io.equipoise.studydesign.domain.Need;
import io.equipoise.studydesign.domain.OpenValue;
import io.equipoise.studydesign.domain.Scope;
import io.equipoise.studydesign.domain.Study;
import io.equipoise.studydesign.domain.StudyCommand;
import io.equipoise.studydesign.domain.StudyCommand.Activate;
import io.equipoise.studydesign.domain.StudyCommand.Define;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every study of the sources, written down: it loads, shows what it lacks, and is refused for it. */
class LibraryTest extends Specification<Study, StudyCommand, DesignFact> {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final Map<String, Definition> LIBRARY = resource("/library/index.txt")
            .lines()
            .collect(Collectors.toMap(
                    study -> study,
                    study -> new Definition(Definitions.read(resource("/library/" + study + ".yaml")))));
    private static final Map<String, List<String>> BLOCKS = resource("/library/blocks-dosing.txt")
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(":", 2))
            .collect(Collectors.toMap(
                    parts -> parts[0],
                    parts -> Stream.of(parts[1].split(";"))
                            .map(String::strip)
                            .filter(term -> !term.isEmpty())
                            .toList()));

    LibraryTest() {
        super(Study.decider(PublishedForm.form()));
    }

    static Stream<String> studies() {
        return LIBRARY.keySet().stream().sorted();
    }

    @Test
    @Acceptance("RULE-1")
    void there_are_28_studies_and_each_is_in_its_own_file() {
        assertThat(LIBRARY)
                .hasSize(28)
                .allSatisfy(
                        (study, definition) -> assertThat(definition.study()).isEqualTo(study));
        assertThat(BLOCKS.keySet()).isEqualTo(LIBRARY.keySet());
    }

    @ParameterizedTest
    @MethodSource("studies")
    void a_study_loads_without_a_contradiction(String study) {
        var facts = given().when(new Define(study, of(study).tree(), NOW)).accepted();
        assertThat(facts.getFirst())
                .isInstanceOfSatisfying(
                        StudyDefined.class,
                        told -> assertThat(told.assumptions()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("studies")
    @Acceptance("RULE-1")
    void everything_that_keeps_a_study_from_being_dosed_is_a_gap(String study) {
        var named = Need.gaps(of(study)).stream()
                .flatMap(gap -> Stream.of(gap.what(), gap.text()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        assertThat(named).containsAll(blocks(study));
    }

    @Test
    @Acceptance("RULE-1")
    void only_the_case_report_lacks_nothing_that_a_dose_needs() {
        assertThat(studies().filter(study -> Need.gaps(of(study)).stream().noneMatch(LibraryTest::keepsFromDosing)))
                .containsExactly("CASEJAFARI2025");
    }

    @ParameterizedTest
    @MethodSource("studies")
    @Acceptance("RULE-1")
    void a_study_with_gaps_is_refused_with_their_list(String study) {
        var facts = given().when(new Define(study, of(study).tree(), NOW)).accepted();
        var refused = given(facts.toArray(DesignFact[]::new))
                .when(new Activate(study, TODAY, Scope.ENROLMENT_AND_DOSING, NOW))
                .refused("STUDY_HAS_GAPS");
        assertThat(refused.pointers())
                .containsExactlyElementsOf(
                        Need.gaps(of(study)).stream().map(Gap::path).distinct().toList());
        assertThat(refused.detail())
                .contains(Need.gaps(of(study)).stream().map(Gap::what).toList());
    }

    @ParameterizedTest
    @MethodSource("studies")
    void what_is_read_keeps_the_printed_text_beside_it_and_nothing_is_assumed(String study) {
        assertThat(of(study).openValues()).allSatisfy(value -> {
            assertThat(value.assumed()).as(value.path()).isFalse();
            if (value.basis().equals("read")) {
                assertThat(value.note("text")).as(value.path()).isNotBlank();
                assertThat(value.note("by")).isEqualTo("study team");
            }
        });
    }

    @Test
    @Acceptance("RULE-2")
    void twice_stays_unschedulable_with_both_readings_and_the_printed_text() {
        var path = "/dosing/courses/0/schedule";
        var schedule = of("NCT04602442").mentioned(path).orElseThrow();
        assertThat(schedule.unknown()).isTrue();
        assertThat(schedule.note("text")).isEqualTo("2x (0,5-2 x10^10 nanoparticles)/10 days");
        assertThat(readings(schedule)).containsExactly("twice a day for ten days, 20 doses", "2 in total in ten days");
        assertThat(Need.gaps(of("NCT04602442")))
                .contains(new Gap(path, "2x meaning", schedule.note("text"), Blocks.DOSING));

        var picked = of("NCT04602442").patched(Definitions.read("""
            dosing: {courses: {INHALATION: {schedule: {basis: read, value: {kind: DAILY, times: 2, days: 10},
            by: PETRA, on: 2026-11-22, why: the registry says twice daily}}}}\
            """));
        assertThat(Need.gaps(picked)).extracting(Gap::path).doesNotContain(path);
        assertThat(picked.mentioned(path).orElseThrow().note("text")).isEqualTo(schedule.note("text"));
    }

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

    @ParameterizedTest
    @Acceptance("DO-17")
    @CsvSource({"NCT07146087", "MESEMS", "NCT03384433", "NCT04270006", "NCT03608631", "NCT04850469"})
    void an_amount_that_is_not_stated_is_shown_and_blocks_dosing(String study) {
        assertThat(of(study).mentioned("/dosing/courses/0/amount").orElseThrow().unknown())
                .isTrue();
        assertThat(Need.gaps(of(study)))
                .filteredOn(LibraryTest::keepsFromDosing)
                .extracting(Gap::path)
                .contains("/dosing/courses/0/amount");
    }

    @Test
    @Acceptance("DO-17")
    void where_nobody_is_treated_no_amount_is_needed() {
        assertThat(of("NCT04223622").at("/dosing")).isNull();
        assertThat(Need.gaps(of("NCT04223622"))).extracting(Gap::path).noneMatch(path -> path.startsWith("/dosing"));
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
    @Acceptance("DO-14")
    void six_levels_without_amounts_are_six_empty_places_that_block() {
        assertThat(Need.gaps(of("NCT04173650")))
                .filteredOn(LibraryTest::keepsFromDosing)
                .extracting(Gap::path)
                .contains(IntStream.range(0, 6)
                        .mapToObj(n -> "/dosing/courses/" + n + "/amount")
                        .toArray(String[]::new));
    }

    @Test
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
    @Acceptance("EL-18")
    void a_row_without_rules_waits_for_a_person_to_confirm_that_there_are_none() {
        assertThat(studies().filter(study -> asksForConfirmation(of(study)))).hasSize(26);
        var confirmed = of("NCT04270006").patched(Definitions.read("""
            eligibility: {noRulesConfirmed: {basis: read, value: the protocol has none, by: PETRA, on: 2026-11-22,
            why: read the protocol}}\
            """));
        assertThat(asksForConfirmation(of("NCT04270006"))).isTrue();
        assertThat(asksForConfirmation(confirmed)).isFalse();
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

    private static boolean asksForConfirmation(Definition study) {
        return Need.gaps(study).stream()
                .anyMatch(gap -> gap.what().equals("confirmation that no further eligibility rule is stated"));
    }

    private static List<String> readings(OpenValue value) {
        return ((List<?>) value.fields().get("readings"))
                .stream()
                        .map(reading -> String.valueOf(((Map<?, ?>) reading).get("text")))
                        .toList();
    }

    private static boolean keepsFromDosing(Gap gap) {
        return gap.blocks() == Blocks.DOSING;
    }

    private static OpenValue status(String study) {
        return of(study).known("/status").orElseThrow();
    }

    private static Stream<String> whereValueIs(String path, String value) {
        return studies()
                .filter(study -> of(study)
                        .known(path)
                        .map(known -> String.valueOf(known.value()))
                        .orElse("null")
                        .equals(value));
    }

    private static List<String> blocks(String study) {
        return Objects.requireNonNull(BLOCKS.get(study));
    }

    private static Definition of(String study) {
        return Objects.requireNonNull(LIBRARY.get(study), study);
    }
}
