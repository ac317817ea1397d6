package io.equipoise.randomization.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.randomization.application.BreakingCodes.Standing;
import io.equipoise.randomization.domain.AllocationCommand.BreakForSafety;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.Moment;
import io.equipoise.randomization.domain.SafetyEvent.SafetyBreakRefused;
import io.equipoise.randomization.domain.SafetyObstacle;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A safety officer has one subject's code broken for a report (EU CTR 536/2014, Annex III 2.5). What the subject gets is
 * never an answer here: it goes out sealed, and the safety office reads it in its own room.
 */
public final class BreakingForSafety {
    private final Studies studies;
    private final ReportedEvents events;
    private final Allocations allocations;
    private final BreakingCodes codes;
    private final boolean sealable;

    /** @param sealable whether there is a key to seal to the safety office with */
    public BreakingForSafety(
            Studies studies, ReportedEvents events, Allocations allocations, BreakingCodes codes, boolean sealable) {
        this.studies = studies;
        this.events = events;
        this.allocations = allocations;
        this.codes = codes;
        this.sealable = sealable;
    }

    /**
     * Which event, as it is judged, and why it cannot be reported blinded.
     *
     * @param suspected at least a reasonable possibility that the treatment caused it
     * @param unexpected not in the reference safety information
     */
    public record Judged(String event, boolean suspected, boolean unexpected, String reason) {}

    public Outcome<AllocationEvent> breakCode(SubjectId subject, Judged judged, Standing standing, Attribution by) {
        if (!codes.knows(subject.study())) {
            return standing.ownSite()
                    ? Allocations.studyUnknown()
                    : new Outcome.Refused<>(SafetyObstacle.OTHER_SITE.refusal());
        }
        var command = new BreakForSafety(
                subject,
                judged.event(),
                events.find(judged.event()).orElse(null),
                judged.suspected(),
                judged.unexpected(),
                judged.reason(),
                by.actor(),
                standing.ownSite(),
                standing.loggedInAt(),
                sealable,
                new Moment(by.recordedAt(), zone(subject)));
        var outcome = allocations.handle(subject.study(), command, as(command, by));
        return outcome instanceof Outcome.Recorded<AllocationEvent>(var commit, var repeated)
                        && commit.facts().getFirst() instanceof SafetyBreakRefused refused
                ? new Outcome.Refused<>(refused.obstacle().refusal())
                : outcome;
    }

    /** Of the subject's site; the world's where it has not told one. */
    private ZoneId zone(SubjectId subject) {
        return studies.find(subject.study())
                .flatMap(study -> study.zoneOf(subject.site()))
                .orElse(ZoneOffset.UTC);
    }

    /** An attempt with an old log-in is an attempt of its own: the same command goes through after a new log-in. */
    private static Attribution as(BreakForSafety command, Attribution by) {
        return command.isFreshlyLoggedIn() ? by : by.withSuffix("logged-in-" + command.loggedInAt());
    }
}
