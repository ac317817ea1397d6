package io.equipoise.adverseevent.domain.clock;

import static io.equipoise.adverseevent.domain.clock.Office.BERLIN;
import static io.equipoise.adverseevent.domain.clock.Office.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.Finding.Answer;
import io.equipoise.adverseevent.domain.Information;
import io.equipoise.adverseevent.domain.MinimumCriterion;
import io.equipoise.adverseevent.domain.ReporterKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Whoever knows less never has more time: every course is compared with each that differs in one thing not known. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NeverLaterTest {
    private static final LocalDate NEVER = LocalDate.MAX;
    private static final List<AuthorityProfile> PROFILES =
            List.of(Office.EU, Office.FDA, Office.UK, ProfileTwin.of(Office.FDA, ClockRule.Anchor.QUALIFIED));
    private int compared;

    @Test
    void no_clock_is_later_or_missing_by_knowing_less() {
        for (var profile : PROFILES) {
            for (var judged : judgements()) {
                for (var information : courses()) {
                    compare(profile, information, judged);
                }
            }
        }
        assertThat(compared).isGreaterThan(10_000);
    }

    private void compare(AuthorityProfile profile, List<Information> information, List<Judged> judged) {
        var due = earliest(profile, information, judged);
        for (int i = 0; i < judged.size(); i++) {
            for (var less : lessKnown(judged.get(i))) {
                var known = new ArrayList<>(judged);
                known.set(i, less);
                assertThat(earliest(profile, information, known))
                        .as(profile.authority() + " " + information + " " + judged + " without " + i + " " + less)
                        .isBeforeOrEqualTo(due);
                compared++;
            }
        }
        for (var less : lessTold(information)) {
            assertThat(earliest(profile, less, judged))
                    .as(profile.authority() + " " + information + " " + judged + " told " + less)
                    .isBeforeOrEqualTo(due);
            compared++;
        }
    }

    private static LocalDate earliest(AuthorityProfile profile, List<Information> information, List<Judged> judged) {
        return Office.clocks(profile, new Course(information, judged, List.of(), null)).stream()
                .filter(Clock::open)
                .map(Clock::due)
                .min(LocalDate::compareTo)
                .orElse(NEVER);
    }

    /** Every pair of judgements, at the receipt and six days later. */
    private static List<List<Judged>> judgements() {
        var pairs = new ArrayList<List<Judged>>();
        for (var first : answers(0)) {
            for (var second : answers(6)) {
                pairs.add(List.of(first, second));
            }
        }
        return pairs;
    }

    private static List<Judged> answers(int day) {
        return Stream.of(Answer.values())
                .flatMap(fatal -> Stream.of(Answer.values())
                        .map(unexpected -> new Judged(
                                MONDAY.plus(Duration.ofDays(day)), Answer.YES, fatal, Answer.YES, unexpected)))
                .toList();
    }

    private static List<List<Information>> courses() {
        var all = new ArrayList<List<Information>>();
        for (var qualified : List.of(0, 4, 9)) {
            for (var criteria : List.of(Office.ALL, List.of(MinimumCriterion.SUBJECT))) {
                for (var turned : List.of(false, true)) {
                    var first = new Information(
                            MONDAY,
                            qualified == 0 ? null : MONDAY.plus(Duration.ofDays(qualified)),
                            BERLIN,
                            false,
                            false,
                            criteria,
                            ReporterKind.PHYSICIAN,
                            "DE");
                    var more = Office.with(Office.news("2025-03-13T09:00", true, turned), null, Office.ALL);
                    all.add(List.of(first, more));
                }
            }
        }
        return all;
    }

    private static List<Judged> lessKnown(Judged one) {
        return List.of(
                new Judged(one.since(), Answer.OPEN, one.fatalOrLifeThreatening(), one.suspected(), one.unexpected()),
                new Judged(one.since(), one.serious(), Answer.OPEN, one.suspected(), one.unexpected()),
                new Judged(one.since(), one.serious(), one.fatalOrLifeThreatening(), Answer.OPEN, one.unexpected()),
                new Judged(one.since(), one.serious(), one.fatalOrLifeThreatening(), one.suspected(), Answer.OPEN));
    }

    /** Nobody said when it qualified; nobody said that it holds what a report needs. */
    private static List<List<Information>> lessTold(List<Information> all) {
        var unqualified = Office.with(all.getFirst(), null, all.getFirst().criteria());
        var nowhere = all.stream()
                .map(each -> Office.with(each, each.qualifiedAt(), List.of()))
                .toList();
        return List.of(List.of(unqualified, all.getLast()), nowhere);
    }
}
