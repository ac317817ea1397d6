package io.equipoise.adverseevent.domain.clock;

import io.equipoise.adverseevent.domain.Finding.Answer;
import io.equipoise.adverseevent.domain.ReportableKind;
import java.time.Instant;
import java.util.Set;

/**
 * What the sponsor held a case to be from a moment on; of several events, the worst of each.
 *
 * @param since when the sponsor knew
 * @param serious ICH E2A II.B
 * @param fatalOrLifeThreatening it ended in death or was a danger to life at the time
 * @param suspected a reasonable possibility that the product caused it (21 CFR 312.32(a)); a SAR in the European Union
 * @param unexpected not in the reference safety information, or worse than there
 * @param kinds for which this authority asks nobody whether it is suspected, such as a medication error
 */
public record Judged(
        Instant since,
        Answer serious,
        Answer fatalOrLifeThreatening,
        Answer suspected,
        Answer unexpected,
        Set<ReportableKind> kinds) {
    public Judged {
        kinds = Set.copyOf(kinds);
    }

    /** Of an event that is nothing but an event. */
    public Judged(Instant since, Answer serious, Answer fatalOrLifeThreatening, Answer suspected, Answer unexpected) {
        this(since, serious, fatalOrLifeThreatening, suspected, unexpected, Set.of());
    }

    /** Nobody has judged anything. */
    public static Judged nothing(Instant since) {
        return new Judged(since, Answer.OPEN, Answer.OPEN, Answer.OPEN, Answer.OPEN);
    }

    /** A suspected unexpected serious adverse reaction, as far as anybody has ruled out. */
    public boolean reportable() {
        return counts(serious) && (counts(suspected) || isLikeAReaction()) && counts(unexpected);
    }

    /** Reported as a reaction, whoever suspects what. */
    boolean isLikeAReaction() {
        return !kinds.isEmpty();
    }

    /** Nobody has ruled out death, nor danger to life. */
    boolean mayBeFatal() {
        return counts(fatalOrLifeThreatening);
    }

    /** What nobody has ruled out counts: a clock is never later by knowing less. */
    private static boolean counts(Answer answer) {
        return answer != Answer.NO;
    }

    /** All that is asked has been judged, and says so. */
    public boolean surely() {
        return serious == Answer.YES && (suspected == Answer.YES || isLikeAReaction()) && unexpected == Answer.YES;
    }

    Judged fatal(Answer answer) {
        return new Judged(since, serious, answer, suspected, unexpected, kinds);
    }

    public Judged since(Instant moment) {
        return new Judged(moment, serious, fatalOrLifeThreatening, suspected, unexpected, kinds);
    }
}
