package io.equipoise.adverseevent.domain.clock;

import io.equipoise.adverseevent.domain.Finding.Answer;
import io.equipoise.adverseevent.domain.Information;
import io.equipoise.adverseevent.domain.MinimumCriterion;
import io.equipoise.adverseevent.domain.Submission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What clocks start from, and what stops them.
 *
 * @param information by number, from 1; never empty
 * @param judged what the sponsor held the case to be, and since when; nothing means that nobody has judged
 * @param sent the reports to one authority that its system has not refused, oldest first
 * @param ended since when the case is nullified or merged into another; absent where it goes on
 */
public record Course(
        List<Information> information,
        List<Judged> judged,
        List<Submission> sent,
        @Nullable Instant ended) {
    public Course {
        information = List.copyOf(information);
        judged = judged.stream().sorted(Comparator.comparing(Judged::since)).toList();
        sent = sent.stream().sorted(Comparator.comparing(Submission::sentAt)).toList();
        if (information.isEmpty()) {
            throw new IllegalArgumentException("no clock without information");
        }
    }

    /** The information that came in first, whenever it was entered. */
    Information first() {
        return byReceipt().getFirst();
    }

    /** The one that made all minimum criteria known (Annex III 2.3, point 10); empty while one is missing. */
    Optional<Information> minimum() {
        var missing = EnumSet.allOf(MinimumCriterion.class);
        for (var each : byReceipt()) {
            missing.removeAll(each.criteria());
            if (missing.isEmpty()) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private List<Information> byReceipt() {
        return information.stream()
                .sorted(Comparator.comparing(Information::receivedAt))
                .toList();
    }

    /** The first information that told of death or danger to life. */
    Optional<Information> turn() {
        return byReceipt().stream().filter(Information::turnedFatal).findFirst();
    }

    /** The judgements in order; what some information told of death or danger to life holds from its receipt on. */
    List<Judged> timeline() {
        var known = judged.isEmpty() ? List.of(Judged.nothing(first().receivedAt())) : judged;
        return turn().map(turn -> turned(known, turn.receivedAt())).orElse(known);
    }

    private static List<Judged> turned(List<Judged> known, Instant turn) {
        var line = new ArrayList<Judged>();
        var inForce = known.getFirst();
        for (var each : known) {
            if (each.since().isBefore(turn)) {
                line.add(each);
                inForce = each;
            }
        }
        line.add(inForce.since(turn).fatal(Answer.YES));
        known.stream()
                .filter(each -> !each.since().isBefore(turn))
                .map(each -> each.fatal(Answer.YES))
                .forEach(line::add);
        return line;
    }

    Optional<Submission> firstSent() {
        return sent.stream().findFirst();
    }

    /** The first report that went out at a moment or later and holds an information. */
    Optional<Submission> sentSince(Instant moment, int covering) {
        return sent.stream()
                .filter(each -> !each.sentAt().isBefore(moment) && each.covers() >= covering)
                .findFirst();
    }

    /** As if everything had been judged otherwise from the start. */
    Course judgedAs(UnaryOperator<Judged> otherwise) {
        return new Course(information, timeline().stream().map(otherwise).toList(), sent, ended);
    }
}
