package io.equipoise.adverseevent.domain.alerting;

import io.equipoise.adverseevent.domain.Target;
import java.util.List;

/**
 * Whom one step of an alert reaches.
 *
 * @param targets who is told now
 * @param rotaVersion by which version of the rota; 0 where there is none
 * @param onCall who was on call at that moment, whether this step tells them or not; nobody, where empty
 * @param held who is told when their quiet hours end
 */
public record Called(List<Target> targets, int rotaVersion, List<String> onCall, List<HeldBack> held) {
    public Called {
        targets = List.copyOf(targets);
        onCall = List.copyOf(onCall);
        held = List.copyOf(held);
    }

    public static Called plainly(List<Target> targets) {
        return new Called(targets, 0, List.of(), List.of());
    }
}
