package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.AdverseEventFact.AdverseEventAmended;
import io.equipoise.adverseevent.domain.AdverseEventFact.AdverseEventReported;
import io.equipoise.adverseevent.domain.AlertFact.AlertAcknowledged;
import io.equipoise.adverseevent.domain.AlertFact.AlertDelivered;
import io.equipoise.adverseevent.domain.AlertFact.AlertEscalated;
import io.equipoise.adverseevent.domain.AlertFact.AlertRaised;
import io.equipoise.adverseevent.domain.AlertFact.AlertUndelivered;
import io.equipoise.adverseevent.domain.CallFact;
import io.equipoise.adverseevent.domain.Delivery;
import io.equipoise.adverseevent.domain.EventAddition;
import io.equipoise.adverseevent.domain.ProductOriginKept;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.UnblindingFact;
import io.equipoise.platform.journal.Commit;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What became of an event and its alert, step by step, with who did it and when it was recorded. */
public record AlertStory(List<StoryStep> steps) {
    public AlertStory {
        steps = List.copyOf(steps);
    }

    static AlertStory of(List<Commit<SafetyFact>> event, List<Commit<SafetyFact>> alert, @Nullable ZoneId zone) {
        return new AlertStory(Stream.concat(event.stream(), alert.stream())
                .sorted(Comparator.comparing(
                        (Commit<SafetyFact> commit) -> commit.by().recordedAt()))
                .flatMap(commit -> commit.facts().stream().map(fact -> StoryStep.of(commit.by(), what(fact), zone)))
                .toList());
    }

    private static String what(SafetyFact fact) {
        return switch (fact) {
            case AdverseEventReported reported ->
                "Entered: " + reported.account().term();
            case AdverseEventAmended amended -> "Amended (version " + amended.version() + "): " + amended.reason();
            case EventAddition addition -> addition.words();
            case AlertRaised raised -> "Alert raised: " + raised.summary();
            case AlertDelivered(var alert, var subject, var delivery, var at) ->
                about(delivery) + " delivered: " + whom(delivery);
            case AlertUndelivered failed ->
                about(failed.delivery()) + " not delivered, try " + failed.attempts() + ": " + whom(failed.delivery())
                        + " (" + failed.problem() + ")";
            case AlertEscalated up -> "Escalated, step " + up.step() + ": " + up.to();
            case AlertAcknowledged taken -> "Acknowledged: " + taken.note();
            case ProductOriginKept elsewhere -> "";
            case UnblindingFact elsewhere -> "";
            case CallFact beside -> CallWords.of(beside);
            case SafetyFact foreign -> throw new IllegalStateException("not in the story of an alert: " + foreign);
        };
    }

    static String about(Delivery delivery) {
        return delivery.step() == Delivery.ALERT ? "Alert" : "Escalation " + delivery.step();
    }

    static String whom(Delivery delivery) {
        return delivery.target().channel().words() + " to " + delivery.target().to();
    }
}
