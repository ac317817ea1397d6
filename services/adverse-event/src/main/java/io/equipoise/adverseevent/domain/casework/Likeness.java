package io.equipoise.adverseevent.domain.casework;

import io.equipoise.adverseevent.domain.Account;
import io.equipoise.adverseevent.domain.Moment;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How much two cases look like one, and why: 0 to 100 points. Cases of different people are never alike.
 *
 * <p>The same subject gives 30; onsets on the same day 30, within 7 days or of overlapping events 20; the same term 30, a
 * near one 20; another kind of reporter 10, for the same event is often told twice by different people.
 */
public record Likeness(int points, List<String> reasons) {
    /** From here on somebody should look. */
    public static final int WORTH_A_LOOK = 60;

    private static final int SUBJECT = 30;
    private static final int SAME = 30;
    private static final int NEAR = 20;
    private static final int REPORTER = 10;
    private static final int NEAR_DAYS = 7;
    private static final double NEAR_TERM = 0.5;

    public Likeness {
        reasons = List.copyOf(reasons);
    }

    /**
     * The nearest pair of events of the two.
     *
     * @param zone of the site, where it has been told: onsets are compared as days there
     */
    public static Likeness of(Told one, Told other, ZoneId zone) {
        if (!one.subject().equals(other.subject())) {
            return new Likeness(0, List.of("another subject"));
        }
        var best = new Likeness(SUBJECT, List.of("same subject"));
        for (var mine : one.accounts()) {
            for (var theirs : other.accounts()) {
                var pair = pair(mine, theirs, zone);
                best = pair.points > best.points ? pair : best;
            }
        }
        if (!one.reporters().isEmpty() && one.reporters().stream().noneMatch(other.reporters()::contains)) {
            var reasons = new ArrayList<>(best.reasons);
            reasons.add("told by another kind of reporter");
            return new Likeness(best.points + REPORTER, reasons);
        }
        return best;
    }

    public boolean worthALook() {
        return points >= WORTH_A_LOOK;
    }

    private static Likeness pair(Account mine, Account theirs, ZoneId zone) {
        var reasons = new ArrayList<>(List.of("same subject"));
        int points = SUBJECT;
        long apart = Math.abs(
                day(mine.onset(), zone).toEpochDay() - day(theirs.onset(), zone).toEpochDay());
        if (apart == 0) {
            points += SAME;
            reasons.add("onset on the same day");
        } else if (apart <= NEAR_DAYS) {
            points += NEAR;
            reasons.add("onsets " + apart + (apart == 1 ? " day" : " days") + " apart");
        } else if (overlap(mine, theirs, zone)) {
            points += NEAR;
            reasons.add("one event lasted into the other");
        }
        var common = common(mine.term(), theirs.term());
        if (common == 1.0) {
            points += SAME;
            reasons.add("same term");
        } else if (common >= NEAR_TERM) {
            points += NEAR;
            reasons.add("near terms: " + mine.term() + ", " + theirs.term());
        }
        return new Likeness(points, reasons);
    }

    private static boolean overlap(Account mine, Account theirs, ZoneId zone) {
        return !start(mine, zone).isAfter(end(theirs, zone))
                && !start(theirs, zone).isAfter(end(mine, zone));
    }

    private static LocalDate start(Account account, ZoneId zone) {
        return day(account.onset(), zone);
    }

    /** An event without an end is taken to have lasted its day only: else everything would overlap. */
    private static LocalDate end(Account account, ZoneId zone) {
        @Nullable Moment end = account.end();
        return day(end == null ? account.onset() : end, zone);
    }

    private static LocalDate day(Moment moment, ZoneId zone) {
        return switch (moment) {
            case Moment.At(var instant) -> LocalDate.ofInstant(instant, zone);
            case Moment.On(var date) -> date;
        };
    }

    /** Dice's coefficient over the letters two by two: 1 for the same term, whatever its case and spaces. */
    private static double common(String one, String other) {
        var mine = bigrams(one);
        var theirs = bigrams(other);
        if (mine.equals(theirs)) {
            return 1.0;
        }
        var both = new TreeSet<>(mine);
        both.retainAll(theirs);
        return 2.0 * both.size() / (mine.size() + theirs.size());
    }

    private static Set<String> bigrams(String term) {
        var text = term.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        var found = new TreeSet<String>();
        for (int i = 0; i < Math.max(1, text.length() - 1); i++) {
            found.add(text.substring(i, Math.min(text.length(), i + 2)));
        }
        return found;
    }
}
