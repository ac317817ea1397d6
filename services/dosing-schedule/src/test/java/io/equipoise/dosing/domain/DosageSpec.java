package io.equipoise.dosing.domain;

import static io.equipoise.dosing.domain.Trial.course;
import static io.equipoise.dosing.domain.Ward.after;
import static io.equipoise.dosing.domain.quantity.AmountRule.Per.DOSE;
import static io.equipoise.dosing.domain.quantity.AmountRule.Per.DROP;
import static io.equipoise.dosing.domain.quantity.AmountRule.Per.KG;
import static io.equipoise.dosing.domain.quantity.AmountRule.Per.ML;
import static io.equipoise.dosing.domain.quantity.AmountRule.Per.UL;
import static io.equipoise.dosing.domain.quantity.AmountRule.Per.UNIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.dosing.domain.CalendarEvent.DoseAdministered;
import io.equipoise.dosing.domain.CalendarEvent.DoseDetailed;
import io.equipoise.dosing.domain.Infusion.Deviation;
import io.equipoise.dosing.domain.Rhythm.Every;
import io.equipoise.dosing.domain.Rhythm.Once;
import io.equipoise.dosing.domain.Trial.Part;
import io.equipoise.dosing.domain.quantity.AmountRule;
import io.equipoise.dosing.domain.quantity.Measured;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.Specification;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is asked for at the bedside where nothing comes in kits: lot, strength, weight, pick, route and its details. */
class DosageSpec extends Specification<Calendar, CalendarCommand, CalendarEvent> {
    private static final String DAY = "2026-03-02";

    DosageSpec() {
        super(Calendar.DECIDER);
    }

    @Test
    void no_kit_is_asked_but_the_lot_is_and_it_stands_where_a_kit_would() {
        var anna = under(course("Drug", new Once()));
        anna.when(dose()).refused("LOT_MISSING");
        anna.when(Bedside.dose(1, DAY).lot("L-1").kit("K-1").given()).refused("KIT_NOT_ASKED");
        var fact = (DoseAdministered)
                anna.when(Bedside.dose(1, DAY).lot("L-1").given()).accepted().getFirst();
        assertThat(fact.kit()).isEqualTo("L-1");
        assertThat(fact.packagingLot()).isEqualTo("L-1");
        assertThat(fact.volume()).isNull();
    }

    @Test
    void where_chance_decides_a_kit_is_asked() {
        var kits = given(after(List.of(), Trial.of(course("Drug", new Once())).plan(DAY)));
        kits.when(Bedside.dose(1, DAY).lot("L-1").given()).refused("KIT_MISSING");
    }

    @Test
    @Acceptance("DO-20")
    void a_newborn_weighed_today_is_dosed_by_todays_weight_and_a_stale_one_is_refused() {
        var newborn = weighed(course("Drug", new Once()).amount(AmountRule.of(KG, "20", "pmol")), "P0D");
        newborn.when(lot().given()).refused("WEIGHT_MISSING");
        newborn.when(lot().weighing("1.1", "2026-03-01").given()).refused("WEIGHT_STALE");
        newborn.when(lot().weighing("1.1", "2026-03-03").given()).refused("WEIGHT_STALE");
        newborn.when(lot().weighing("1,1", DAY).given()).refused("WEIGHT_MALFORMED");
        newborn.when(lot().weighing("0", DAY).given()).refused("WEIGHT_MALFORMED");
        newborn.when(lot().weighing("701", DAY).given()).refused("WEIGHT_MALFORMED");
        var told = detailed(newborn.when(lot().weighing("1.1", DAY).given()));
        assertThat(told.amount()).isEqualTo(new Measured("22", "pmol"));
        assertThat(told.arithmetic()).isEqualTo("20 pmol/kg x 1.1 kg = 22 pmol");
    }

