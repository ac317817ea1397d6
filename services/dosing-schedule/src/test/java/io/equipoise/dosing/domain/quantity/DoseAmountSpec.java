package io.equipoise.dosing.domain.quantity;

import static io.equipoise.dosing.domain.quantity.AmountRule.Per.DOSE;
import static io.equipoise.dosing.domain.quantity.AmountRule.Per.DROP;
import static io.equipoise.dosing.domain.quantity.AmountRule.Per.KG;
import static io.equipoise.dosing.domain.quantity.AmountRule.Per.ML;
import static io.equipoise.dosing.domain.quantity.AmountRule.Per.UL;
import static io.equipoise.dosing.domain.quantity.AmountRule.Per.UNIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.dosing.domain.quantity.Basis.Strength;
import io.equipoise.dosing.domain.quantity.Worked.Open;
import io.equipoise.dosing.domain.quantity.Worked.Out;
import io.equipoise.platform.Acceptance;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DoseAmountSpec {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    @Test
    @Acceptance("DO-1")
    void fourteen_times_150_mg_are_2_100_mg() {
        var all = out(dose(AmountRule.of(DOSE, "150", "mg")).total(14, Basis.NONE));
        assertThat(all.low()).isEqualTo(new Mass(new BigDecimal("2100"), Unit.MG));
        assertThat(all.arithmetic()).isEqualTo("14 x 150 mg = 2,100 mg");
    }

    @Test
    @Acceptance("DO-2")
    void a_mass_per_kilogram_takes_the_weight_and_shows_the_arithmetic() {
        var dose = dose(AmountRule.of(KG, "100", "ug"));
        var heavy = Basis.NONE.weighing("70", TODAY);
        assertThat(out(dose.one(heavy)).arithmetic()).isEqualTo("100 ug/kg x 70 kg = 7,000 ug");
        assertThat(out(dose.total(2, heavy)).low()).isEqualTo(new Mass(new BigDecimal("14000"), Unit.UG));
        assertThat(refused(dose.one(Basis.NONE))).isEqualTo("WEIGHT_MISSING");
    }

    @Test
    @Acceptance("DO-3")
    void a_newborn_of_1_1_kg_gets_22_66_or_220_pmol() {
        var newborn = Basis.NONE.weighing("1.1", TODAY);
        assertThat(List.of("20", "60", "200"))
                .extracting(level -> out(dose(AmountRule.of(KG, level, "pmol")).one(newborn))
                        .low()
                        .inWords())
                .containsExactly("22 pmol", "66 pmol", "220 pmol");
        var perMl = new Strength(new ParticleCount(BigDecimal.TEN, Unit.PARTICLES), ML);
        assertThat(refused(LotStrength.holds(new Substance(BigDecimal.TEN, Unit.PMOL), perMl)))
                .as("no conversion to particles")
                .isEqualTo("STRENGTH_MISSING");
    }

    @Test
    @Acceptance({"DO-4", "DO-12"})
    void a_range_per_kilogram_stays_a_range_until_somebody_picks() {
        var dose = dose(AmountRule.of(KG, "1200000", "1500000", "cell-equivalents"));
        var seventy = Basis.NONE.weighing("70", TODAY);
        var open = out(dose.one(seventy));
        assertThat(open.low().inWords()).isEqualTo("84,000,000 cell-equivalents");
        assertThat(open.high().inWords()).isEqualTo("105,000,000 cell-equivalents");
        assertThat(open.exact()).isFalse();
        assertThat(out(dose.one(seventy.picking("1300000"))).low().inWords()).isEqualTo("91,000,000 cell-equivalents");
        assertThat(out(dose.one(seventy.picking("1200000"))).low().inWords()).isEqualTo("84,000,000 cell-equivalents");
        assertThat(out(dose.one(seventy.picking("1500000"))).low().inWords()).isEqualTo("105,000,000 cell-equivalents");
        assertThat(refused(dose.one(seventy.picking("1500001")))).isEqualTo("PICK_OUT_OF_RANGE");
        assertThat(refused(dose.one(seventy.picking("1199999")))).isEqualTo("PICK_OUT_OF_RANGE");
    }

    @Test
    @Acceptance("DO-6")
    void the_two_counts_of_the_case_are_36_million_millions() {
        var intrathecal = new ParticleCount(Exact.number("2.4e13"), Unit.PARTICLES);
        var intravenous = new ParticleCount(Exact.number("1.2e13"), Unit.PARTICLES);
        assertThat(intrathecal.plus(intravenous)).isEqualTo(new ParticleCount(Exact.number("3.6e13"), Unit.PARTICLES));
    }

    @Test
    @Acceptance("DO-7")
    void a_concentration_has_no_total_until_the_volume_is_given() {
        var dose = dose(AmountRule.of(ML, "2e11", "5e11", "particles"));
        assertThat(refused(dose.total(3, Basis.NONE))).isEqualTo("VOLUME_NOT_STATED");
        var three = out(dose.total(3, Basis.NONE.filling("1", Unit.ML)));
        assertThat(three.low()).isEqualTo(new ParticleCount(Exact.number("6e11"), Unit.PARTICLES));
        assertThat(three.high()).isEqualTo(new ParticleCount(Exact.number("1.5e12"), Unit.PARTICLES));
    }

    @Test
    @Acceptance("DO-8")
    void a_count_in_3_ml_is_not_the_count_in_1_ml() {
        var in3 = new Concentration(nanovesicles("8e8"), new Fluid(new BigDecimal("3"), Unit.ML));
        var in1 = new Concentration(nanovesicles("2e8"), new Fluid(BigDecimal.ONE, Unit.ML));
        assertThat(in3.aboutPerMl()).isEqualTo("about 2.67 x 10^8 nanovesicles per mL");
        assertThat(in3.sameAs(in1)).isFalse();
        assertThat(in3.sameAs(new Concentration(nanovesicles("1.6e9"), new Fluid(new BigDecimal("6000"), Unit.UL))))
                .isTrue();
        assertThat(in1.sameAs(new Concentration(
                        new Mass(new BigDecimal("2e8"), Unit.UG), new Fluid(BigDecimal.ONE, Unit.ML))))
                .isFalse();
    }

    @Test
    @Acceptance("DO-9")
    void a_volume_of_a_product_is_a_count_only_by_the_strength_of_its_lot() {
        var fifteen = (Fluid)
                out(dose(AmountRule.of(DOSE, "15", "mL")).one(Basis.NONE)).low();
        var lot = new Strength(new ParticleCount(Exact.number("8e10"), Unit.PARTICLES), ML);
        var held = out(LotStrength.holds(fifteen, lot));
        assertThat(held.low()).isEqualTo(new ParticleCount(Exact.number("1.2e12"), Unit.PARTICLES));
        assertThat(held.arithmetic()).isEqualTo("80,000,000,000 particles/mL x 15 mL = 1,200,000,000,000 particles");
        assertThat(refused(LotStrength.holds(fifteen, new Strength(lot.quantity(), UNIT))))
                .isEqualTo("STRENGTH_MISSING");
    }

    @Test
    @Acceptance("PR-7")
    void the_strength_is_the_lots_and_a_millilitre_has_a_thousand_microlitres_of_it() {
        var millilitre = (Fluid)
                out(dose(AmountRule.of(DOSE, "1", "mL")).one(Basis.NONE)).low();
        var lot = new Strength(new ParticleCount(Exact.number("2.4e10"), Unit.PARTICLES), UL);
        var held = out(LotStrength.holds(millilitre, lot));
        assertThat(held.low()).isEqualTo(new ParticleCount(Exact.number("2.4e13"), Unit.PARTICLES));
        assertThat(held.arithmetic())
                .isEqualTo("24,000,000,000 particles/uL x 1,000 uL = 24,000,000,000,000 particles");
        var weaker = new Strength(new ParticleCount(Exact.number("1.2e10"), Unit.PARTICLES), UL);
        assertThat(out(LotStrength.holds(millilitre, weaker)).low())
                .isEqualTo(new ParticleCount(Exact.number("1.2e13"), Unit.PARTICLES));
    }

    @Test
    void an_amount_per_microlitre_takes_the_volume() {
        var given = dose(AmountRule.of(UL, "2", "particles"));
        assertThat(refused(given.one(Basis.NONE))).isEqualTo("VOLUME_NOT_STATED");
        assertThat(out(given.one(Basis.NONE.filling("0.5", Unit.ML))).arithmetic())
                .isEqualTo("2 particles/uL x 500 uL = 1,000 particles");
    }

    @Test
    @Acceptance("DO-10")
    void four_drops_a_day_for_14_days_are_56_drops_and_560_ug() {
        var drops = new Drops(BigDecimal.valueOf(4), Unit.DROP).times(BigDecimal.valueOf(14));
        assertThat(drops.inWords()).isEqualTo("56 drop");
        var each = dose(AmountRule.of(DROP, "10", "ug")).total(56, Basis.NONE.counting("1"));
        assertThat(out(each).low()).isEqualTo(new Mass(new BigDecimal("560"), Unit.UG));
        assertThat(out(each).arithmetic()).isEqualTo("56 x 10 ug/drop x 1 drops = 560 ug");
        assertThat(refused(dose(AmountRule.of(DROP, "10", "ug")).one(Basis.NONE)))
                .isEqualTo("COUNT_MISSING");
    }

    @Test
    @Acceptance("DO-11")
    void a_unit_of_the_product_carries_both_numbers_of_its_lot() {
        var unit = new ProductUnits(BigDecimal.ONE, Unit.UNIT);
        var particles = new Strength(new ParticleCount(Exact.number("1.3e10"), Unit.PARTICLES), UNIT);
        var protein = new Strength(new Mass(Exact.number("0.5"), Unit.MG), UNIT);
        assertThat(out(LotStrength.holds(unit, particles)).low()).isEqualTo(particles.quantity());
        assertThat(out(LotStrength.holds(unit, protein)).low()).isEqualTo(protein.quantity());
    }

    @Test
    void an_amount_per_unit_takes_the_number_of_units() {
        var four = out(dose(AmountRule.of(UNIT, "0.5", "mg")).one(Basis.NONE.counting("4")));
        assertThat(four.arithmetic()).isEqualTo("0.5 mg/unit x 4 units = 2 mg");
    }

    @Test
    @Acceptance("DO-13")
    void a_sequence_keeps_its_order_and_its_count() {
        var up = AmountRule.of(DOSE, List.of("2e8", "4e8", "8e8", "1.2e9", "1.6e9", "2e9"), "nanovesicles");
        assertThat(List.of(1, 2, 3, 4, 5, 6))
                .extracting(ordinal -> Measured.of(out(new Dose(up, ordinal, null, null).one(Basis.NONE))
                                .low())
                        .number())
                .containsExactly("200000000", "400000000", "800000000", "1200000000", "1600000000", "2000000000");
        assertThat(refused(new Dose(up, 7, null, null).one(Basis.NONE))).isEqualTo("AMOUNT_NOT_STATED");
    }

    @Test
    @Acceptance("AL-6")
    void a_sequence_inside_one_group_need_not_rise() {
        assertThat(group("2e3", "4e3", "8e3")).containsExactly("2000", "4000", "8000");
        assertThat(group("8e3", "4e3", "8e3")).containsExactly("8000", "4000", "8000");
        assertThat(group("8e3", "8e3", "8e3")).containsExactly("8000", "8000", "8000");
    }

    private static List<String> group(String... perMl) {
        var rule = AmountRule.of(ML, List.of(perMl), "particles");
        return List.of(1, 2, 3).stream()
                .map(ordinal -> new Dose(rule, ordinal, new Fluid(BigDecimal.ONE, Unit.ML), null))
                .map(dose -> Measured.of(out(dose.one(Basis.NONE)).low()).number())
                .toList();
    }

    @Test
    @Acceptance("PR-9")
    void half_strength_is_a_factor_and_a_cap_holds_whatever_the_weight() {
        var half = new Dose(
                AmountRule.of(ML, "2.4e13", "particles"), 1, new Fluid(BigDecimal.ONE, Unit.ML), new BigDecimal("0.5"));
        assertThat(out(half.one(Basis.NONE)).low().inWords()).isEqualTo("12,000,000,000,000 particles");
        var capped = new AmountRule(KG, "ug", null, "100", null, List.of(), null, "8000");
        assertThat(out(dose(capped).one(Basis.NONE.weighing("90", TODAY))).arithmetic())
                .isEqualTo("100 ug/kg x 90 kg = 9,000 ug, capped at 8,000 ug");
        assertThat(out(dose(capped).one(Basis.NONE.weighing("70", TODAY))).arithmetic())
                .doesNotContain("capped");
    }

    @Test
    void nobody_picks_where_one_amount_is_stated() {
        assertThat(refused(dose(AmountRule.of(DOSE, "150", "mg")).one(Basis.NONE.picking("150"))))
                .isEqualTo("PICK_NOT_ASKED");
    }

    @Test
    void a_matched_placebo_has_no_amount() {
        assertThat(dose(AmountRule.matched()).one(Basis.NONE)).isInstanceOf(Worked.Matched.class);
    }

    private static ParticleCount nanovesicles(String number) {
        return new ParticleCount(Exact.number(number), Unit.NANOVESICLES);
    }

    private static Dose dose(AmountRule rule) {
        return new Dose(rule, 1, null, null);
    }

    private static Out out(Worked worked) {
        return (Out) worked;
    }

    private static String refused(Worked worked) {
        return ((Open) worked).why().code();
    }
}
