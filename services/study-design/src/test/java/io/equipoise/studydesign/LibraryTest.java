package io.equipoise.studydesign;

import static io.equipoise.studydesign.Definitions.resource;
import static io.equipoise.studydesign.Shelf.LIBRARY;
import static io.equipoise.studydesign.Shelf.of;
import static io.equipoise.studydesign.Shelf.studies;
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
    @MethodSource("io.equipoise.studydesign.Shelf#studies")
    void a_study_loads_without_a_contradiction(String study) {
        var facts = given().when(new Define(study, of(study).tree(), NOW)).accepted();
        assertThat(facts.getFirst())
                .isInstanceOfSatisfying(
                        StudyDefined.class,
                        told -> assertThat(told.assumptions()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("io.equipoise.studydesign.Shelf#studies")
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
    @MethodSource("io.equipoise.studydesign.Shelf#studies")
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
    @MethodSource("io.equipoise.studydesign.Shelf#studies")
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

    private static List<String> blocks(String study) {
        return Objects.requireNonNull(BLOCKS.get(study));
    }
}