    @Test
    void a_dose_per_kilogram_is_not_given_where_nobody_says_how_old_a_weight_may_be() {
        under(course("Drug", new Once()).amount(AmountRule.of(KG, "100", "ug")))
                .when(lot().weighing("70", DAY).given())
                .refused("WEIGHT_RULE_NOT_STATED");
    }

    @Test
    @Acceptance("DO-2")
    void two_doses_of_100_ug_per_kg_for_70_kg_are_7_000_ug_each() {
        var twice = course("Drug", new Every(Period.ofDays(7), 2, null)).amount(AmountRule.of(KG, "100", "ug"));
        var plan = after(List.of(), Trial.of(twice).open().weighed("P1D").plan(DAY));
        var told = detailed(given(plan).when(lot().weighing("70", DAY).given()));
        assertThat(told.amount()).isEqualTo(new Measured("7000", "ug"));
        assertThat(told.arithmetic()).isEqualTo("100 ug/kg x 70 kg = 7,000 ug");
    }

    @Test
    @Acceptance("DO-12")
    void where_the_protocol_leaves_a_range_what_was_chosen_is_recorded_and_nothing_outside_it() {
        var range = under(course("Drug", new Once()).amount(AmountRule.of(DOSE, "20", "50", "ug")));
        range.when(lot().given()).refused("PICK_MISSING");
        range.when(lot().pick("51").given()).refused("PICK_OUT_OF_RANGE");
        range.when(lot().pick("19.99").given()).refused("PICK_OUT_OF_RANGE");
        range.when(lot().pick("many").given()).refused("AMOUNT_MALFORMED");
        var told = detailed(range.when(lot().pick("50").given()));
        assertThat(told.pick()).isEqualTo("50");
        assertThat(told.amount()).isEqualTo(new Measured("50", "ug"));
    }

    @Test
    @Acceptance("DO-7")
    void a_concentration_gives_no_dose_until_the_volume_is_said() {
        var perMl = under(course("Drug", new Once()).amount(AmountRule.of(ML, "2e8", "nanovesicles")));
        perMl.when(lot().given()).refused("VOLUME_NOT_STATED");
        perMl.when(lot().filled("5", "mg").given()).refused("VOLUME_DIFFERS");
        var told = detailed(perMl.when(lot().filled("5", "mL").given()));
        assertThat(told.amount()).isEqualTo(new Measured("1000000000", "nanovesicles"));
    }

    @Test
    @Acceptance("DO-8")
    void a_count_in_3_ml_is_given_in_3_ml() {
        var in3 = new AmountRule(DOSE, "nanovesicles", null, "8e8", null, List.of(), new Measured("3", "mL"), null);
        var puff = under(course("Drug", new Once()).amount(in3).routes(Route.INHALATION));
        puff.when(lot().given()).refused("VOLUME_MISSING");
        puff.when(lot().filled("4", "mL").given()).refused("VOLUME_DIFFERS");
        assertThat(detailed(puff.when(lot().filled("3", "mL").given())).amount())
                .isEqualTo(new Measured("800000000", "nanovesicles"));
    }

    @Test
    @Acceptance("DO-9")
    void fifteen_ml_of_a_product_need_the_strength_of_the_lot_and_are_recorded_as_particles() {
        var flo = under(course("Drug", new Once()).amount(AmountRule.of(DOSE, "15", "mL")));
        flo.when(lot().given()).refused("STRENGTH_MISSING");
        flo.when(lot().holding("8e10", "particles", UNIT).given()).refused("STRENGTH_MISSING");
        flo.when(lot().holding("8e10", "heaps", ML).given()).refused("AMOUNT_MALFORMED");
        var told = detailed(flo.when(lot().holding("8e10", "particles", ML).given()));
        assertThat(told.amount()).isEqualTo(new Measured("1200000000000", "particles"));
        assertThat(told.lot()).isEqualTo("L-1");
        assertThat(told.strength()).hasSize(1);
    }

