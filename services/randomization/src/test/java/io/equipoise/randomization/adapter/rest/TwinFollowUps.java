package io.equipoise.randomization.adapter.rest;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.web.Caller;
import io.equipoise.randomization.World;
import io.equipoise.randomization.adapter.mongo.CodeBreaksProjection;
import io.equipoise.randomization.adapter.mongo.MongoCodeBreaks;
import io.equipoise.randomization.adapter.rest.FollowUpEndpoint.ImpactRequest;
import io.equipoise.randomization.application.FollowingUp;
import io.equipoise.randomization.domain.FollowUp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is left to do after the code breaks of a twin trial, and done for people of both arms. */
final class TwinFollowUps {
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final World world;
    private final Caller caller;
    private final FollowUpEndpoint door;

    TwinFollowUps(World world, Caller caller) {
        this.world = world;
        this.caller = caller;
        this.door = new FollowUpEndpoint(new FollowingUp(
                new MongoCodeBreaks(world.database), new CommandHandler<>(world.process.journal, FollowUp.DECIDER)));
    }

    Map<String, String> run() {
        assess("too early", TwinTrial.ANNA, "NONE");
        shown("open");
        for (var subject : List.of(TwinTrial.ANNA, TwinTrial.BORIS)) {
            assess("malformed", subject, "GREAT");
            assess("done", subject, "MINOR");
            assess("done again", subject, "MINOR");
        }
        assess("nobody", TwinTrial.NOBODY, "NONE");
        shown("done");
        return answers;
    }

    private void assess(String step, SubjectId subject, String deviation) {
        var request = new ImpactRequest(TwinTrial.FIRST_INFUSION, deviation, "continues; the assessor stays blind");
        var key = "impact-" + step.replace(' ', '-') + "-" + subject;
        answers.put(
                key, TwinTrial.answer(() -> door.assess(subject.toString(), request, caller, World.by("inv-01", key))));
    }

    private void shown(String step) {
        var projection = new CodeBreaksProjection(world.database);
        world.process.journal.after(0, 0, 10_000).forEach(projection::apply);
        answers.put("code break tasks " + step, TwinTrial.text(door.tasks(World.STUDY, caller)));
    }
}
