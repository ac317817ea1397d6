package io.equipoise.dosing.domain;

import static io.equipoise.dosing.domain.Trial.course;
import static io.equipoise.dosing.domain.Ward.after;
import static io.equipoise.dosing.domain.Ward.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.equipoise.dosing.domain.CalendarEvent.CalendarDrawn;
import io.equipoise.dosing.domain.CalendarEvent.DoseAdministered;
import io.equipoise.dosing.domain.CalendarEvent.DoseDetailed;
import io.equipoise.dosing.domain.Drawn.PlannedDose;
import io.equipoise.dosing.domain.Infusion.Deviation;
import io.equipoise.dosing.domain.Protocol.CrossoverPeriod;
import io.equipoise.dosing.domain.Protocol.Visit;
import io.equipoise.dosing.domain.Rhythm.Count;
import io.equipoise.dosing.domain.Rhythm.Daily;
import io.equipoise.dosing.domain.Rhythm.Every;
import io.equipoise.dosing.domain.Rhythm.Once;
import io.equipoise.dosing.domain.Schedule.FirstDose;
import io.equipoise.dosing.domain.quantity.AmountRule;
import io.equipoise.dosing.domain.quantity.Measured;
import io.equipoise.platform.Acceptance;
import io.equipoise.platform.Specification;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several courses in one calendar: their order, their gaps, their periods and groups. */
class CoursesSpec extends Specification<Calendar, CalendarCommand, CalendarEvent> {
    private static final Trial CASE = Trial.of(
                    course("Intrathecal", new Once())
                            .routes(Route.INTRATHECAL)
                            .amount(AmountRule.of(AmountRule.Per.ML, "2.4e13", "particles"))
                            .volume(new Volume("1", "mL")),
                    course("Intravenous", new Once())
                            .amount(AmountRule.of(AmountRule.Per.ML, "2.4e13", "particles"))
                            .volume(new Volume("1", "mL"))
                            .factor("0.5"))
            .open();

    private static final Trial CROSSOVER = Trial.of(
                    course("First", new Once()).period("P1").window("P0D", "P200D"),
                    course("Second", new Once()).period("P2").gap("P12W"))
            .around(List.of(
                    new CrossoverPeriod("P1", Period.ZERO, Period.ofWeeks(24)),
                    new CrossoverPeriod("P2", Period.ofWeeks(24), Period.ofWeeks(48))));

    CoursesSpec() {
        super(Calendar.DECIDER);
    }

    @Test
    @Acceptance({"SC-10", "DO-15"})
    void two_routes_are_two_doses_in_either_order() {
        var planned = after(List.of(), CASE.plan("2026-03-02"));
        assertThat(Calendar.DECIDER.replay(planned).entries())
                .extracting(Entry::title, Entry::planned)
                .containsExactly(tuple("Intrathecal 1", day("2026-03-02")), tuple("Intravenous 1", day("2026-03-02")));
        var veinFirst = after(
                planned,
                Bedside.dose(2, "2026-03-02").lot("L-1").filled("1", "mL").given());
        var spine = Bedside.dose(1, "2026-03-03")
                .lot("L-1")
                .filled("1", "mL")
                .detail("NEEDLE_GAUGE", "25G")
                .detail("SPINAL_LEVEL", "L4-L5");
        var both = after(veinFirst, spine.given());
        assertThat(both)
                .filteredOn(DoseDetailed.class::isInstance)
                .extracting(fact -> ((DoseDetailed) fact).route(), fact -> ((DoseDetailed) fact).amount())
                .containsExactly(
                        tuple("INTRAVENOUS", new Measured("12000000000000", "particles")),
                        tuple("INTRATHECAL", new Measured("24000000000000", "particles")));
    }

    @Test
    void doses_are_numbered_over_all_courses_in_the_order_of_their_days() {
        var two = Trial.of(
                course("Drip", new Every(Period.ofWeeks(1), 3, null)), course("Drops", new Daily(2, 2, List.of())));
        var fact =
                (CalendarDrawn) given().when(two.plan("2026-03-02")).accepted().getFirst();
        assertThat(fact.drawn().doses())
                .extracting(PlannedDose::dose, PlannedDose::course, PlannedDose::ordinal)
                .containsExactly(
                        tuple(1, "DRIP", 1),
                        tuple(2, "DROPS", 1),
                        tuple(3, "DROPS", 2),
                        tuple(4, "DROPS", 3),
                        tuple(5, "DROPS", 4),
                        tuple(6, "DRIP", 2),
                        tuple(7, "DRIP", 3));
    }

    @Test
    void a_late_dose_of_one_course_moves_that_course_only_and_says_why() {
        var two = Trial.of(
                course("Drip", new Every(Period.ofWeeks(1), 2, null)).gap("P6D"),
                course("Scan agent", new Every(Period.ofWeeks(1), 2, null)).gap("P6D"));
        var planned = after(List.of(), two.open().plan("2026-03-02"));
        var late = after(planned, Bedside.dose(1, "2026-03-05").lot("L").given());
        var lines = Calendar.DECIDER.replay(late).entries();
        assertThat(lines.get(2).planned()).isEqualTo("2026-03-11");
        assertThat(lines.get(2).because())
                .isEqualTo("moved from 2026-03-09: not sooner than 6 days after drip 1, given on 2026-03-05");
        assertThat(lines.get(3).planned()).isEqualTo("2026-03-09");
    }

