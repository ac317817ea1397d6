package io.equipoise.enrolment.adapter.kafka;

import io.equipoise.enrolment.application.Anchoring;
import io.equipoise.enrolment.domain.SealAnchored;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.consume.Heard;
import io.equipoise.platform.consume.Reaction;
import java.time.Clock;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Anchors the seals of study-design, which anchors those of everybody else. */
public final class SealsHeard implements Reaction {
    private static final Logger LOG = LoggerFactory.getLogger(SealsHeard.class);
    private static final String SERVICE = "enrolment";
    private static final String ANCHORED = "study-design";

    private final Anchoring anchoring;
    private final Clock clock;

    public SealsHeard(Anchoring anchoring, Clock clock) {
        this.anchoring = anchoring;
        this.clock = clock;
    }

    @Override
    public Set<String> topics() {
        return Set.of("seals");
    }

    @Override
    public void react(Heard heard) {
        if (!heard.type().equals("SealClosed.v1") || !heard.text("service").equals(ANCHORED)) {
            return;
        }
        var data = heard.data();
        var seal = new SealAnchored(
                heard.text("service"),
                data.required("lane").intValue(),
                data.required("to").longValue(),
                heard.text("seal"));
        var outcome = anchoring.anchor(seal, heard.attribution(SERVICE, clock.instant(), "anchor"));
        if (outcome instanceof Outcome.Refused(var reason)) {
            LOG.error("a seal was not anchored: {} {}", reason.code(), reason.detail());
        }
    }
}
