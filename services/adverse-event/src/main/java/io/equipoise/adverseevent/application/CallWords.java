package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.CallFact;
import io.equipoise.adverseevent.domain.CallFact.AcknowledgedByLink;
import io.equipoise.adverseevent.domain.CallFact.AlertGivenUp;
import io.equipoise.adverseevent.domain.CallFact.AlertHeldBack;
import io.equipoise.adverseevent.domain.CallFact.AlertHeldTold;
import io.equipoise.adverseevent.domain.CallFact.AlertPlanned;
import io.equipoise.adverseevent.domain.CallFact.AlertReasoned;
import io.equipoise.adverseevent.domain.CallFact.OnCallNoted;
import java.util.stream.Collectors;

/** What stands beside an alert in its record, in words. */
final class CallWords {
    private CallWords() {}

    static String of(CallFact fact) {
        return switch (fact) {
            case AlertReasoned reasoned -> "Rules met: " + rules(reasoned);
            case AlertPlanned planned ->
                "Ladder, version " + planned.ladderVersion() + ": "
                        + planned.rungs().stream()
                                .map(rung -> rung.after() + " " + rung.words())
                                .collect(Collectors.joining("; "));
            case OnCallNoted noted ->
                "On call at step " + noted.step() + " (rota, version " + noted.rotaVersion() + "): "
                        + (noted.people().isEmpty() ? "nobody" : String.join(", ", noted.people()));
            case AlertHeldBack(var alert, var subject, var step, var held) ->
                "Held back until " + held.until() + ", quiet hours of " + held.person();
            case AlertHeldTold(var alert, var subject, var step, var held, var at) ->
                "Quiet hours of " + held.person() + " are over: told now";
            case AlertGivenUp gone -> "Given up: " + AlertStory.whom(gone.delivery()) + " (" + gone.why() + ")";
            case AcknowledgedByLink link ->
                "Came by the link in the mail to " + link.delivery().target().to();
        };
    }

    private static String rules(AlertReasoned reasoned) {
        return reasoned.rules().stream()
                .map(rule -> rule.kind().words() + " (" + rule.because() + ")")
                .collect(Collectors.joining("; "));
    }
}
