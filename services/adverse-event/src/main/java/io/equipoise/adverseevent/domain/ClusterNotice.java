package io.equipoise.adverseevent.domain;

import static io.equipoise.platform.Decision.accept;

import io.equipoise.adverseevent.domain.ClusterFact.ClusterNoticed;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import org.jspecify.annotations.Nullable;

/** Whether a cluster of a lot was noticed already, and how large: the same size again is no news. */
public record ClusterNotice(@Nullable ClusterNoticed last) {
    public static final Decider<ClusterNotice, Notice, SafetyFact> DECIDER =
            new Decider<>(new ClusterNotice(null), ClusterNotice::decide, ClusterNotice::evolve);

    /** Put a cluster on record. */
    public record Notice(String cluster, String study, LotCluster seen) {}

    /** Where what was noticed of a cluster is kept. */
    public static String stream(String cluster) {
        return "cluster/" + cluster;
    }

    private static Decision<SafetyFact> decide(ClusterNotice state, Notice command) {
        var seen = command.seen();
        var last = state.last;
        return last != null && last.people() >= seen.people()
                ? accept()
                : accept(new ClusterNoticed(
                        command.cluster(),
                        command.study(),
                        seen.lot(),
                        seen.term(),
                        seen.people(),
                        seen.events().stream().map(LotEvent::event).toList()));
    }

    private static ClusterNotice evolve(ClusterNotice state, SafetyFact fact) {
        return switch (fact) {
            case ClusterNoticed noticed -> new ClusterNotice(noticed);
            case SafetyFact foreign -> throw new IllegalStateException("not about a cluster: " + foreign);
        };
    }
}
