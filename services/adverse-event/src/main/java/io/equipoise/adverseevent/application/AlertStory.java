package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.AdverseEventFact.AdverseEventAmended;
import io.equipoise.adverseevent.domain.AdverseEventFact.AdverseEventReported;
import io.equipoise.adverseevent.domain.AlertFact.AlertAcknowledged;
import io.equipoise.adverseevent.domain.AlertFact.AlertDelivered;
import io.equipoise.adverseevent.domain.AlertFact.AlertEscalated;
import io.equipoise.adverseevent.domain.AlertFact.AlertRaised;
import io.equipoise.adverseevent.domain.AlertFact.AlertUndelivered;
import io.equipoise.adverseevent.domain.Channel;
import io.equipoise.adverseevent.domain.Delivery;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.journal.Commit;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of an event and its alert, step by step, with who did it and when it was recorded. */
public record AlertStory(List<Step> steps) {
    public AlertStory {
        steps = List.copyOf(steps);
    }

    /** One thing that is on record. */
    public record Step(SiteTime at, String what, String by) {}

    static AlertStory of(List<Commit<SafetyFact>> event, List<Commit<SafetyFact>> alert, @Nullable ZoneId zone) {
        return new AlertStory(Stream.concat(event.stream(), alert.stream())
                .sorted(Comparator.comparing(
                        (Commit<SafetyFact> commit) -> commit.by().recordedAt()))
                .flatMap(commit -> commit.facts().stream().map(fact -> step(commit, fact, zone)))
                .toList());
    }

    private static Step step(Commit<SafetyFact> commit, SafetyFact fact, @Nullable ZoneId zone) {
        var by = commit.by();
        var who = by.actor().startsWith("system:") ? "Equipoise" : by.actor() + ", " + by.role();
        return new Step(SiteTime.of(by.recordedAt(), zone), what(fact), who);
    }

    private static String what(SafetyFact fact) {
        return switch (fact) {
            case AdverseEventReported reported ->
                "Entered: " + reported.account().term();
            case AdverseEventAmended amended -> "Amended (version " + amended.version() + "): " + amended.reason();
            case AlertRaised raised -> "Alert raised: " + raised.summary();
            case AlertDelivered(var alert, var subject, var delivery, var at) ->
                about(delivery) + " delivered: " + whom(delivery);
            case AlertUndelivered failed ->
                about(failed.delivery()) + " not delivered, try " + failed.attempts() + ": " + whom(failed.delivery())
                        + " (" + failed.problem() + ")";
            case AlertEscalated up -> "Escalated, step " + up.step() + ": " + up.to();
            case AlertAcknowledged taken -> "Acknowledged: " + taken.note();
        };
    }

    private static String about(Delivery delivery) {
        return delivery.step() == Delivery.ALERT ? "Alert" : "Escalation " + delivery.step();
    }

    private static String whom(Delivery delivery) {
        var target = delivery.target();
        return (target.channel() == Channel.EMAIL ? "e-mail to " : "webhook to ") + target.to();
    }
}
