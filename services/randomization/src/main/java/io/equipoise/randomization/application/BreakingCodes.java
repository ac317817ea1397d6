package io.equipoise.randomization.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.randomization.domain.AllocationCommand.BreakCode;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.AllocationEvent.CodeBreakRefused;
import io.equipoise.randomization.domain.Arm;
import io.equipoise.randomization.domain.CodeBreakObstacle;
import io.equipoise.randomization.domain.Moment;
import io.equipoise.randomization.domain.Requester;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * An investigator learns what one subject gets (domain rules 4.8). Waits for nothing that another service tells; the
 * attempt is in the journal before anything is shown.
 */
public final class BreakingCodes {
    private final Studies studies;
    private final Allocations allocations;

    public BreakingCodes(Studies studies, Allocations allocations) {
        this.studies = studies;
        this.allocations = allocations;
    }

    /**
     * Why and when.
     *
     * @param requestedBy who asked the investigator for it; absent where nobody did
     */
    public record Need(
            String category,
            String reason,
            Instant at,
            @Nullable Requester requestedBy) {
        public Need(String category, String reason, Instant at) {
            this(category, reason, at, null);
        }
    }

    /**
     * Where the person who asks stands.
     *
     * @param loggedInAt when that person last proved to be who they are; absent where nobody knows
     */
    public record Standing(boolean ownSite, @Nullable Instant loggedInAt) {}

    /** One subject's arm, for the one person who broke the code. */
    public record Revealed(SubjectId subject, Arm arm, String title) {
        @Override
        public String toString() {
            return "Revealed[" + subject + "]";
        }
    }

    public Outcome<AllocationEvent> breakCode(SubjectId subject, Need need, Standing standing, Attribution by) {
        if (!knows(subject.study())) {
            return standing.ownSite()
                    ? Allocations.studyUnknown()
                    : new Outcome.Refused<>(CodeBreakObstacle.OTHER_SITE.refusal());
        }
        var command = new BreakCode(
                subject,
                need.category(),
                need.reason(),
                need.at(),
                by.actor(),
                standing.ownSite(),
                standing.loggedInAt(),
                need.requestedBy(),
                new Moment(by.recordedAt(), ZoneOffset.UTC));
        var outcome = allocations.handle(subject.study(), command, as(command, by));
        return outcome instanceof Outcome.Recorded<AllocationEvent>(var commit, var repeated)
                        && commit.facts().getFirst() instanceof CodeBreakRefused refused
                ? new Outcome.Refused<>(refused.obstacle().refusal())
                : outcome;
    }

    /** An attempt with an old log-in is an attempt of its own: the same command goes through after a new log-in. */
    private static Attribution as(BreakCode command, Attribution by) {
        var attributed = by.withHappenedAt(command.at());
        return command.isFreshlyLoggedIn() ? attributed : attributed.withSuffix("logged-in-" + command.loggedInAt());
    }

    boolean knows(String study) {
        return allocations.of(study).list() != null || studies.find(study).isPresent();
    }

    /** What a recorded code break shows. */
    public Revealed reveal(SubjectId subject, Commit<AllocationEvent> recorded) {
        if (!(recorded.facts().getFirst() instanceof AllocationEvent.CodeBroken broken)
                || !broken.subject().equals(subject.toString())) {
            throw new IllegalStateException("only a recorded code break of this subject is shown");
        }
        return standing(subject);
    }

    /** What stands at the subject's place; for an envelope that stays sealed. */
    Revealed standing(SubjectId subject) {
        var allocation = allocations.of(subject.study());
        var seat = allocation.seats().get(subject);
        var list = allocation.list();
        if (seat == null || list == null) {
            throw new IllegalStateException("a code was broken that the list does not have");
        }
        return new Revealed(subject, seat.arm(), list.titleOf(seat.arm()));
    }
}
