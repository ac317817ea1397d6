package io.equipoise.adverseevent.domain.clock;

import static io.equipoise.adverseevent.domain.clock.Sentence.Role.CHANGE;
import static io.equipoise.adverseevent.domain.clock.Sentence.Role.DATE;
import static io.equipoise.adverseevent.domain.clock.Sentence.Role.END;
import static io.equipoise.adverseevent.domain.clock.Sentence.Role.FACT;
import static io.equipoise.adverseevent.domain.clock.Sentence.Role.RULE;
import static io.equipoise.adverseevent.domain.clock.Sentence.Role.ZONE;

import io.equipoise.adverseevent.domain.Finding.Answer;
import io.equipoise.adverseevent.domain.MinimumCriterion;
import io.equipoise.adverseevent.domain.ReportableKind;
import io.equipoise.adverseevent.domain.clock.ClockRule.Anchor;
import io.equipoise.adverseevent.domain.clock.ClockRule.Kind;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why a clock is due when it is, for the person who has to keep it: facts, rule, days, date, and what would change it. */
public record Explanation(Clockwork work) {

    public List<Sentence> of(Clock clock) {
        var said = new ArrayList<Sentence>();
        facts(clock).forEach(text -> said.add(new Sentence(FACT, text)));
        said.add(new Sentence(RULE, clock.rule().says() + " (" + clock.rule().paragraph() + ")"));
        zone(clock).forEach(text -> said.add(new Sentence(ZONE, text)));
        date(clock).forEach(text -> said.add(new Sentence(DATE, text)));
        end(clock).forEach(text -> said.add(new Sentence(END, text)));
        if (clock.open()) {
            new WhatIf(work, clock).changes().forEach(text -> said.add(new Sentence(CHANGE, text)));
        }
        return said;
    }

    private List<String> facts(Clock clock) {
        var moment = Words.moment(clock.startedAt(), clock.office());
        return switch (clock.rule().kind()) {
            case FATAL_OR_LIFE_THREATENING, OTHER, FOUND_LATER -> initial(clock);
            case TURNED_FATAL ->
                List.of("It was not held to be fatal or life-threatening at first. That it is became known on " + moment
                        + ".");
            case COMPLETION -> List.of("The first report went out on " + moment + " and was marked as incomplete.");
            case FOLLOW_UP ->
                List.of(
                        "Information " + clock.information() + " came in on " + moment + " and is significant.",
                        "The first report did not hold it.");
        };
    }

    private List<String> initial(Clock clock) {
        var facts = new ArrayList<String>();
        var first = work.course().first();
        facts.add("The first information came in on " + Words.moment(first.receivedAt(), first.office()) + ".");
        var qualifiedAt = first.qualifiedAt();
        if (qualifiedAt != null) {
            facts.add("It was found to qualify for a report on " + Words.moment(qualifiedAt, first.office()) + ".");
        }
        if (!work.course().timeline().getFirst().reportable()) {
            facts.add("It was judged not reportable then, and was found to be reportable on "
                    + Words.moment(clock.startedAt(), clock.office()) + ".");
        } else {
            facts.add(anchor(clock));
        }
        facts.addAll(unjudged());
        return facts;
    }

    private String anchor(Clock clock) {
        var course = work.course();
        return switch (clock.rule().anchor()) {
            case RECEIVED, DUE, SENT -> "The day of this receipt is day 0.";
            case EARLIER -> "The earlier of receipt and qualification makes day 0.";
            case QUALIFIED ->
                course.first().qualifiedAt() == null
                        ? "Nobody has found yet that it qualifies: until then the receipt makes day 0."
                        : "The finding that it qualifies makes day 0.";
            case MINIMUM ->
                course.minimum().isPresent()
                        ? "All minimum criteria of a report were there on "
                                + Words.moment(clock.startedAt(), clock.office()) + ": that makes day 0."
                        : "The minimum criteria of a report are not complete (missing: " + missing()
                                + "): until they are, the first receipt makes day 0.";
        };
    }

    private String missing() {
        var missing = EnumSet.allOf(MinimumCriterion.class);
        work.course().information().forEach(each -> missing.removeAll(each.criteria()));
        return missing.stream().map(MinimumCriterion::words).collect(Collectors.joining(", "));
    }

    private List<String> unjudged() {
        var last = work.course().timeline().getLast();
        var open = new ArrayList<String>();
        ask(open, last.serious(), "serious");
        ask(open, last.fatalOrLifeThreatening(), "fatal or life-threatening");
        if (last.isLikeAReaction()) {
            open.add(
                    "It is reported as a reaction is, whether or not anybody suspects the product, because an event is "
                            + kinds(last) + " (" + work.profile().likeReactions() + ").");
        } else {
            ask(open, last.suspected(), "suspected to be caused by the product");
        }
        ask(open, last.unexpected(), "unexpected");
        return open;
    }

    private static String kinds(Judged judged) {
        return judged.kinds().stream().sorted().map(ReportableKind::words).collect(Collectors.joining(" and "));
    }

    private static void ask(List<String> open, Answer answer, String what) {
        if (answer == Answer.OPEN) {
            open.add("Nobody has judged whether it is " + what + ": until somebody does, it counts as if it were.");
        }
    }

    private static List<String> zone(Clock clock) {
        var rules = clock.office().getRules();
        var then = rules.getOffset(clock.startedAt());
        var sentences = new ArrayList<String>();
        sentences.add("Days are civil days of the office that received it, " + clock.office() + " ("
                + Words.offset(then) + " then). Day 0 is " + Words.day(clock.dayZero()) + ".");
        if (!rules.getOffset(clock.deadline()).equals(then)) {
            sentences.add("The clocks there are changed before the last day, to "
                    + Words.offset(rules.getOffset(clock.deadline())) + "; civil days take no notice.");
        }
        return sentences;
    }

    private static List<String> date(Clock clock) {
        var from = clock.rule().anchor() == Anchor.DUE ? "the day on which the first report was due" : "day 0";
        return List.of(
                Words.days(clock.rule().days()) + " after " + from + " is " + Words.day(clock.due())
                        + ". Weekends and holidays do not move it.",
                "It is too late from " + Words.moment(clock.deadline(), clock.office()) + " on.");
    }

    private static List<String> end(Clock clock) {
        var met = clock.met();
        if (met != null) {
            var day = met.day(clock.office());
            var left = ChronoUnit.DAYS.between(day, clock.due());
            return List.of("Submission " + met.number() + " (" + kind(met.kind()) + ", " + met.reference()
                    + ") met it on " + Words.moment(met.sentAt(), clock.office()) + ", "
                    + (left < 0
                            ? Words.days(-left) + " late."
                            : left == 0 ? "on the last day." : Words.days(left) + " before the last day."));
        }
        var stoodDown = clock.stoodDown();
        return stoodDown == null ? List.of() : List.of("No report is due any more, because " + stoodDown + ".");
    }

    private static String kind(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static boolean isInitial(Kind kind) {
        return kind != Kind.COMPLETION && kind != Kind.FOLLOW_UP;
    }
}
