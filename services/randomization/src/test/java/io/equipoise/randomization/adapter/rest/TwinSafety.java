package io.equipoise.randomization.adapter.rest;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.LoggedIn;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.World;
import io.equipoise.randomization.adapter.rest.SafetyBreakEndpoint.SafetyBreakRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a safety officer asks of the codes of people of both arms, with every refusal, and what the door answers. */
final class TwinSafety {
    private static final String REASON = "seizure: the report of a SUSAR is due in seven days";
    private static final Caller OFFICER = new Caller("saf-01", Set.of(Role.SAFETY_OFFICER), Set.of("*"));
    private static final Caller ELSEWHERE = new Caller("saf-02", Set.of(Role.SAFETY_OFFICER), Set.of("02"));

    private final World world;
    private final SafetyBreakEndpoint door;
    private final Map<String, String> answers = new LinkedHashMap<>();

    TwinSafety(World world) {
        this.world = world;
        this.door = new SafetyBreakEndpoint(world.process.safety);
    }

    Map<String, String> run() {
        for (var subject : List.of(TwinTrial.ANNA, TwinTrial.BORIS, TwinTrial.CLARA, TwinTrial.DORA)) {
            var serious = "AE-SERIOUS" + subject.number();
            var mild = "AE-MILD" + subject.number();
            world.reported(serious, subject, true);
            world.reported(mild, subject, false);
            ask("not told of", subject, OFFICER, new SafetyBreakRequest("AE-NONE", true, true, REASON));
            ask("not serious", subject, OFFICER, new SafetyBreakRequest(mild, true, true, REASON));
            ask("expected", subject, OFFICER, new SafetyBreakRequest(serious, true, false, REASON));
            ask("unrelated", subject, OFFICER, new SafetyBreakRequest(serious, false, true, REASON));
            ask("short", subject, OFFICER, new SafetyBreakRequest(serious, true, true, "why"));
            ask("elsewhere", subject, ELSEWHERE, new SafetyBreakRequest(serious, true, true, REASON));
            ask("granted", subject, OFFICER, new SafetyBreakRequest(serious, true, true, REASON));
            ask("granted", subject, OFFICER, new SafetyBreakRequest(serious, true, true, REASON));
        }
        ask("nobody", TwinTrial.NOBODY, OFFICER, new SafetyBreakRequest("AE-SERIOUS1", true, true, REASON));
        return answers;
    }

    private void ask(String step, SubjectId subject, Caller caller, SafetyBreakRequest request) {
        var key = "safety " + step + " " + subject;
        var loggedIn = new LoggedIn(World.NOW);
        answers.merge(
                key,
                TwinTrial.answer(() -> door.breakCode(
                        subject.toString(), request, caller, loggedIn, World.by(caller.name(), key.replace(' ', '-')))),
                (first, again) -> first + " then " + again);
    }
}
