package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.AdverseEventFact;
import io.equipoise.adverseevent.domain.ClusterNotice;
import io.equipoise.adverseevent.domain.ClusterNotice.Notice;
import io.equipoise.adverseevent.domain.LotCluster;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Notices clusters of a lot as events are recorded, by the study's own threshold; without one nothing is a cluster. */
public final class ClusterWatch {
    private final Protocols protocols;
    private final LotEvents events;
    private final CommandHandler<ClusterNotice, Notice, SafetyFact> notices;
    private final Clock clock;

    public ClusterWatch(
            Protocols protocols,
            LotEvents events,
            CommandHandler<ClusterNotice, Notice, SafetyFact> notices,
            Clock clock) {
        this.protocols = protocols;
        this.events = events;
        this.notices = notices;
        this.clock = clock;
    }

    /** Whether events are told whose study has a threshold. */
    public boolean watches(Commit<SafetyFact> commit) {
        return commit.facts().stream()
                .filter(AdverseEventFact.class::isInstance)
                .map(fact -> ((AdverseEventFact) fact).subject().study())
                .distinct()
                .anyMatch(study -> protocols
                        .of(study)
                        .flatMap(SafetyProtocol::lotThreshold)
                        .isPresent());
    }

    /** After the events of this commit are among those that are counted. */
    public void told(Commit<SafetyFact> commit) {
        commit.facts().stream()
                .filter(AdverseEventFact.class::isInstance)
                .map(AdverseEventFact.class::cast)
                .filter(account -> account.given() != null)
                .map(account -> account.subject().study())
                .distinct()
                .forEach(study -> look(study, commit.by()));
    }

    /** The clusters of a study as its events are now; none where it has set no threshold. */
    public List<LotCluster> clusters(String study) {
        return protocols
                .of(study)
                .flatMap(SafetyProtocol::lotThreshold)
                .map(threshold -> LotCluster.among(events.ofStudy(study), threshold))
                .orElse(List.of());
    }

    /** The same for the same study, lot and kind. */
    public static String id(String study, LotCluster cluster) {
        var key = study + "\n" + cluster.lot() + "\n" + cluster.term();
        return "CL-" + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }

    private void look(String study, Attribution cause) {
        for (var seen : clusters(study)) {
            var id = id(study, seen);
            var command = "cluster-watch/" + id + "/" + seen.people();
            notices.handle(
                    ClusterNotice.stream(id),
                    new Notice(id, study, seen),
                    Ourselves.following(command, cause.correlation(), cause.commandId(), clock.instant())
                            .withHappenedAt(cause.recordedAt()));
        }
    }
}
