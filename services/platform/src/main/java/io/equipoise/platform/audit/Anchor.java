package io.equipoise.platform.audit;

import java.time.Instant;

/** A seal of another service, as it was written down here, and when. */
public record Anchor(String service, int lane, long to, String seal, Instant anchoredAt) {}
