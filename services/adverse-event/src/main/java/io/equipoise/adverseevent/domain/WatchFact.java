package io.equipoise.adverseevent.domain;

import io.equipoise.adverseevent.domain.alerting.AlertRules;
import io.equipoise.adverseevent.domain.alerting.Browser;
import io.equipoise.adverseevent.domain.alerting.Gap;
import io.equipoise.adverseevent.domain.alerting.Ladder;
import io.equipoise.adverseevent.domain.alerting.QuietHours;
import io.equipoise.adverseevent.domain.alerting.Rota;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was decided about the watch over a study, and by each officer for themselves. Nobody of the study is meant. */
public sealed interface WatchFact extends SafetyFact {
    /** From now on these make an alert. */
    record AlertRulesSet(String study, int version, AlertRules rules, String reason) implements WatchFact {}

    /**
     * From now on these people are on call.
     *
     * @param gaps when nobody is; whoever set it knew
     */
    record RotaSet(String study, int version, Rota rota, List<Gap> gaps, String reason) implements WatchFact {
        public RotaSet {
            gaps = List.copyOf(gaps);
        }
    }

    /** From now on this is who is told, and who next. */
    record LadderSet(String study, int version, Ladder ladder, String reason) implements WatchFact {}

    /**
     * From now on somebody is not to be disturbed then.
     *
     * @param hours absent: at any time
     */
    record QuietHoursSet(String person, @Nullable QuietHours hours) implements WatchFact {}

    /** Somebody's browser is to be woken. */
    record BrowserSubscribed(String person, String id, Browser browser) implements WatchFact {}

    /** A browser is not woken any more: its owner has said so, or its push service. */
    record BrowserDropped(String person, String id, Instant at, String why) implements WatchFact {}
}
