package io.equipoise.imaging.domain.crossover;

import static io.equipoise.imaging.domain.Contrast.GIVEN;
import static io.equipoise.imaging.domain.Contrast.NOT_GIVEN;
import static io.equipoise.imaging.domain.Contrast.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.imaging.domain.Contrast;
import io.equipoise.imaging.domain.LesionCounts;
import io.equipoise.imaging.domain.Scan;
import io.equipoise.imaging.domain.ScanEvent.ScanQualityChecked;
import io.equipoise.imaging.domain.ScanEvent.ScanRead;
import io.equipoise.imaging.domain.crossover.CarryOver.Flag;
import io.equipoise.imaging.domain.crossover.CrossoverPlan.PlannedScan;
import io.equipoise.imaging.domain.crossover.CrossoverPlan.Stage;
import io.equipoise.imaging.domain.crossover.Standing.Awaited;
import io.equipoise.imaging.domain.crossover.Standing.Seen;
import io.equipoise.platform.Acceptance;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Lesions of a crossover of twice 24 weeks, counted at weeks 4, 12, 24, 28, 36 and 48 (rules.md 4.11: a missing scan is explicit). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LesionsByPeriodSpec {
    private static final SubjectId ANNA = new SubjectId("MESEMS", "01", 1);
    private static final LocalDate TODAY = LocalDate.parse("2025-09-20");
    private static final Awaited OVER = new Awaited(true, true, LocalDate.parse("2025-09-19"), TODAY);
    private static final Stage FIRST = new Stage("P1", "Weeks 0 to 24", 0, 168, null);
    private static final Stage SECOND = new Stage("P2", "Weeks 24 to 48", 168, 336, null);
    private static final Stage SECOND_WITH_WASHOUT = new Stage("P2", "Weeks 24 to 48", 168, 336, 28);
    private static final List<PlannedScan> SCANS = List.of(
            planned("BASELINE", 0),
            planned("WEEK_4", 28),
            planned("WEEK_12", 84),
            planned("WEEK_24", 168),
            planned("WEEK_28", 196),
            planned("WEEK_36", 252),
            planned("WEEK_48", 336));
    private static final Map<String, Seen> ALL_READ = Map.of(
            "BASELINE", read(GIVEN, 9),
            "WEEK_4", read(GIVEN, 3),
            "WEEK_12", read(GIVEN, 0),
            "WEEK_24", read(GIVEN, 2),
            "WEEK_28", read(GIVEN, 1),
            "WEEK_36", read(GIVEN, 0),
            "WEEK_48", read(GIVEN, 0));

    @Test
    @Acceptance("AL-3")
    void enhancing_lesions_of_weeks_0_to_24_are_added_up_apart_from_those_of_weeks_24_to_48() {
        var periods = PeriodLesions.of(plan(SECOND, null), ALL_READ::get);
        assertThat(periods.get(0).gadoliniumEnhancing()).isEqualTo(new LesionSum(5, 3, Map.of()));
        assertThat(periods.get(1).gadoliniumEnhancing()).isEqualTo(new LesionSum(1, 3, Map.of()));
        assertThat(periods.get(0).newT2()).isEqualTo(new LesionSum(3, 3, Map.of()));
        assertThat(periods.get(0).enlargingT2()).isEqualTo(new LesionSum(null, 0, Map.of("NOT_COUNTED", 3)));
    }

    @Test
    void a_scan_on_the_last_day_shows_the_period_that_ends_and_one_at_baseline_shows_none() {
        var plan = plan(SECOND, null);
        var periods = PeriodLesions.of(plan, ALL_READ::get);
        assertThat(periods.get(0).scans())
                .extracting(PeriodLesions.OneScan::timePoint)
                .containsExactly("WEEK_4", "WEEK_12", "WEEK_24");
        assertThat(PeriodLesions.outside(plan)).containsExactly("BASELINE");
    }

    @Test
    void a_definition_that_names_a_scans_period_is_followed_and_a_day_that_it_does_not_tell_belongs_nowhere() {
        var plan = new CrossoverPlan(
                List.of(FIRST, new Stage("P2", null, null, null, null)),
                List.of(
                        new PlannedScan("WEEK_24", 168, "P2"),
                        new PlannedScan("EXTRA", null, null),
                        planned("WEEK_48", 336)),
                null,
                List.of());
        var periods = PeriodLesions.of(plan, ALL_READ::get);
        assertThat(periods.get(0).scans()).isEmpty();
        assertThat(periods.get(1).gadoliniumEnhancing()).isEqualTo(new LesionSum(2, 1, Map.of()));
        assertThat(PeriodLesions.outside(plan)).containsExactly("EXTRA", "WEEK_48");
    }

    @Test
    void whatever_is_lacking_is_counted_beside_the_sum_by_its_reason_and_never_as_zero() {
        var annas = Map.of(
                "WEEK_4", read(NOT_GIVEN, null),
                "WEEK_12", read(UNKNOWN, null),
                "WEEK_24", Standing.of(List.of(), OVER),
                "WEEK_28", Standing.of(List.of(scan(true, counted(false, UNKNOWN, null))), OVER),
                "WEEK_36", read(GIVEN, 0),
                "WEEK_48", read(GIVEN, null));
        var periods = PeriodLesions.of(plan(SECOND, null), annas::get);
        assertThat(periods.get(0).gadoliniumEnhancing())
                .isEqualTo(new LesionSum(null, 0, Map.of("NO_CONTRAST", 2, "MISSING", 1)));
        assertThat(periods.get(0).newT2()).isEqualTo(new LesionSum(2, 2, Map.of("MISSING", 1)));
        assertThat(periods.get(1).gadoliniumEnhancing())
                .isEqualTo(new LesionSum(0, 1, Map.of("NOT_EVALUABLE", 1, "NOT_COUNTED", 1)));
        assertThat(LesionSum.over(
                        periods.stream().map(PeriodLesions::gadoliniumEnhancing).toList()))
                .isEqualTo(new LesionSum(
                        0, 1, Map.of("NO_CONTRAST", 2, "MISSING", 1, "NOT_EVALUABLE", 1, "NOT_COUNTED", 1)));
    }

    @Test
    void it_says_why_a_planned_scan_has_no_counts() {
        var read = counted(true, GIVEN, 1);
        assertThat(standing(List.of(scan(true, read)), OVER)).isEqualTo(Standing.READ);
        assertThat(standing(List.of(scan(true, read), scan(true, read)), OVER)).isEqualTo(Standing.SEVERAL_READS);
        assertThat(standing(List.of(scan(false, null), scan(true, read)), OVER)).isEqualTo(Standing.READ);
        assertThat(standing(List.of(scan(false, null)), OVER)).isEqualTo(Standing.QUALITY_FAILED);
        assertThat(standing(List.of(scan(false, null), scan(true, null)), OVER)).isEqualTo(Standing.NOT_READ);
        assertThat(standing(List.of(scan(true, counted(false, GIVEN, null))), OVER))
                .isEqualTo(Standing.NOT_EVALUABLE);
        assertThat(standing(List.of(), OVER)).isEqualTo(Standing.MISSING);
        assertThat(standing(List.of(), new Awaited(true, true, TODAY, TODAY))).isEqualTo(Standing.NOT_DUE);
        assertThat(standing(List.of(), new Awaited(true, true, null, TODAY))).isEqualTo(Standing.NOT_DUE);
        assertThat(standing(List.of(), new Awaited(true, false, TODAY, TODAY))).isEqualTo(Standing.NOT_EXPECTED);
        assertThat(standing(List.of(), new Awaited(false, true, null, TODAY))).isEqualTo(Standing.NO_CALENDAR);
    }

    @Test
    @Acceptance("AL-3")
    void where_no_rule_of_carry_over_is_stated_the_later_period_says_so() {
        var periods = PeriodLesions.of(plan(SECOND, null), ALL_READ::get);
        assertThat(periods.get(0).carryOver().flag()).isEqualTo(Flag.NO_PERIOD_BEFORE);
        assertThat(periods.get(1).carryOver().flag()).isEqualTo(Flag.NOT_STATED);
    }

    @Test
    void a_rule_in_words_is_shown_and_left_to_a_person() {
        var later = PeriodLesions.of(plan(SECOND, "rebaselined at week 24"), ALL_READ::get)
                .get(1)
                .carryOver();
        assertThat(later.flag()).isEqualTo(Flag.STATED_IN_WORDS);
        assertThat(later.rule()).isEqualTo("rebaselined at week 24");
    }

    @Test
    @Acceptance("AL-3")
    void a_counted_scan_within_the_days_of_the_rule_flags_the_period_and_stays_in_its_sum() {
        var later =
                PeriodLesions.of(plan(SECOND_WITH_WASHOUT, null), ALL_READ::get).get(1);
        assertThat(later.carryOver()).isEqualTo(new CarryOver(Flag.POSSIBLE, null, 28, List.of("WEEK_28")));
        assertThat(later.gadoliniumEnhancing().sum()).isEqualTo(1);
        var without = PeriodLesions.of(plan(new Stage("P2", null, 168, 336, 27), null), ALL_READ::get)
                .get(1);
        assertThat(without.carryOver()).isEqualTo(new CarryOver(Flag.NOT_SEEN, null, 27, List.of()));
    }

    private static CrossoverPlan plan(Stage second, @Nullable String rule) {
        return new CrossoverPlan(List.of(FIRST, second), SCANS, rule, List.of());
    }

    private static PlannedScan planned(String name, int day) {
        return new PlannedScan(name, day, null);
    }

    private static Standing standing(List<Scan> came, Awaited awaited) {
        return Standing.of(came, awaited).standing();
    }

    private static Seen read(Contrast contrast, @Nullable Integer enhancing) {
        return Standing.of(List.of(scan(true, counted(true, contrast, enhancing))), OVER);
    }

    private static ScanRead counted(boolean evaluable, Contrast contrast, @Nullable Integer enhancing) {
        var counts = evaluable ? new LesionCounts(enhancing, 1, null, 12) : new LesionCounts(null, null, null, null);
        return new ScanRead("SC-1", ANNA, "ANY", TODAY, evaluable, contrast, counts, null, List.of());
    }

    private static Scan scan(boolean passed, @Nullable ScanRead read) {
        return new Scan(null, null, new ScanQualityChecked("SC-1", ANNA, "ANY", passed, List.of(), TODAY), read);
    }
}
