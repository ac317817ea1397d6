package io.equipoise.adverseevent.domain.clock;

import io.equipoise.adverseevent.domain.Finding.Answer;
import io.equipoise.adverseevent.domain.clock.ClockRule.Anchor;
import io.equipoise.adverseevent.domain.clock.ClockRule.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What would change a clock: found by winding the same clockwork with other facts, not by rote. */
record WhatIf(Clockwork work, Clock clock) {

    List<String> changes() {
        var changes = new ArrayList<String>();
        if (clock.rule().kind() == Kind.FOLLOW_UP) {
            changes.add("It would not be due if the information were not significant.");
            return changes;
        }
        if (clock.rule().kind() == Kind.COMPLETION) {
            changes.add("A follow-up report that is marked as complete ends it.");
            return changes;
        }
        judgements(changes);
        dayZero(changes);
        later(changes);
        return changes;
    }

    private void judgements(List<String> changes) {
        var now = work.course().timeline().getLast();
        if (work.course().turn().isEmpty() && now.fatalOrLifeThreatening() != Answer.NO) {
            say(changes, "neither fatal nor life-threatening", each -> each.fatal(Answer.NO));
        }
        if (now.fatalOrLifeThreatening() == Answer.NO) {
            var turned =
                    work.profile().rule(Kind.TURNED_FATAL).orElse(work.profile().need(Kind.FATAL_OR_LIFE_THREATENING));
            changes.add("If it turns out to be fatal or life-threatening, " + Words.days(turned.days())
                    + " from the day on which that becomes known count as well (" + turned.paragraph() + ").");
        }
        say(changes, "expected", each -> judged(each, each.serious(), each.suspected(), Answer.NO));
        say(changes, "not suspected", each -> judged(each, each.serious(), Answer.NO, each.unexpected()));
        say(changes, "not serious", each -> judged(each, Answer.NO, each.suspected(), each.unexpected()));
    }

    private static Judged judged(Judged each, Answer serious, Answer suspected, Answer unexpected) {
        return new Judged(each.since(), serious, each.fatalOrLifeThreatening(), suspected, unexpected, each.kinds());
    }

    private void say(List<String> changes, String what, UnaryOperator<Judged> otherwise) {
        var then = earliest(new Clockwork(work.profile(), work.course().judgedAs(otherwise)));
        if (then.isEmpty()) {
            changes.add("No report would be due if it were judged " + what + ".");
        } else if (!then.get().due().equals(clock.due())) {
            changes.add("If it were judged " + what + ", the report would be due on "
                    + Words.day(then.get().due()) + " (" + then.get().rule().paragraph() + ").");
        }
    }

    private static Optional<Clock> earliest(Clockwork other) {
        return other.clocks().stream()
                .filter(each -> Explanation.isInitial(each.rule().kind()) && each.stoodDown() == null)
                .min(Comparator.comparing(Clock::due));
    }

    private void dayZero(List<String> changes) {
        var anchor = clock.rule().anchor();
        if (anchor == Anchor.QUALIFIED && work.course().first().qualifiedAt() == null) {
            changes.add("Once the sponsor has found that it qualifies, that day is day 0.");
        }
        if (anchor == Anchor.MINIMUM && work.course().minimum().isEmpty()) {
            changes.add("Once the minimum criteria are complete, the day on which the last of them came in is day 0.");
        }
    }

    private void later(List<String> changes) {
        var grave = clock.rule().kind() == Kind.FATAL_OR_LIFE_THREATENING
                || clock.rule().kind() == Kind.TURNED_FATAL;
        if (grave) {
            work.profile().rule(Kind.COMPLETION).ifPresent(rule -> changes.add(completion(rule)));
        }
        work.profile()
                .rule(Kind.FOLLOW_UP)
                .ifPresent(rule -> changes.add("Significant information that the report does not hold starts at day 0"
                        + " again: " + Words.days(rule.days()) + " from its receipt (" + rule.paragraph() + ")."));
    }

    private String completion(ClockRule rule) {
        var until = rule.anchor() == Anchor.DUE
                ? "by " + Words.day(clock.due().plusDays(rule.days()))
                : "within " + Words.days(rule.days()) + " after it went out";
        return "If the report goes out incomplete, the rest is due " + until + " (" + rule.paragraph() + ").";
    }
}
