package io.equipoise.adverseevent.domain.clock;

import java.time.Duration;

/**
 * One paragraph by which a report is due.
 *
 * @param kind what it is about
 * @param days civil days after day 0, 1 to 90
 * @param anchor what makes day 0
 * @param paragraph where it is written
 * @param says what it asks, in one sentence
 * @param atRisk how long before the end of the last day the clock counts as at risk
 */
public record ClockRule(Kind kind, int days, Anchor anchor, String paragraph, String says, Duration atRisk) {
    private static final int MOST_DAYS = 90;

    /** What a paragraph is about. */
    public enum Kind {
        /** A fatal or life-threatening suspected unexpected serious reaction. */
        FATAL_OR_LIFE_THREATENING,
        /** Any other suspected unexpected serious reaction. */
        OTHER,
        /** One that was not fatal or life-threatening at first, and is now. */
        TURNED_FATAL,
        /** One that was judged not reportable at first, and is now. */
        FOUND_LATER,
        /** What an incomplete first report of a fatal or life-threatening reaction still owes. */
        COMPLETION,
        /** Significant new information on a case that was reported. */
        FOLLOW_UP
    }

    /** What makes day 0. */
    public enum Anchor {
        /** The first information came in. */
        RECEIVED,
        /** The sponsor found that it qualifies; until somebody has found so, the receipt. */
        QUALIFIED,
        /** Whichever of the two was earlier. */
        EARLIER,
        /** Information with all minimum criteria was there; until it is, the first receipt. */
        MINIMUM,
        /** The day on which the first report was due. */
        DUE,
        /** The day on which the first report went out. */
        SENT
    }

    public ClockRule {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException(kind + ": days are 1 to " + MOST_DAYS + ", not " + days);
        }
        if (paragraph.isBlank() || says.isBlank()) {
            throw new IllegalArgumentException(kind + " names no paragraph, or does not say what it asks");
        }
        if (atRisk.isNegative() || atRisk.compareTo(Duration.ofDays(days)) > 0) {
            throw new IllegalArgumentException(kind + " is at risk before it starts: " + atRisk);
        }
        var afterReport = anchor == Anchor.DUE || anchor == Anchor.SENT;
        if (afterReport != (kind == Kind.COMPLETION)) {
            throw new IllegalArgumentException(kind + " cannot be counted from " + anchor);
        }
    }
}