    @Test
    @Acceptance("SC-11")
    void the_second_period_opens_at_24_weeks_and_a_late_end_of_the_first_moves_it() {
        var planned = after(List.of(), CROSSOVER.open().plan("2026-03-02"));
        var second = Calendar.DECIDER.replay(planned).entries().get(1);
        assertThat(second.planned()).isEqualTo("2026-08-17");
        given(planned).when(Bedside.dose(2, "2026-08-16").lot("L").given()).refused("DOSES_OUT_OF_ORDER");
        var late = after(planned, Bedside.dose(1, "2026-07-01").lot("L").given());
        assertThat(Calendar.DECIDER.replay(late).entries().get(1).planned()).isEqualTo("2026-09-23");
        given(late).when(Bedside.dose(2, "2026-09-22").lot("L").given()).refused("TOO_EARLY");
    }

    @Test
    @Acceptance("SC-11")
    void what_the_first_period_gives_after_its_end_is_a_deviation() {
        var planned = after(List.of(), CROSSOVER.open().plan("2026-03-02"));
        given(planned).when(Bedside.dose(1, "2026-08-17").lot("L").given()).refused("OUT_OF_WINDOW");
        var accepted = given(planned)
                .when(Bedside.dose(1, "2026-08-17")
                        .lot("L")
                        .because("the ward was closed")
                        .given())
                .accepted();
        assertThat(((DoseAdministered) accepted.getFirst()).deviations()).containsExactly(Deviation.OUT_OF_WINDOW);
    }

    @Test
    void a_course_whose_period_is_not_stated_is_not_planned() {
        var open = Trial.of(course("First", new Once()).period("P1"));
        assertThat(given().when(open.plan("2026-03-02"))
                        .refused("SCHEDULE_NOT_STATED")
                        .pointers())
                .containsExactly("/design/periods");
    }

    @Test
    @Acceptance("SC-14")
    void visits_stand_apart_from_doses() {
        var visits = Trial.of(course("Drug", new Once()))
                .around(
                        List.of(),
                        new Visit(
                                "WEEK_3",
                                "Visit after 3 weeks",
                                21,
                                Period.ofDays(2),
                                Period.ofDays(3),
                                List.of("MRI")),
                        new Visit("MONTH_2", "Visit after 2 months", 61, null, null, List.of()));
        var planned = after(List.of(), visits.plan("2026-03-02"));
        var calendar = Calendar.DECIDER.replay(planned);
        assertThat(calendar.entries()).extracting(Entry::entry).containsExactly("DOSE_1");
        assertThat(calendar.visits())
                .containsExactly(
                        new VisitLine(
                                "WEEK_3",
                                "Visit after 3 weeks",
                                21,
                                day("2026-03-23"),
                                day("2026-03-21"),
                                day("2026-03-26"),
                                List.of("MRI"),
                                false),
                        new VisitLine(
                                "MONTH_2",
                                "Visit after 2 months",
                                61,
                                day("2026-05-02"),
                                null,
                                null,
                                List.of(),
                                false));
        var left = after(planned, new CalendarCommand.StopDosing(day("2026-04-01"), StopScope.STUDY, "moved away"));
        assertThat(Calendar.DECIDER.replay(left).visits())
                .extracting(VisitLine::cancelled)
                .containsExactly(false, true);
    }

    @Test
    void the_second_group_gets_2_4_8_as_8_4_8() {
        var sequences = Trial.of(
                course("Two", new Every(Period.ofWeeks(1), 3, null))
                        .cohort("GROUP_2")
                        .amount(AmountRule.of(AmountRule.Per.DOSE, List.of("8e3", "4e3", "8e3"), "particles")),
                course("Three", new Count(3)).cohort("GROUP_3"));
        var planned = after(List.of(), sequences.open().planFor("GROUP_2", "2026-03-02"));
        var one = after(planned, Bedside.dose(1, "2026-03-02").lot("L").given());
        var two = after(one, Bedside.dose(2, "2026-03-09").lot("L").given());
        var three = after(two, Bedside.dose(3, "2026-03-16").lot("L").given());
        assertThat(three)
                .filteredOn(DoseDetailed.class::isInstance)
                .extracting(fact -> ((DoseDetailed) fact).amount())
                .containsExactly(
                        new Measured("8000", "particles"),
                        new Measured("4000", "particles"),
                        new Measured("8000", "particles"));
    }

    @Test
    void where_the_calendar_counts_from_the_first_dose_the_others_follow_the_day_it_was_given() {
        var counted = Trial.of(course("Drug", new Every(Period.ofMonths(1), 3, null)))
                .open()
                .anchor(new FirstDose(Protocol.FIRST_DOSE, 0));
        var planned = after(List.of(), counted.plan("2026-01-30"));
        var late = after(planned, Bedside.dose(1, "2026-01-31").lot("L").given());
        assertThat(Calendar.DECIDER.replay(late).entries())
                .extracting(Entry::planned)
                .containsExactly(day("2026-01-30"), day("2026-02-28"), day("2026-03-31"));
    }
}
