package io.equipoise.adverseevent.domain.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.aggregate.Aggregate.Mark;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AggregateSpec {
    private static final String ANNA = "NCT07146087-01-0001";
    private static final String BORIS = "NCT07146087-02-0007";
    private static final LocalDate DAY_0 = LocalDate.of(2025, 3, 11);
    private static final Infusion FIRST = new Infusion(ANNA, "01", 1, "P-0001", DAY_0);
    private static final Infusion SECOND = new Infusion(ANNA, "01", 2, "P-0002", DAY_0.plusDays(84));

    @Test
    void every_grade_is_there_and_what_is_serious_is_apart() {
        var grades = Aggregate.of(List.of(event("A", 3, true, 0, null), event("B", 3, false, 2, null)), List.of(FIRST))
                .grades();
        assertThat(grades).extracting(Aggregate.Grade::grade).containsExactly(1, 2, 3, 4, 5);
        assertThat(grades.get(2).serious()).extracting(Happening::event).containsExactly("A");
        assertThat(grades.get(2).others()).extracting(Happening::event).containsExactly("B");
        assertThat(grades.get(3).serious()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "1,1",
        "2,2–3",
        "3,2–3",
        "4,4–7",
        "7,4–7",
        "8,8–14",
        "14,8–14",
        "15,15–28",
        "28,15–28",
        "29,29–90",
        "83,29–90",
        "84,0",
        "85,1",
        "175,91+",
        "-1,no dose before"
    })
    void days_are_counted_from_the_last_dose_on_or_before_the_day_of_the_onset(long day, String bin) {
        var days = Aggregate.of(List.of(event("A", 1, false, day, null)), List.of(SECOND, FIRST))
                .days();
        assertThat(days).hasSize(9);
        assertThat(days.stream()
                        .filter(one -> !one.events().isEmpty())
                        .map(one -> one.bin().label()))
                .containsExactly(bin);
    }

    @Test
    void the_days_of_a_leap_year_are_all_counted() {
        var dose = new Infusion(ANNA, "01", 1, "P-0001", LocalDate.of(2024, 2, 27));
        var event = new Happening(
                "A", ANNA, "01", 1, List.of(), LocalDate.of(2024, 3, 1), null, null, "POSSIBLE", "RECOVERED", null);
        assertThat(Aggregate.sinceDose(event, List.of(dose))).isEqualTo(3);
    }

    @Test
    void somebody_elses_dose_is_nobody_elses() {
        var days = Aggregate.of(
                        List.of(event("A", 1, false, 5, null)), List.of(new Infusion(BORIS, "02", 1, "P-0001", DAY_0)))
                .days();
        assertThat(days.getLast().bin()).isEqualTo(DayBin.NO_DOSE_BEFORE);
        assertThat(days.getLast().events()).hasSize(1);
    }

    @Test
    void every_lot_of_which_a_dose_was_given_is_there_with_its_doses_and_people_and_last_what_names_none() {
        var lots = Aggregate.of(
                        List.of(event("A", 1, false, 5, "P-0001"), event("B", 1, false, 5, null)),
                        List.of(FIRST, SECOND, new Infusion(BORIS, "02", 1, "P-0002", DAY_0)))
                .lots();
        assertThat(lots)
                .extracting(Aggregate.Lot::lot)
                .containsExactly(Optional.of("P-0001"), Optional.of("P-0002"), Optional.empty());
        assertThat(lots).extracting(Aggregate.Lot::doses).containsExactly(1, 2, 0);
        assertThat(lots).extracting(Aggregate.Lot::people).containsExactly(1, 2, 0);
        assertThat(lots).extracting(lot -> lot.events().size()).containsExactly(1, 0, 1);
    }

    @Test
    void each_person_has_a_row_on_days_since_their_own_first_dose() {
        var serious = event("A", 3, true, 2, null);
        var all = Aggregate.of(List.of(serious), List.of(SECOND, FIRST));
        assertThat(all.people()).isEqualTo(1);
        assertThat(all.rows().getFirst().day0()).isEqualTo(DAY_0);
        assertThat(all.rows().getFirst().doses()).extracting(Mark::day).containsExactlyInAnyOrder(0L, 84L);
        assertThat(all.rows().getFirst().events()).containsExactly(new Mark("A", 3, true, 2, null));
    }

    @Test
    void a_person_without_a_dose_has_a_row_in_which_nothing_is_marked() {
        var all = Aggregate.of(List.of(event("A", 2, false, 2, null)), List.of());
        assertThat(all.rows()).containsExactly(new Aggregate.Row(ANNA, null, List.of(), List.of()));
    }

    @Test
    void nothing_is_nothing_and_says_so() {
        var none = Aggregate.of(List.of(), List.of());
        assertThat(none.people()).isZero();
        assertThat(none.grades()).hasSize(5);
        assertThat(none.days()).hasSize(9);
        assertThat(none.lots()).hasSize(1);
    }

    @Test
    void events_count_by_system_organ_class_and_what_is_not_coded_stands_last() {
        var organs = Aggregate.of(
                        List.of(
                                classed("A", true, "Made-up vessels"),
                                classed("B", false, "Made-up nerves"),
                                classed("C", false, "Made-up vessels"),
                                classed("D", false, null)),
                        List.of())
                .organs();
        assertThat(organs.stream()
                        .map(organ -> organ.name().orElse("not coded") + " "
                                + organ.serious().size() + " " + organ.others().size()))
                .containsExactly("Made-up nerves 0 1", "Made-up vessels 1 1", "not coded 0 1");
    }

    private static Happening event(String id, int grade, boolean serious, long day, @Nullable String lot) {
        return new Happening(
                id,
                ANNA,
                "01",
                grade,
                serious ? List.of("HOSPITALIZATION") : List.of(),
                DAY_0.plusDays(day),
                null,
                lot,
                "POSSIBLE",
                "RECOVERED",
                null);
    }

    private static Happening classed(String id, boolean serious, @Nullable String organClass) {
        var plain = event(id, 1, serious, 0, null);
        return new Happening(
                plain.event(),
                plain.subject(),
                plain.site(),
                plain.grade(),
                plain.criteria(),
                plain.onset(),
                plain.end(),
                plain.lot(),
                plain.relation(),
                plain.outcome(),
                organClass);
    }
}
