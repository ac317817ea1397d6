package io.equipoise.adverseevent.domain.icsr;

import java.time.Instant;

/**
 * What the rules need to know beside the report.
 *
 * @param first whether this receiver never had a report of this case
 * @param at nothing in the report may lie after it
 */
public record Sending(Profile profile, boolean first, Instant at) {}
