package io.equipoise.adverseevent.domain.clock;

import io.equipoise.adverseevent.domain.Finding.Answer;
import java.time.Instant;

/**
 * What the sponsor held a case to be from a moment on; of several events, the worst of each.
 *
 * @param since when the sponsor knew
 * @param serious ICH E2A II.B
 * @param fatalOrLifeThreatening it ended in death or was a danger to life at the time
 * @param suspected a reasonable possibility that the product caused it (21 CFR 312.32(a)); a SAR in the European Union
 * @param unexpected not in the reference safety information, or worse than there
 */
public record Judged(
        Instant since, Answer serious, Answer fatalOrLifeThreatening, Answer suspected, Answer unexpected) {

    /** Nobody has judged anything. */
    public static Judged nothing(Instant since) {
        return new Judged(since, Answer.OPEN, Answer.OPEN, Answer.OPEN, Answer.OPEN);
    }

    /** A suspected unexpected serious adverse reaction, as far as anybody has ruled out. */
    public boolean reportable() {
        return counts(serious) && counts(suspected) && counts(unexpected);
    }

    /** Nobody has ruled out death, nor danger to life. */
    boolean mayBeFatal() {
        return counts(fatalOrLifeThreatening);
    }

    /** What nobody has ruled out counts: a clock is never later by knowing less. */
    private static boolean counts(Answer answer) {
        return answer != Answer.NO;
    }

    /** All three have been judged, and say so. */
    public boolean surely() {
        return serious == Answer.YES && suspected == Answer.YES && unexpected == Answer.YES;
    }

    Judged fatal(Answer answer) {
        return new Judged(since, serious, answer, suspected, unexpected);
    }

    Judged since(Instant moment) {
        return new Judged(moment, serious, fatalOrLifeThreatening, suspected, unexpected);
    }
}
