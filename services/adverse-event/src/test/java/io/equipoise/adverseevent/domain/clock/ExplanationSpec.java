package io.equipoise.adverseevent.domain.clock;

import static io.equipoise.adverseevent.domain.clock.Office.BERLIN;
import static io.equipoise.adverseevent.domain.clock.Office.EU;
import static io.equipoise.adverseevent.domain.clock.Office.FDA;
import static io.equipoise.adverseevent.domain.clock.Office.MONDAY;
import static io.equipoise.adverseevent.domain.clock.Office.at;
import static io.equipoise.adverseevent.domain.clock.Office.course;
import static io.equipoise.adverseevent.domain.clock.Office.expected;
import static io.equipoise.adverseevent.domain.clock.Office.explained;
import static io.equipoise.adverseevent.domain.clock.Office.news;
import static io.equipoise.adverseevent.domain.clock.Office.received;
import static io.equipoise.adverseevent.domain.clock.Office.sent;
import static io.equipoise.adverseevent.domain.clock.Office.susar;
import static io.equipoise.adverseevent.domain.clock.Office.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.Finding.Answer;
import io.equipoise.adverseevent.domain.Information;
import io.equipoise.adverseevent.domain.MinimumCriterion;
import io.equipoise.adverseevent.domain.clock.ClockRule.Kind;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a clock says of itself: which fact, which rule, whose days, why this date, and what would change it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExplanationSpec {
    private static final Information FIRST = received(MONDAY, BERLIN);

    @Test
    void a_fatal_clock_explains_itself_whole() {
        assertThat(explained(EU, course(FIRST, susar(MONDAY, Answer.YES)), Kind.FATAL_OR_LIFE_THREATENING))
                .isEqualTo("""
                    FACT: The first information came in on Monday 10 March 2025 at 16:40 (UTC+01:00; 2025-03-10 15:40 UTC).
                    FACT: All minimum criteria of a report were there on Monday 10 March 2025 at 16:40 (UTC+01:00; 2025-03-10 15:40 UTC): that makes day 0.
                    RULE: A suspected unexpected serious adverse reaction that is fatal or life-threatening is reported within 7 days. (Regulation (EU) 536/2014, Article 42(2)(a); day 0: Annex III 2.4)
                    ZONE: Days are civil days of the office that received it, Europe/Berlin (UTC+01:00 then). Day 0 is Monday 10 March 2025.
                    DATE: 7 days after day 0 is Monday 17 March 2025. Weekends and holidays do not move it.
                    DATE: It is too late from Tuesday 18 March 2025 at 00:00 (UTC+01:00; 2025-03-17 23:00 UTC) on.
                    CHANGE: If it were judged neither fatal nor life-threatening, the report would be due on Tuesday 25 March 2025 (Regulation (EU) 536/2014, Article 42(2)(b); day 0: Annex III 2.4).
                    CHANGE: No report would be due if it were judged expected.
                    CHANGE: No report would be due if it were judged not suspected.
                    CHANGE: No report would be due if it were judged not serious.
                    CHANGE: If the report goes out incomplete, the rest is due by Tuesday 25 March 2025 (Regulation (EU) 536/2014, Annex III 2.4).
                    CHANGE: Significant information that the report does not hold starts at day 0 again: 15 days from its receipt (Regulation (EU) 536/2014, Annex III 2.4).
                    """);
    }

    @Test
    void what_nobody_has_judged_is_said() {
        assertThat(explained(EU, course(FIRST), Kind.FATAL_OR_LIFE_THREATENING))
                .contains(
                        "Nobody has judged whether it is unexpected: until somebody does, it counts as if it were.",
                        "Nobody has judged whether it is fatal or life-threatening");
    }

    @Test
    void clocks_that_are_changed_on_the_way_are_mentioned() {
        var before = received(at("2025-03-28T12:00", BERLIN), BERLIN);
        assertThat(explained(EU, course(before, susar(before.receivedAt(), Answer.NO)), Kind.OTHER))
                .contains("The clocks there are changed before the last day, to UTC+02:00; civil days take no notice.");
        assertThat(explained(EU, course(FIRST, susar(MONDAY, Answer.YES)), Kind.FATAL_OR_LIFE_THREATENING))
                .doesNotContain("are changed");
    }

    @Test
    void a_clock_that_is_not_fatal_says_what_a_death_would_do() {
        assertThat(explained(EU, course(FIRST, susar(MONDAY, Answer.NO)), Kind.OTHER))
                .contains("If it turns out to be fatal or life-threatening, 7 days from the day on which that becomes"
                        + " known count as well (Regulation (EU) 536/2014, Article 42(2)(c)).");
    }

    @Test
    void missing_minimum_criteria_are_named_and_what_they_would_do() {
        var some = EnumSet.complementOf(EnumSet.of(MinimumCriterion.REPORTER, MinimumCriterion.CAUSALITY));
        var partly = with(FIRST, null, List.copyOf(some));
        assertThat(explained(EU, course(partly, susar(MONDAY, Answer.YES)), Kind.FATAL_OR_LIFE_THREATENING))
                .contains(
                        "not complete (missing: reporter, causality): until they are, the first receipt makes day 0.",
                        "Once the minimum criteria are complete, the day on which the last of them came in is day 0.");
    }

    @Test
    void both_anchors_are_told() {
        var qualified = with(FIRST, at("2025-03-14T10:00", BERLIN), Office.ALL);
        assertThat(explained(FDA, course(qualified, susar(MONDAY, Answer.NO)), Kind.OTHER))
                .contains(
                        "The first information came in on Monday 10 March 2025",
                        "It was found to qualify for a report on Friday 14 March 2025",
                        "The earlier of receipt and qualification makes day 0.");
    }

    @Test
    void one_found_later_says_when() {
        var found = at("2025-04-02T11:00", BERLIN);
        assertThat(explained(FDA, course(FIRST, expected(MONDAY), susar(found, Answer.NO)), Kind.FOUND_LATER))
                .contains(
                        "It was judged not reportable then, and was found to be reportable on Wednesday 2 April 2025",
                        "21 CFR 312.32(d)(3)");
    }

    @Test
    void a_met_clock_says_by_what_and_how_early_or_late() {
        var early = course(List.of(FIRST), List.of(susar(MONDAY, Answer.YES)), sent(1, "2025-03-14T10:00", 1, true));
        assertThat(explained(EU, early, Kind.FATAL_OR_LIFE_THREATENING))
                .contains(
                        "Submission 1 (initial, batch-1) met it on Friday 14 March 2025", "3 days before the last day.")
                .doesNotContain("CHANGE");
        var late = course(List.of(FIRST), List.of(susar(MONDAY, Answer.YES)), sent(1, "2025-03-18T00:00", 1, true));
        assertThat(explained(EU, late, Kind.FATAL_OR_LIFE_THREATENING)).contains("1 day late.");
        var last = course(List.of(FIRST), List.of(susar(MONDAY, Answer.YES)), sent(1, "2025-03-17T23:59", 1, true));
        assertThat(explained(EU, last, Kind.FATAL_OR_LIFE_THREATENING)).contains("on the last day.");
    }

    @Test
    void a_clock_that_stands_down_says_why() {
        var judged = course(FIRST, Judged.nothing(MONDAY), expected(at("2025-03-12T10:00", BERLIN)));
        assertThat(explained(EU, judged, Kind.FATAL_OR_LIFE_THREATENING))
                .contains("No report is due any more, because it was judged not to be a suspected unexpected serious"
                        + " adverse reaction.");
    }

    @Test
    void a_follow_up_clock_and_one_for_the_rest_say_what_started_them() {
        var more = course(
                List.of(FIRST, news("2025-03-20T12:00", true, false)),
                List.of(susar(MONDAY, Answer.YES)),
                sent(1, "2025-03-14T10:00", 1, false));
        assertThat(explained(EU, more, Kind.FOLLOW_UP))
                .contains(
                        "Information 2 came in on Thursday 20 March 2025 at 12:00",
                        "The first report did not hold it.",
                        "It would not be due if the information were not significant.");
        assertThat(explained(EU, more, Kind.COMPLETION))
                .contains(
                        "The first report went out on Friday 14 March 2025",
                        "8 days after the day on which the first report was due is Tuesday 25 March 2025");
    }

    @Test
    void one_that_turned_fatal_says_when_that_was_known() {
        var thursday = at("2025-03-20T09:00", BERLIN);
        assertThat(explained(
                        EU, course(FIRST, susar(MONDAY, Answer.NO), susar(thursday, Answer.YES)), Kind.TURNED_FATAL))
                .contains("That it is became known on Thursday 20 March 2025 at 09:00", "Article 42(2)(c)");
    }
}
