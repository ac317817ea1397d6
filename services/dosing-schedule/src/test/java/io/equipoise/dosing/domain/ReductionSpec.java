package io.equipoise.dosing.domain;

import static io.equipoise.dosing.domain.Ward.after;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.dosing.domain.CalendarCommand.Administer;
import io.equipoise.dosing.domain.CalendarEvent.DoseAdministered;
import io.equipoise.dosing.domain.CalendarEvent.DoseDetailed;
import io.equipoise.dosing.domain.CalendarEvent.DoseReduced;
import io.equipoise.dosing.domain.Infusion.Deviation;
import io.equipoise.dosing.domain.Reduction.Next;
import io.equipoise.dosing.domain.quantity.AmountRule;
import io.equipoise.platform.Specification;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReductionSpec extends Specification<Calendar, CalendarCommand, CalendarEvent> {
    private static final Rhythm WEEKLY = new Rhythm.Every(Period.ofWeeks(1), 3, null);
    private static final Trial TRIAL = Trial.of(Trial.course("Drug", WEEKLY)).open();
    private static final List<CalendarEvent> PLANNED = after(List.of(), TRIAL.plan("2025-03-03"));
    private static final Reduction STAYS = new Reduction(List.of("0.75", "0.5"), Next.STAYS);
    private static final Reduction RETURNS = new Reduction(List.of("0.5"), Next.RETURNS);
    private static final String WHY = "grade 2 rash";

    ReductionSpec() {
        super(Calendar.DECIDER);
    }

    @Test
    void a_dose_reduced_by_a_step_of_the_protocol_is_recorded_as_such_with_its_arithmetic() {
        var facts = after(PLANNED, reduced(1, "2025-03-03", "0.5", STAYS));
        assertThat(facts).contains(new DoseReduced(1, "0.5", WHY));
        assertThat(facts)
                .filteredOn(DoseDetailed.class::isInstance)
                .map(DoseDetailed.class::cast)
                .singleElement()
                .satisfies(detailed -> {
                    assertThat(detailed.amount()).hasToString("75 mg");
                    assertThat(detailed.arithmetic()).isEqualTo("150 mg x 0.5 = 75 mg");
                });
        assertThat(facts)
                .filteredOn(DoseAdministered.class::isInstance)
                .map(DoseAdministered.class::cast)
                .singleElement()
                .satisfies(given -> assertThat(given.deviations()).isEmpty());
    }

    @Test
    void a_step_that_the_protocol_does_not_state_is_refused() {
        given(PLANNED).when(reduced(1, "2025-03-03", "0.6", STAYS)).refused("REDUCTION_NOT_ALLOWED");
        given(PLANNED).when(reduced(1, "2025-03-03", "half", STAYS)).refused("REDUCTION_MALFORMED");
        given(PLANNED).when(by(less(1, "2025-03-03", "0.5", WHY), Map.of())).refused("REDUCTION_NOT_ALLOWED");
        assertThat(after(PLANNED, reduced(1, "2025-03-03", "0.50", STAYS))).contains(new DoseReduced(1, "0.5", WHY));
        given(PLANNED)
                .when(by(less(1, "2025-03-03", "0.5", " "), Map.of("DRUG", STAYS)))
                .refused("REASON_MISSING");
    }

    @Test
    void where_a_reduction_stays_no_later_dose_is_higher() {
        var once = after(PLANNED, reduced(1, "2025-03-03", "0.75", STAYS));
        given(once).when(full(2, "2025-03-10", STAYS)).refused("REDUCTION_STAYS");
        given(once).when(reduced(2, "2025-03-10", "0.75", STAYS)).accepted();
        var twice = after(once, reduced(2, "2025-03-10", "0.5", STAYS));
        given(twice).when(reduced(3, "2025-03-17", "0.75", STAYS)).refused("REDUCTION_STAYS");
        given(twice).when(reduced(3, "2025-03-17", "0.5", STAYS)).accepted();
    }

    @Test
    void where_the_dose_returns_the_next_is_the_stated_one_again() {
        var once = after(PLANNED, reduced(1, "2025-03-03", "0.5", RETURNS));
        given(once).when(full(2, "2025-03-10", RETURNS)).accepted();
        given(once).when(reduced(2, "2025-03-10", "0.5", RETURNS)).accepted();
    }

    @Test
    void another_course_is_not_reduced_with_it() {
        var trial = Trial.of(Trial.course("Drug", WEEKLY), Trial.course("Other", WEEKLY))
                .open();
        var once = after(after(List.of(), trial.plan("2025-03-03")), reduced(1, "2025-03-03", "0.5", STAYS));
        given(once).when(full(2, "2025-03-03", STAYS)).accepted();
    }

    @Test
    void a_reduced_strength_in_a_volume_is_that_part_of_the_volume() {
        var trial = Trial.of(Trial.course("Drug", WEEKLY)
                        .amount(AmountRule.of(AmountRule.Per.ML, "10", "mg"))
                        .volume(new Volume("4", "mL")))
                .open();
        var planned = after(List.of(), trial.plan("2025-03-03"));
        var half = less(1, "2025-03-03", "0.5", WHY).filled("2", "mL");
        var facts = after(planned, by(half, Map.of("DRUG", STAYS)));
        assertThat(facts)
                .filteredOn(DoseDetailed.class::isInstance)
                .map(fact -> ((DoseDetailed) fact).amount())
                .singleElement()
                .hasToString("20 mg");
        assertThat(facts)
                .filteredOn(DoseAdministered.class::isInstance)
                .map(fact -> ((DoseAdministered) fact).deviations())
                .singleElement()
                .isEqualTo(List.<Deviation>of());
        given(planned)
                .when(by(less(1, "2025-03-03", "0.5", WHY).filled("3", "mL"), Map.of("DRUG", STAYS)))
                .refused("VOLUME_DIFFERS");
    }

    private static Administer reduced(int dose, String on, String to, Reduction rule) {
        return by(less(dose, on, to, WHY), Map.of("DRUG", rule));
    }

    private static Administer full(int dose, String on, Reduction rule) {
        return by(Bedside.dose(dose, on).lot("L-7"), Map.of("DRUG", rule));
    }

    private static Bedside less(int dose, String on, String to, String why) {
        return Bedside.dose(dose, on).lot("L-7").reduced(to, why);
    }

    private static Administer by(Bedside said, Map<String, Reduction> rules) {
        var plain = said.given();
        return new Administer(plain.subject(), plain.infusion(), plain.circumstances(), plain.toldAt(), rules);
    }
}
