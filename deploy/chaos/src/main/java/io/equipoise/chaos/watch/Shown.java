package io.equipoise.chaos.watch;

import io.equipoise.chaos.evidence.Pushed;

/**
 * What came to a screen, as it came: nothing is left out because it was there before.
 *
 * @param raised when the event was entered, as the alert says; microseconds since 1970, 0 where it does not say
 * @param at when it was read whole; microseconds since 1970
 */
public record Shown(Pushed what, long raised, long at) {}
