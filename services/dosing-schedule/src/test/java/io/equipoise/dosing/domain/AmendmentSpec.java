package io.equipoise.dosing.domain;

import static io.equipoise.dosing.domain.Trial.course;
import static io.equipoise.dosing.domain.Ward.TODAY;
import static io.equipoise.dosing.domain.Ward.after;
import static io.equipoise.dosing.domain.Ward.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.equipoise.dosing.domain.CalendarCommand.Amend;
import io.equipoise.dosing.domain.CalendarCommand.StopDosing;
import io.equipoise.dosing.domain.CalendarEvent.CalendarAmended;
import io.equipoise.dosing.domain.Entry.State;
import io.equipoise.dosing.domain.Rhythm.Count;
import io.equipoise.dosing.domain.Rhythm.Every;
import io.equipoise.platform.Specification;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

class AmendmentSpec extends Specification<Calendar, CalendarCommand, CalendarEvent> {
    private static final Trial FOUR = every(7, 4);
    private static final List<CalendarEvent> ONE_GIVEN = after(
            after(List.of(), FOUR.plan("2026-03-02")),
            Bedside.dose(1, "2026-03-04").lot("L").given());

    AmendmentSpec() {
        super(Calendar.DECIDER);
    }

    @Test
    void what_was_given_stays_and_what_is_to_come_follows_the_later_version() {
        var moved = after(ONE_GIVEN, amend(3, every(14, 3)));
        assertThat(Calendar.DECIDER.replay(moved).entries())
                .extracting(Entry::planned, Entry::state)
                .containsExactly(
                        tuple(day("2026-03-02"), State.GIVEN),
                        tuple(day("2026-03-16"), State.PLANNED),
                        tuple(day("2026-03-30"), State.PLANNED));
        var fact = (CalendarAmended) moved.getLast();
        assertThat(fact.dropped())
                .extracting(Entry::entry, Entry::state)
                .containsExactly(tuple("DOSE_4", State.CANCELLED));
        assertThat(fact.because()).isEqualTo("version 3 of the protocol from 2026-03-05: safety board");
        given(moved).when(Bedside.dose(1, "2026-03-16").lot("L").given()).refused("DOSE_ALREADY_GIVEN");
        given(moved).when(Bedside.dose(4, "2026-03-16").lot("L").given()).refused("DOSE_UNKNOWN");
    }

    @Test
    void an_amendment_does_not_make_another_dose_of_one_already_given() {
        var other = Trial.of(course("Other drug", new Every(Period.ofDays(7), 4, null)))
                .open();
        given(ONE_GIVEN).when(amend(3, other)).refused("AMENDMENT_CHANGES_PAST");
    }

    @Test
    void a_version_that_is_older_or_leaves_something_open_amends_nothing() {
        given(ONE_GIVEN).when(amend(2, every(14, 3))).then();
        given(ONE_GIVEN).when(amend(1, every(14, 3))).refused("AMENDMENT_NOT_POSSIBLE");
        given(ONE_GIVEN)
                .when(amend(3, Trial.of(course("Drug", new Count(4))).open()))
                .refused("AMENDMENT_NOT_POSSIBLE");
    }

    @Test
    void an_amendment_needs_a_calendar_a_day_a_reason_and_somebody_who_stays() {
        given().when(amend(3, every(14, 3))).refused("NO_CALENDAR");
        given(ONE_GIVEN)
                .when(new Amend(3, FOUR.protocol(), day("2026-03-01"), "why", TODAY))
                .refused("IN_THE_FUTURE");
        given(ONE_GIVEN)
                .when(new Amend(3, FOUR.protocol(), day("2026-11-24"), "why", TODAY))
                .refused("IN_THE_FUTURE");
        given(ONE_GIVEN)
                .when(new Amend(3, FOUR.protocol(), day("2026-03-05"), " ", TODAY))
                .refused("REASON_MISSING");
        var left = after(ONE_GIVEN, new StopDosing(day("2026-03-05"), StopScope.STUDY, "moved away"));
        given(left).when(amend(3, every(14, 3))).refused("DOSING_STOPPED");
    }

    private static Trial every(int days, int count) {
        return Trial.of(course("Drug", new Every(Period.ofDays(days), count, null)))
                .open();
    }

    private static Amend amend(int version, Trial trial) {
        return new Amend(version, trial.protocol(), day("2026-03-05"), "safety board", TODAY);
    }
}
