package io.equipoise.randomization.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.randomization.application.CodeBreaks.Line;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.AllocationEvent.CodeBreakAssessed;
import io.equipoise.randomization.domain.AssessCodeBreak;
import io.equipoise.randomization.domain.FollowUp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** After a code break somebody has to say what it did to the trial (domain rules 4.8). */
public final class FollowingUp {
    private final CodeBreaks breaks;
    private final CommandHandler<FollowUp, AssessCodeBreak, AllocationEvent> handler;

    public FollowingUp(CodeBreaks breaks, CommandHandler<FollowUp, AssessCodeBreak, AllocationEvent> handler) {
        this.breaks = breaks;
        this.handler = handler;
    }

    /** What is written down. */
    public record Assessment(Instant brokenAt, String deviation, String impact) {
        @Override
        public String toString() {
            return "Assessment[" + brokenAt + "]";
        }
    }

    public static String stream(String subject) {
        return "code-break-follow-up/" + subject;
    }

    public Outcome<AllocationEvent> assess(SubjectId subject, Assessment given, Attribution by) {
        return handler.handle(
                stream(subject.toString()),
                new AssessCodeBreak(
                        subject,
                        given.brokenAt(),
                        breaks.knows(subject, given.brokenAt()),
                        given.deviation(),
                        given.impact(),
                        by.actor()),
                by);
    }

    public List<Line> tasks(String study, Predicate<String> site) {
        return breaks.of(study).stream().filter(line -> site.test(line.site())).toList();
    }

    /** The text, for who wrote it or who broke that code: anybody else may still be blinded. */
    public Optional<String> impact(Line line, String reader) {
        return !line.open() && (reader.equals(line.brokenBy()) || reader.equals(line.assessedBy()))
                ? Optional.ofNullable(
                                handler.state(stream(line.subject())).assessed().get(line.at()))
                        .map(CodeBreakAssessed::impact)
                : Optional.empty();
    }
}
