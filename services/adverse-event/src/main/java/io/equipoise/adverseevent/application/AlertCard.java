package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.Account;
import io.equipoise.adverseevent.domain.Channel;
import io.equipoise.adverseevent.domain.Criterion;
import io.equipoise.adverseevent.domain.DoseLink;
import io.equipoise.adverseevent.domain.alerting.RuleKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert as a safety officer reads it: what happened to whom, what makes it serious, who was told, and whose clock runs
 * until when.
 *
 * @param entered when the account that made the event serious was recorded
 * @param clock what happens if nobody acknowledges
 * @param rules which of the study's rules are met, and why
 * @param watch who was on call at which step
 * @param receipts everyone who has to be told, and whether they were
 * @param taken who has acknowledged it; nobody yet, where absent
 */
public record AlertCard(
        String alert,
        String event,
        String study,
        String site,
        String subject,
        Account account,
        @Nullable DoseLink given,
        SiteTime onset,
        SiteTime entered,
        Clock clock,
        List<Rule> rules,
        List<OnCall> watch,
        List<Receipt> receipts,
        @Nullable Taken taken) {
    private static final List<String> GRADES =
            List.of("mild", "moderate", "severe", "life-threatening consequences", "death");

    public AlertCard {
        rules = List.copyOf(rules);
        watch = List.copyOf(watch);
        receipts = List.copyOf(receipts);
    }

    /**
     * The clock of an alert.
     *
     * @param due when the next step is taken; absent where there is none
     * @param next whom the next step reaches, or why there is none
     */
    public record Clock(int steps, @Nullable SiteTime due, String next) {}

    /** A rule that is met. */
    public record Rule(String what, String because) {}

    /** Who was on call when a step was taken; nobody, where empty. */
    public record OnCall(int step, String people) {
        /** Such as "saf-01" or "step 1: nobody". */
        public String words() {
            return (step == 0 ? "" : "step " + step + ": ") + (people.isEmpty() ? "nobody" : people);
        }
    }

    /** One who has to be told of the alert (step 0) or of one of its escalations. */
    public record Receipt(
            int step,
            String channel,
            String to,
            String state,
            @Nullable SiteTime at,
            int attempts,
            String problem) {

        public boolean delivered() {
            return state.equals("DELIVERED");
        }

        public boolean failing() {
            return state.equals("FAILING");
        }

        /** Nothing is tried, and nothing will be: the receiver is gone, or nobody knows it any more. */
        public boolean undeliverable() {
            return state.equals("GIVEN_UP") || state.equals("OUT_OF_REACH");
        }

        public boolean held() {
            return state.equals("HELD");
        }

        /** How it stands, in few words. */
        public String words() {
            return switch (state) {
                case "DELIVERED" -> "delivered";
                case "FAILING" -> "failing, tried " + attempts + (attempts == 1 ? " time" : " times");
                case "GIVEN_UP", "OUT_OF_REACH" -> "undeliverable";
                case "HELD" -> "quiet hours";
                default -> "under way";
            };
        }

        /** Such as "e-mail to saf-01". */
        public String whom() {
            return Channel.valueOf(channel).words() + " to " + to;
        }
    }

    /** A named person has taken it over. */
    public record Taken(String by, SiteTime at, String note) {}

    public boolean open() {
        return taken == null;
    }

    /** Raised for a serious event; every alert was, before studies had rules of their own. */
    public boolean calledAsSerious() {
        return rules.isEmpty() || rules.stream().anyMatch(rule -> rule.what().equals(RuleKind.SERIOUS.words()));
    }

    /** Such as "Grade 3, severe" (CTCAE v5). */
    public String grade() {
        return "Grade " + account.grade() + ", " + GRADES.get(account.grade() - 1);
    }

    public List<String> criteria() {
        return account.criteria().stream().map(Criterion::words).toList();
    }

    /** The whole in one line, for ears and titles. */
    public String words() {
        return grade() + ": " + account.term() + ", subject " + subject;
    }
}
