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
import java.time.Instant;
import java.time.ZoneOffset;

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

    /** Why and when. */
    public record Need(String category, String reason, Instant at) {}

    /** One subject's arm, for the one person who broke the code. */
    public record Revealed(SubjectId subject, Arm arm, String title) {
        @Override
        public String toString() {
            return "Revealed[" + subject + "]";
        }
    }

    public Outcome<AllocationEvent> breakCode(SubjectId subject, Need need, boolean ownSite, Attribution by) {
        if (allocations.of(subject.study()).list() == null
                && studies.find(subject.study()).isEmpty()) {
            return ownSite ? Allocations.studyUnknown() : new Outcome.Refused<>(CodeBreakObstacle.OTHER_SITE.refusal());
        }
        var outcome = allocations.handle(
                subject.study(),
                new BreakCode(
                        subject,
                        need.category(),
                        need.reason(),
                        need.at(),
                        by.actor(),
                        ownSite,
                        new Moment(by.recordedAt(), ZoneOffset.UTC)),
                by.withHappenedAt(need.at()));
        return outcome instanceof Outcome.Recorded<AllocationEvent>(var commit, var repeated)
                        && commit.facts().getFirst() instanceof CodeBreakRefused refused
                ? new Outcome.Refused<>(refused.obstacle().refusal())
                : outcome;
    }

    /** What a recorded code break shows. */
    public Revealed reveal(SubjectId subject, Commit<AllocationEvent> recorded) {
        if (!(recorded.facts().getFirst() instanceof AllocationEvent.CodeBroken broken)
                || !broken.subject().equals(subject.toString())) {
            throw new IllegalStateException("only a recorded code break of this subject is shown");
        }
        var allocation = allocations.of(subject.study());
        var seat = allocation.seats().get(subject);
        var list = allocation.list();
        if (seat == null || list == null) {
            throw new IllegalStateException("a code was broken that the list does not have");
        }
        return new Revealed(subject, seat.arm(), list.titleOf(seat.arm()));
    }
}
