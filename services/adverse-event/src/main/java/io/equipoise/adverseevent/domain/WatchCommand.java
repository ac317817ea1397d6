package io.equipoise.adverseevent.domain;

import io.equipoise.adverseevent.domain.alerting.AlertRules;
import io.equipoise.adverseevent.domain.alerting.Ladder;
import io.equipoise.adverseevent.domain.alerting.Rota;
import io.equipoise.adverseevent.domain.alerting.Shift;
import java.util.List;
import java.util.Set;

/** What can be asked of the watch over a study. */
public sealed interface WatchCommand {
    String reason();

    /**
     * Say what makes an alert.
     *
     * @param serious whoever asks has to say that serious events do
     */
    record SetRules(String study, boolean serious, AlertRules rules, String reason) implements WatchCommand {}

    /**
     * Say who is on call.
     *
     * @param asGiven the shifts in the order of whoever asks, for pointers
     * @param gapsKnown whoever asks knows that at times nobody is
     * @param reachable everybody whom some channel reaches now
     */
    record SetRota(
            String study, Rota rota, List<Shift> asGiven, boolean gapsKnown, Set<String> reachable, String reason)
            implements WatchCommand {
        public SetRota {
            asGiven = List.copyOf(asGiven);
            reachable = Set.copyOf(reachable);
        }
    }

    /** Say who is told, and who next. */
    record SetLadder(String study, Ladder ladder, Set<String> reachable, String reason) implements WatchCommand {
        public SetLadder {
            reachable = Set.copyOf(reachable);
        }
    }
}
