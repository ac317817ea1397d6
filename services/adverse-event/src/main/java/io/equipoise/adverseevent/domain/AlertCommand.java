package io.equipoise.adverseevent.domain;

import io.equipoise.adverseevent.domain.alerting.Called;
import io.equipoise.adverseevent.domain.alerting.MetRule;
import io.equipoise.adverseevent.domain.alerting.Plan;
import io.equipoise.adverseevent.domain.alerting.Trigger;
import java.time.Instant;
import java.util.List;

/** What can be asked of an alert. */
public sealed interface AlertCommand {
    /** Tell the safety officers of this. Asked again, it changes nothing: one fact, one alert. */
    record Raise(Trigger because, List<MetRule> met, int rulesVersion, Instant raisedAt, Plan plan)
            implements AlertCommand {
        public Raise {
            met = List.copyOf(met);
        }
    }

    /** Take it over, in one's own name. */
    record Acknowledge(String by, Instant at, String note) implements AlertCommand {}

    /** Take it over, in one's own name, by the link that was mailed there. */
    record AcknowledgeByLink(Acknowledge acknowledge, Delivery mailed) implements AlertCommand {}

    /** Put on record that a target took it. */
    record Delivered(Delivery delivery, Instant at) implements AlertCommand {}

    /** Put on record that a target did not. */
    record Undelivered(Delivery delivery, Instant at, int attempts, String problem) implements AlertCommand {}

    /** Put on record that a target is gone for good. */
    record GiveUp(Delivery delivery, Instant at, String why) implements AlertCommand {}

    /** Go one step up, to those whom the settings name. */
    record Escalate(int step, Instant at, List<Target> targets) implements AlertCommand {}

    /** Go one step up the ladder that the alert was planned with. */
    record Climb(int step, Instant at, Called called) implements AlertCommand {}

    /** Tell those whose quiet hours are over. */
    record TellHeld(Instant at) implements AlertCommand {}
}
