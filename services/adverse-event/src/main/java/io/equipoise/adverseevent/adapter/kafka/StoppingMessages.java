package io.equipoise.adverseevent.adapter.kafka;

import io.equipoise.adverseevent.domain.Lifter;
import io.equipoise.adverseevent.domain.StoppingFact;
import io.equipoise.adverseevent.domain.StoppingFact.BoundaryCrossed;
import io.equipoise.adverseevent.domain.StoppingFact.EventNoted;
import io.equipoise.adverseevent.domain.StoppingFact.ExposureNoted;
import io.equipoise.adverseevent.domain.StoppingFact.HoldLifted;
import io.equipoise.adverseevent.domain.StoppingFact.StoppingRuleSet;
import io.equipoise.adverseevent.domain.StoppingFact.StudyHeld;
import io.equipoise.platform.relay.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** That a study is held, and that it goes on. Which rule, which counts and why stay in this room. */
final class StoppingMessages {
    private StoppingMessages() {}

    static Stream<Message> of(StoppingFact fact) {
        return switch (fact) {
            case StudyHeld held -> Stream.of(new Message(SafetyMessages.TOPIC, "SafetyHoldPlaced.v1", placed(held)));
            case HoldLifted lifted ->
                Stream.of(new Message(SafetyMessages.TOPIC, "SafetyHoldLifted.v1", lifted(lifted)));
            case StoppingRuleSet _, ExposureNoted _, EventNoted _, BoundaryCrossed _ -> Stream.empty();
        };
    }

    private static Map<String, Object> placed(StudyHeld held) {
        var data = head(held.study(), held.hold());
        data.put("placedAt", held.placedAt().toString());
        data.put(
                "liftedBy", held.liftedBy().stream().map(StoppingMessages::role).toList());
        return data;
    }

    private static Map<String, Object> lifted(HoldLifted lifted) {
        var data = head(lifted.study(), lifted.hold());
        data.put("liftedAt", lifted.signature().at().toString());
        data.put("role", role(lifted.signature().role()));
        return data;
    }

    private static Map<String, Object> head(String study, String hold) {
        var data = new LinkedHashMap<String, Object>();
        data.put("study", study);
        data.put("hold", hold);
        return data;
    }

    private static String role(Lifter role) {
        return switch (role) {
            case DATA_SAFETY_BOARD -> "data-safety-board";
            case SAFETY_OFFICER -> "safety-officer";
        };
    }
}
