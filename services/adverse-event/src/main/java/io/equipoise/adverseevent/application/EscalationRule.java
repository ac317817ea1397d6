package io.equipoise.adverseevent.application;

import java.time.Duration;
import java.util.Optional;

/**
 * After how long an unacknowledged alert goes a step up: what the study says, else what this installation says. Where
 * neither says, nothing is escalated, and the alert says so.
 */
public record EscalationRule(House house, Optional<Duration> otherwise) {

    public Optional<Duration> after(String study) {
        return house.escalateAfter(study).or(() -> otherwise);
    }
}