    @Test
    @Acceptance("PR-7")
    void one_ml_of_a_lot_with_2_4e10_in_a_microlitre_is_recorded_as_2_4e13_particles() {
        var exosomes = under(course("Drug", new Once()).amount(AmountRule.of(DOSE, "1", "mL")));
        var told =
                detailed(exosomes.when(lot().holding("2.4e10", "particles", UL).given()));
        assertThat(told.amount()).isEqualTo(new Measured("24000000000000", "particles"));
        assertThat(told.strength()).hasSize(1);
    }

    @Test
    @Acceptance("DO-10")
    void a_drop_of_10_ug_is_counted_in_drops() {
        var drops = under(course("Drops", new Once())
                .amount(AmountRule.of(DROP, "10", "ug"))
                .routes(Route.OCULAR_TOPICAL));
        drops.when(lot().detail("EYE", "LEFT").given()).refused("COUNT_MISSING");
        assertThat(detailed(drops.when(
                                lot().detail("EYE", "LEFT").amount("1", "drop").given()))
                        .amount())
                .isEqualTo(new Measured("10", "ug"));
    }

    @Test
    @Acceptance("DO-11")
    void a_unit_holds_what_its_lot_says_within_the_range_of_all_lots() {
        var units = under(course("Drug", new Once()).amount(AmountRule.of(UNIT, "1.3e10", "3.5e10", "particles")));
        units.when(lot().amount("1", "unit").given()).refused("PICK_MISSING");
        var both =
                lot().amount("1", "unit").holding("2.1e10", "particles", UNIT).holding("0.9", "mg", UNIT);
        var told = detailed(units.when(both.given()));
        assertThat(told.amount()).isEqualTo(new Measured("21000000000", "particles"));
        assertThat(told.strength()).hasSize(2);
        units.when(lot().amount("1", "unit")
                        .holding("3.6e10", "particles", UNIT)
                        .given())
                .refused("PICK_OUT_OF_RANGE");
    }

    @Test
    void a_unit_of_a_product_is_recorded_with_everything_that_the_lot_holds() {
        var unit = under(course("Drug", new Once()).amount(AmountRule.of(DOSE, "1", "unit")));
        var told = detailed(unit.when(lot().holding("1.3e10", "particles", UNIT)
                .holding("0.5", "mg", UNIT)
                .given()));
        assertThat(told.arithmetic())
                .isEqualTo("13,000,000,000 particles/unit x 1 unit = 13,000,000,000 particles;"
                        + " 0.5 mg/unit x 1 unit = 0.5 mg");
    }

    @Test
    void less_than_the_amount_is_a_deviation_and_more_or_another_kind_is_refused() {
        var drug = under(course("Drug", new Once()));
        var half = drug.when(lot().amount("75", "mg").given()).accepted();
        assertThat(((DoseAdministered) half.getFirst()).deviations()).containsExactly(Deviation.INCOMPLETE_AMOUNT);
        assertThat(((DoseDetailed) half.getLast()).amount()).isEqualTo(new Measured("75", "mg"));
        assertThat(((DoseAdministered) drug.when(lot().amount("0.15", "g").given())
                                .accepted()
                                .getFirst())
                        .deviations())
                .isEmpty();
        drug.when(lot().amount("151", "mg").given()).refused("AMOUNT_DIFFERS");
        drug.when(lot().amount("150", "pmol").given()).refused("AMOUNT_DIFFERS");
        drug.when(lot().amount("0", "mg").given()).refused("AMOUNT_DIFFERS");
    }

    private Given under(Part part) {
        return given(after(List.of(), Trial.of(part).open().plan(DAY)));
    }

    private Given weighed(Part part, String notOlderThan) {
        return given(
                after(List.of(), Trial.of(part).open().weighed(notOlderThan).plan(DAY)));
    }

    private static Bedside lot() {
        return Bedside.dose(1, DAY).lot("L-1");
    }

    private static CalendarCommand dose() {
        return Bedside.dose(1, DAY).given();
    }

    private static DoseDetailed detailed(Outcome outcome) {
        return (DoseDetailed) outcome.accepted().getLast();
    }
}
