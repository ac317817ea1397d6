package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.Account;
import io.equipoise.adverseevent.domain.Criterion;
import io.equipoise.adverseevent.domain.DoseLink;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An alert as a safety officer reads it: what happened to whom, what makes it serious, who was told, and whose clock runs
 * until when.
 *
 * @param entered when the account that made the event serious was recorded
 * @param clock what happens if nobody acknowledges
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
        List<Receipt> receipts,
        @Nullable Taken taken) {
    private static final List<String> GRADES =
            List.of("mild", "moderate", "severe", "life-threatening consequences", "death");

    public AlertCard {
        receipts = List.copyOf(receipts);
    }

    /**
     * The clock of an alert.
     *
     * @param due when the next step is taken; absent where there is none
     * @param next whom the next step reaches, or why there is none
     */
    public record Clock(int steps, @Nullable SiteTime due, String next) {}

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

        /** Such as "e-mail to saf-01". */
        public String whom() {
            return (channel.equals("EMAIL") ? "e-mail" : channel.toLowerCase(Locale.ROOT)) + " to " + to;
        }
    }

    /** A named person has taken it over. */
    public record Taken(String by, SiteTime at, String note) {}

    public boolean open() {
        return taken == null;
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
