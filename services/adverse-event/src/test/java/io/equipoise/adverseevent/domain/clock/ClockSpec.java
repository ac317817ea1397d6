package io.equipoise.adverseevent.domain.clock;

import static io.equipoise.adverseevent.domain.clock.Office.BERLIN;
import static io.equipoise.adverseevent.domain.clock.Office.EU;
import static io.equipoise.adverseevent.domain.clock.Office.FDA;
import static io.equipoise.adverseevent.domain.clock.Office.MONDAY;
import static io.equipoise.adverseevent.domain.clock.Office.UK;
import static io.equipoise.adverseevent.domain.clock.Office.at;
import static io.equipoise.adverseevent.domain.clock.Office.clock;
import static io.equipoise.adverseevent.domain.clock.Office.clocks;
import static io.equipoise.adverseevent.domain.clock.Office.course;
import static io.equipoise.adverseevent.domain.clock.Office.expected;
import static io.equipoise.adverseevent.domain.clock.Office.news;
import static io.equipoise.adverseevent.domain.clock.Office.received;
import static io.equipoise.adverseevent.domain.clock.Office.sent;
import static io.equipoise.adverseevent.domain.clock.Office.susar;
import static io.equipoise.adverseevent.domain.clock.Office.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.Finding.Answer;
import io.equipoise.adverseevent.domain.Information;
import io.equipoise.adverseevent.domain.MinimumCriterion;
import io.equipoise.adverseevent.domain.clock.Clock.State;
import io.equipoise.adverseevent.domain.clock.ClockRule.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every number of the rules, with its paragraph. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClockSpec {
    private static final Information FIRST = received(MONDAY, BERLIN);

    @Test
    void ctr_article_42_2_a_a_fatal_one_received_on_10_march_is_due_on_17_march() {
        var clock = clock(EU, course(FIRST, susar(MONDAY, Answer.YES)), Kind.FATAL_OR_LIFE_THREATENING);
        assertThat(clock.dayZero()).isEqualTo("2025-03-10");
        assertThat(clock.due()).isEqualTo("2025-03-17");
        assertThat(clock.deadline()).isEqualTo(at("2025-03-18T00:00", BERLIN));
    }

    @Test
    void ctr_article_42_2_b_any_other_received_on_10_march_is_due_on_25_march() {
        var all = clocks(EU, course(FIRST, susar(MONDAY, Answer.NO)));
        assertThat(all).singleElement().satisfies(clock -> {
            assertThat(clock.rule().kind()).isEqualTo(Kind.OTHER);
            assertThat(clock.due()).isEqualTo("2025-03-25");
        });
    }

    @Test
    void ctr_article_42_2_c_one_that_turns_fatal_is_due_7_days_after_the_sponsor_knew_and_still_within_the_15() {
        var thursday = at("2025-03-20T09:00", BERLIN);
        var all = clocks(EU, course(FIRST, susar(MONDAY, Answer.NO), susar(thursday, Answer.YES)));
        assertThat(all).extracting(each -> each.rule().kind()).containsExactly(Kind.OTHER, Kind.TURNED_FATAL);
        assertThat(all).extracting(Clock::due).asString().isEqualTo("[2025-03-25, 2025-03-27]");
    }

    @Test
    void information_that_tells_of_a_death_turns_the_clock_before_anybody_has_judged() {
        var all = course(List.of(FIRST, news("2025-03-12T08:00", true, true)), List.of(susar(MONDAY, Answer.NO)));
        assertThat(clock(EU, all, Kind.TURNED_FATAL).due()).isEqualTo("2025-03-19");
        assertThat(clock(EU, all, Kind.TURNED_FATAL).id()).isEqualTo("EU-CTR/TURNED_FATAL/2");
    }

    @Test
    void annex_iii_2_4_an_incomplete_fatal_report_owes_the_rest_8_days_after_the_seventh() {
        var part = course(List.of(FIRST), List.of(susar(MONDAY, Answer.YES)), sent(1, "2025-03-14T10:00", 1, false));
        var rest = clock(EU, part, Kind.COMPLETION);
        assertThat(rest.due()).isEqualTo("2025-03-25");
        assertThat(rest.open()).isTrue();
        var whole = course(
                List.of(FIRST),
                List.of(susar(MONDAY, Answer.YES)),
                sent(1, "2025-03-14T10:00", 1, false),
                sent(2, "2025-03-24T10:00", 1, true));
        assertThat(clock(EU, whole, Kind.COMPLETION).state(MONDAY)).isEqualTo(State.MET);
    }

    @Test
    void annex_iii_2_4_day_0_is_the_day_of_the_information_that_completes_the_minimum_criteria() {
        var noReporter = with(FIRST, null, List.of(MinimumCriterion.SUBJECT, MinimumCriterion.REACTION));
        var rest = with(news("2025-03-12T09:00", false, false), null, Office.ALL);
        var known = course(List.of(noReporter, rest), List.of(susar(MONDAY, Answer.YES)));
        assertThat(clock(EU, known, Kind.FATAL_OR_LIFE_THREATENING).dayZero()).isEqualTo("2025-03-12");
        assertThat(clock(EU, known, Kind.FATAL_OR_LIFE_THREATENING).provisional())
                .isFalse();
        var open = clock(EU, course(noReporter, susar(MONDAY, Answer.YES)), Kind.FATAL_OR_LIFE_THREATENING);
        assertThat(open.dayZero()).isEqualTo("2025-03-10");
        assertThat(open.provisional()).isTrue();
    }

    @Test
    void annex_iii_2_4_significant_news_on_a_reported_case_starts_at_day_0_again() {
        var more = course(
                List.of(FIRST, news("2025-03-20T12:00", true, false), news("2025-03-21T12:00", false, false)),
                List.of(susar(MONDAY, Answer.NO)),
                sent(1, "2025-03-14T10:00", 1, true));
        var followUps = clocks(EU, more).stream()
                .filter(each -> each.rule().kind() == Kind.FOLLOW_UP)
                .toList();
        assertThat(followUps).singleElement().satisfies(clock -> {
            assertThat(clock.dayZero()).isEqualTo("2025-03-20");
            assertThat(clock.due()).isEqualTo("2025-04-04");
            assertThat(clock.open()).isTrue();
        });
    }

    @Test
    void news_that_stands_in_the_first_report_starts_no_clock_of_its_own() {
        var early = course(
                List.of(FIRST, news("2025-03-12T12:00", true, false)),
                List.of(susar(MONDAY, Answer.NO)),
                sent(1, "2025-03-14T10:00", 2, true));
        assertThat(clocks(EU, early)).extracting(each -> each.rule().kind()).containsExactly(Kind.OTHER);
    }

    @Test
    void a_follow_up_report_that_holds_the_news_meets_its_clock() {
        var told = course(
                List.of(FIRST, news("2025-03-20T12:00", true, false)),
                List.of(susar(MONDAY, Answer.NO)),
                sent(1, "2025-03-14T10:00", 1, true),
                sent(2, "2025-04-05T10:00", 2, true));
        assertThat(clock(EU, told, Kind.FOLLOW_UP).state(MONDAY)).isEqualTo(State.MET_LATE);
    }

    @Test
    void cfr_312_32_c_2_a_fatal_one_is_due_7_days_after_the_first_receipt_whenever_it_was_found_to_qualify() {
        var qualified = with(FIRST, at("2025-03-14T10:00", BERLIN), Office.ALL);
        var clock = clock(FDA, course(qualified, susar(MONDAY, Answer.YES)), Kind.FATAL_OR_LIFE_THREATENING);
        assertThat(clock.due()).isEqualTo("2025-03-17");
    }

    @Test
    void cfr_312_32_c_1_any_other_is_due_15_days_after_the_earlier_of_receipt_and_finding() {
        var qualified = with(FIRST, at("2025-03-14T10:00", BERLIN), Office.ALL);
        assertThat(clock(FDA, course(qualified, susar(MONDAY, Answer.NO)), Kind.OTHER)
                        .due())
                .isEqualTo("2025-03-25");
    }

    @Test
    void a_profile_may_count_from_the_finding_as_312_32_c_1_is_written() {
        var letter = ProfileTwin.of(FDA, ClockRule.Anchor.QUALIFIED);
        var qualified = with(FIRST, at("2025-03-14T10:00", BERLIN), Office.ALL);
        assertThat(clock(letter, course(qualified, susar(MONDAY, Answer.NO)), Kind.OTHER)
                        .due())
                .isEqualTo("2025-03-29");
        var open = clock(letter, course(FIRST, susar(MONDAY, Answer.NO)), Kind.OTHER);
        assertThat(open.due()).isEqualTo("2025-03-25");
        assertThat(open.provisional()).isTrue();
    }

    @Test
    void cfr_312_32_d_3_one_found_to_be_reportable_later_is_due_15_days_after_that_finding() {
        var found = at("2025-04-02T11:00", BERLIN);
        var all = clocks(FDA, course(FIRST, expected(MONDAY), susar(found, Answer.NO)));
        assertThat(all).singleElement().satisfies(clock -> {
            assertThat(clock.rule().kind()).isEqualTo(Kind.FOUND_LATER);
            assertThat(clock.due()).isEqualTo("2025-04-17");
        });
        assertThat(clock(EU, course(FIRST, expected(MONDAY), susar(found, Answer.NO)), Kind.OTHER)
                        .due())
                .isEqualTo("2025-04-17");
    }

    @Test
    void cfr_312_32_d_2_follow_up_information_is_due_within_15_days() {
        var more = course(
                List.of(FIRST, news("2025-03-20T12:00", true, false)),
                List.of(susar(MONDAY, Answer.NO)),
                sent(1, "2025-03-14T10:00", 1, true));
        assertThat(clock(FDA, more, Kind.FOLLOW_UP).due()).isEqualTo("2025-04-04");
    }

    @Test
    void uk_regulation_34_counts_from_the_day_after_the_sponsor_was_first_aware() {
        assertThat(clock(UK, course(FIRST, susar(MONDAY, Answer.YES)), Kind.FATAL_OR_LIFE_THREATENING)
                        .due())
                .isEqualTo("2025-03-17");
        assertThat(clock(UK, course(FIRST, susar(MONDAY, Answer.NO)), Kind.OTHER)
                        .due())
                .isEqualTo("2025-03-25");
    }

    @Test
    void uk_regulation_33_2_further_information_follows_within_8_days_of_the_report() {
        var part = course(List.of(FIRST), List.of(susar(MONDAY, Answer.YES)), sent(1, "2025-03-14T10:00", 1, false));
        assertThat(clock(UK, part, Kind.COMPLETION).due()).isEqualTo("2025-03-22");
    }

    @Test
    void what_is_expected_unsuspected_or_not_serious_starts_no_clock() {
        assertThat(clocks(EU, course(FIRST, expected(MONDAY)))).isEmpty();
        var unsuspected = new Judged(MONDAY, Answer.YES, Answer.YES, Answer.NO, Answer.YES);
        var harmless = new Judged(MONDAY, Answer.NO, Answer.NO, Answer.YES, Answer.YES);
        assertThat(clocks(FDA, course(FIRST, unsuspected))).isEmpty();
        assertThat(clocks(UK, course(FIRST, harmless))).isEmpty();
    }

    @Test
    void nobody_has_judged_so_the_shortest_time_counts() {
        var clock = clock(EU, course(FIRST), Kind.FATAL_OR_LIFE_THREATENING);
        assertThat(clock.due()).isEqualTo("2025-03-17");
        assertThat(clock.provisional()).isTrue();
    }

    @Test
    void a_case_that_is_found_not_to_be_reportable_stands_its_clock_down() {
        var judged = course(FIRST, Judged.nothing(MONDAY), expected(at("2025-03-12T10:00", BERLIN)));
        assertThat(clock(EU, judged, Kind.FATAL_OR_LIFE_THREATENING).state(Instant.MAX))
                .isEqualTo(State.STOOD_DOWN);
    }

    @Test
    void a_nullified_case_stands_its_clocks_down() {
        var ended = new Course(List.of(FIRST), List.of(susar(MONDAY, Answer.NO)), List.of(), MONDAY.plusSeconds(60));
        assertThat(clock(EU, ended, Kind.OTHER).state(Instant.MAX)).isEqualTo(State.STOOD_DOWN);
    }

    @Test
    void a_clock_runs_is_at_risk_is_late() {
        var clock = clock(EU, course(FIRST, susar(MONDAY, Answer.YES)), Kind.FATAL_OR_LIFE_THREATENING);
        assertThat(clock.atRiskAt()).isEqualTo(at("2025-03-16T00:00", BERLIN));
        assertThat(clock.state(clock.atRiskAt().minusMillis(1))).isEqualTo(State.RUNNING);
        assertThat(clock.state(clock.atRiskAt())).isEqualTo(State.AT_RISK);
        assertThat(clock.state(clock.deadline().minusMillis(1))).isEqualTo(State.AT_RISK);
        assertThat(clock.state(clock.deadline())).isEqualTo(State.LATE);
    }

    @ParameterizedTest
    @EnumSource(names = {"YES", "NO"})
    void a_report_in_the_last_minute_of_the_last_day_is_in_time(Answer fatal) {
        var last = fatal == Answer.YES ? "2025-03-17T23:59" : "2025-03-25T23:59";
        var next = fatal == Answer.YES ? "2025-03-18T00:00" : "2025-03-26T00:00";
        var judged = List.of(susar(MONDAY, fatal));
        var inTime = clocks(EU, course(List.of(FIRST), judged, sent(1, last, 1, true)));
        var tooLate = clocks(EU, course(List.of(FIRST), judged, sent(1, next, 1, true)));
        assertThat(inTime).extracting(each -> each.state(MONDAY)).containsExactly(State.MET);
        assertThat(tooLate).extracting(each -> each.state(MONDAY)).containsExactly(State.MET_LATE);
    }
}
