package io.equipoise.studydesign.domain.table;

import static io.equipoise.studydesign.Definitions.resource;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.Acceptance;
import io.equipoise.platform.Decision;
import io.equipoise.studydesign.adapter.schema.PublishedForm;
import io.equipoise.studydesign.domain.Definition;
import io.equipoise.studydesign.domain.Study;
import io.equipoise.studydesign.domain.StudyCommand.Import;
import io.equipoise.studydesign.domain.table.DoseCell.Decimal;
import io.equipoise.studydesign.domain.table.DoseCell.Reading;
import io.equipoise.studydesign.domain.table.Finding.Kind;
import io.equipoise.studydesign.domain.table.Table.Cut;
import io.equipoise.studydesign.domain.table.TableImport.ReadRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The secretome table as it is printed: superscripts lost, cells missing, one row twice. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TableImportSpec {
    private static final TableImport READ = read(resource("/table.csv"), Decimal.COMMA);

    @Test
    @Acceptance({"IN-1", "IN-4"})
    void the_whole_table_is_26_rows_of_25_studies_with_one_merged_and_no_column_shifted() {
        assertThat(READ.rows()).hasSize(26);
        assertThat(READ.studies()).isEqualTo(25);
        assertThat(READ.merged()).isEqualTo(1);
        assertThat(row(23).mergedInto()).isEqualTo(18);
        assertThat(row(23).findings()).isEmpty();
        assertThat(READ.rows().stream()
                        .map(ReadRow::definition)
                        .filter(Objects::nonNull)
                        .mapToInt(read -> (int) Objects.requireNonNull(read.at("/design/target/value")))
                        .sum())
                .isEqualTo(1_252);
    }

    @Test
    void every_study_that_was_read_keeps_the_form_of_a_definition() {
        var model = Study.decider(PublishedForm.form());
        assertThat(READ.rows()).filteredOn(row -> row.definition() != null).allSatisfy(row -> {
            var read = definition(row.row());
            var command = new Import(read.study(), read.tree(), Instant.parse("2026-11-22T15:00:00Z"));
            assertThat(model.decide().apply(model.replay(List.of()), command)).isInstanceOf(Decision.Accepted.class);
        });
    }

    @Test
    @Acceptance("IN-3")
    void the_same_text_of_two_studies_stays_two_studies() {
        assertThat(row(12).study()).isEqualTo("NCT04602442");
        assertThat(row(13).study()).isEqualTo("NCT04491240");
        assertThat(row(13).mergedInto()).isNull();
        assertThat(definition(12).at("/dosing/courses/0/amount/text"))
                .isEqualTo(definition(13).at("/dosing/courses/0/amount/text"));
    }

    @Test
    @Acceptance("IN-4")
    void a_missing_cell_is_unknown_and_asked_about_and_its_neighbours_stay_where_they_are() {
        assertThat(missing(19)).containsExactly(Column.MATCH);
        assertThat(definition(19).known("/products/0/match")).isEmpty();
        assertThat(definition(19).at("/products/0/title")).isEqualTo("Neonatal stem cell exosome");
        assertThat(missing(21)).containsExactly(Column.MATCH);
        assertThat(definition(21).is("/dosing/courses/0/route", "INTRAVENOUS")).isTrue();
        assertThat(missing(22)).containsExactlyInAnyOrder(Column.PHASE, Column.MATCH, Column.LOCATION);
        assertThat(definition(22).at("/dosing")).isNull();
        assertThat(missing(16)).containsExactly(Column.FUNDER);
        assertThat(definition(16).is("/products/0/passage", 3)).isTrue();
        assertThat(missing(9)).hasSize(7);
    }

    @Test
    @Acceptance("RULE-3")
    void na_is_missing_and_not_applicable_is_a_phase() {
        assertThat(definition(5).is("/phase", "NOT_APPLICABLE")).isTrue();
        assertThat(definition(16).known("/phase")).isEmpty();
        assertThat(definition(16).at("/phase/text")).isEqualTo("NA");
        assertThat(definition(26).known("/eligibility/sex")).isEmpty();
    }

    @ParameterizedTest
    @Acceptance("IN-5")
    @CsvSource({"2, 10^3", "4, 10^8", "8, 10^8", "12, 10^10", "13, 10^10", "16, 10^10", "21, 10^11", "25, 10^8"})
    void a_lost_superscript_is_read_by_nobody_and_waits_for_a_person(int row, String exponent) {
        assertThat(row(row).findings()).anySatisfy(found -> {
            assertThat(found.kind()).isEqualTo(Kind.QUARANTINED);
            assertThat(found.column()).isEqualTo(Column.DOSE);
            assertThat(found.why()).contains("may be " + exponent);
        });
        assertThat(definition(row).known("/dosing/courses/0/amount")).isEmpty();
        assertThat(definition(row).at("/dosing/courses/0/amount/text"))
                .isEqualTo(Objects.requireNonNull(row(row).findings().getLast()).raw());
    }

    @ParameterizedTest
    @Acceptance("DO-19")
    @ValueSource(strings = {"10\u00b5g/drop", "10\u03bcg/drop", "10ug/drop", "10\u00a0ug/drop", "10 \u00b5g/drop"})
    void all_spellings_of_a_unit_are_one_unit(String printed) {
        assertThat(new DoseCell(printed, Decimal.UNDECLARED).read())
                .isEqualTo(new Reading.Amount(Map.of("per", "DROP", "number", "10", "unit", "ug")));
    }

    @Test
    void the_printed_spelling_stays_beside_the_amount() {
        assertThat(definition(17).at("/dosing/courses/0/amount/value/unit")).isEqualTo("ug");
        assertThat(definition(17).at("/dosing/courses/0/amount/text")).isEqualTo("100 \u03bcg EV/kg/dose, 2 doses");
    }

    @Test
    void a_decimal_comma_is_read_where_somebody_declared_it() {
        assertThat(new DoseCell("0,5 mg", Decimal.COMMA).read())
                .isEqualTo(new Reading.Amount(Map.of("per", "DOSE", "number", "0.5", "unit", "mg")));
        assertThat(new DoseCell("0,5 mg", Decimal.UNDECLARED).read()).isInstanceOf(Reading.Held.class);
        assertThat(new DoseCell("0,5 mg", Decimal.POINT).read()).isInstanceOf(Reading.Held.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "108",
                "x103",
                "2x1010 particles",
                "20\u201350 ug",
                "5-10-20 ug",
                "45 mg + 15 mg",
                "Eq 20 stem cells",
                "150 mg/day",
                "6 ascending doses",
                "CM gel"
            })
    void what_may_mean_two_things_is_held(String printed) {
        assertThat(new DoseCell(printed, Decimal.POINT).read()).isInstanceOf(Reading.Held.class);
    }

    @Test
    @Acceptance("EL-6")
    void the_age_of_one_person_is_no_rule_and_bounds_are() {
        assertThat(definition(16).list("/eligibility/rules")).isEmpty();
        assertThat(row(16).findings()).noneMatch(found -> found.column() == Column.AGE);
        assertThat(definition(14).at("/eligibility/rules/0/when"))
                .isEqualTo("completedDays(fact.birthDate, screenedOn) <= 14");
        assertThat(definition(3).at("/eligibility/rules/0/when"))
                .isEqualTo("completedYears(fact.birthDate, screenedOn) <= 80");
    }

    @Test
    void a_row_with_a_cell_too_few_is_held_whole() {
        var short_ = read("study,phase,match,route\nNCT1,Phase 1,Intravenous\n", Decimal.POINT)
                .rows()
                .getFirst();
        assertThat(short_.findings()).extracting(Finding::raw).containsExactly("NCT1,Phase 1,Intravenous");
        assertThat(Objects.requireNonNull(short_.definition()).tree()).containsOnlyKeys("study", "title");
    }

    @Test
    void a_word_of_another_column_is_not_taken() {
        var odd = read("study,phase,match\nNCT1,Allogeneic,Phase 1\n", Decimal.POINT)
                .rows()
                .getFirst();
        assertThat(odd.findings()).extracting(Finding::column).contains(Column.PHASE, Column.MATCH);
        assertThat(Objects.requireNonNull(odd.definition()).known("/phase")).isEmpty();
    }

    @Test
    void a_repeated_study_that_says_otherwise_is_merged_and_looked_at() {
        var later = read("study,phase\nNCT1,Phase 1\nNCT1,Phase 2\n", Decimal.POINT)
                .rows()
                .getLast();
        assertThat(later.mergedInto()).isEqualTo(1);
        assertThat(later.findings())
                .containsExactly(new Finding(Kind.QUARANTINED, 2, Column.PHASE, "Phase 2", "row 1 says otherwise"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "phase\nPhase 1", "study,colour\nNCT1,red", "study,study\nA,B", "study\n\"NCT1"})
    void what_is_no_table_is_refused(String text) {
        assertThat(Table.cut(text))
                .isInstanceOfSatisfying(
                        Cut.Unreadable.class,
                        refused -> assertThat(refused.reason().code()).isEqualTo("TABLE_UNREADABLE"));
    }

    @Test
    void quotes_commas_and_line_ends_within_a_cell_belong_to_it() {
        var cut = Table.cut("study,condition\nA1,\"one, \"\"two\"\"\nthree\"\n");
        assertThat(((Cut.Rows) cut).table().rows().getFirst().cell(Column.CONDITION))
                .hasValue("one, \"two\"\nthree");
    }

    private static TableImport read(String text, Decimal decimal) {
        var cut = Table.cut(text);
        assertThat(cut).isInstanceOf(Cut.Rows.class);
        return TableImport.of(((Cut.Rows) cut).table(), decimal, "2022-01-14");
    }

    private static ReadRow row(int number) {
        return READ.rows().get(number - 1);
    }

    private static Definition definition(int row) {
        return Objects.requireNonNull(row(row).definition());
    }

    private static List<Column> missing(int row) {
        return row(row).findings().stream()
                .filter(found -> found.kind() == Kind.MISSING)
                .map(Finding::column)
                .toList();
    }
}
