package io.equipoise.adverseevent.adapter.kafka;

import io.equipoise.adverseevent.application.StoppingRules;
import io.equipoise.adverseevent.application.StoppingWatch;
import io.equipoise.adverseevent.domain.StoppingFact.ExposureNoted;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.consume.Reaction;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/** Doses are counted as they are told; the rules of a study definition count once it is activated. */
public final class StoppingReaction implements Reaction {
    private static final String SERVICE = "adverse-event";

    private final StoppingWatch watch;
    private final StoppingRules rules;
    private final Clock clock;

    public StoppingReaction(StoppingWatch watch, StoppingRules rules, Clock clock) {
        this.watch = watch;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public Set<String> topics() {
        return Set.of("studies", "dosing");
    }

    @Override
    public void react(Heard heard) {
        var by = heard.attribution(SERVICE, clock.instant(), "stopping");
        switch (heard.type()) {
            case "DoseAdministered.v1", "DoseTakenAsNeeded.v1" ->
                watch.dosed(
                        new ExposureNoted(
                                heard.text("study"), heard.text("subject"), Instant.parse(heard.text("startedAt"))),
                        by);
            case "StudyActivated.v1" ->
                rules.activated(
                        heard.text("study"), heard.data().path("version").asInt(), by);
            default -> {
                // nothing that a rule counts
            }
        }
    }
}
