package io.equipoise.adverseevent.domain.alerting;

import java.time.Instant;

/** Nobody is on call from an instant until just before another. */
public record Gap(Instant from, Instant until) {}
