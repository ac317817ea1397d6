package io.equipoise.adverseevent.domain;

import java.time.Instant;

/**
 * An answer that stands, by whom, and since when without a break.
 *
 * @param by the account whose doing it was that the answer became this
 * @param since when that was recorded
 */
public record Finding(Answer answer, String by, Instant since) {

    /** OPEN: nobody has judged it, or not what is on record now. */
    public enum Answer {
        YES,
        NO,
        OPEN;

        static Answer of(boolean yes) {
            return yes ? YES : NO;
        }
    }

    public boolean isYes() {
        return answer == Answer.YES;
    }

    /** The same answer again keeps its beginning. */
    Finding then(Answer now, String who, Instant when) {
        return answer == now ? this : new Finding(now, who, when);
    }
}
