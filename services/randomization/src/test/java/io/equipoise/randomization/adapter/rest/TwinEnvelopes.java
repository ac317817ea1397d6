package io.equipoise.randomization.adapter.rest;

import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.web.Caller;
import io.equipoise.randomization.World;
import io.equipoise.randomization.adapter.rest.EnvelopesEndpoint.ReconciliationRequest;
import io.equipoise.randomization.adapter.rest.EnvelopesEndpoint.SealRequest;
import io.equipoise.randomization.application.SealingEnvelopes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;

/** What the blinded see of the sealed envelopes; what is sealed is kept by its length, as it is never the same twice. */
final class TwinEnvelopes {
    private static final Pattern SEALED = Pattern.compile("sealed: ([A-Za-z0-9_-]+)");

    private final Map<String, String> answers = new LinkedHashMap<>();
    private final EnvelopesEndpoint door;
    private final Caller caller;

    TwinEnvelopes(SealingEnvelopes sealing, Caller caller) {
        this.door = new EnvelopesEndpoint(sealing);
        this.caller = caller;
    }

    Map<String, String> run() {
        tried("sealed too early", by -> door.seal(World.STUDY, new SealRequest(false), caller, by));
        tried("first share", by -> door.takeShare(World.STUDY, World.by("inv-01", "share")));
        tried("second share", by -> door.takeShare(World.STUDY, World.by("pha-01", "share")));
        tried("sealed", by -> door.seal(World.STUDY, new SealRequest(false), caller, by));
        tried("sealed again", by -> door.seal(World.STUDY, new SealRequest(false), caller, by));
        tried("sealed anew", by -> door.seal(World.STUDY, new SealRequest(true), caller, by));
        answers.put("inventory", TwinTrial.text(door.inventory(World.STUDY, caller)));
        for (var subject : List.of(TwinTrial.ANNA, TwinTrial.BORIS, TwinTrial.NOBODY)) {
            var told = new ReconciliationRequest("OVERDOSE", TwinTrial.SEIZURE, "Dr. Weiss", TwinTrial.FIRST_INFUSION);
            tried("opened " + subject, by -> door.reconcile(subject.toString(), told, caller, by));
            tried("told again " + subject, by -> door.reconcile(subject.toString(), told, caller, by));
        }
        return answers;
    }

    private void tried(String step, Function<Attribution, ResponseEntity<Object>> request) {
        var answer = TwinTrial.answer(() -> request.apply(World.by("inv-01", step.replace(' ', '-'))));
        answers.put(
                step,
                SEALED.matcher(answer)
                        .replaceAll(found -> "sealed#" + found.group(1).length()));
    }
}
