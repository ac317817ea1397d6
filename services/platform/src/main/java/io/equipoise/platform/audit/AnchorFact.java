package io.equipoise.platform.audit;

import java.util.Optional;
import java.util.function.Function;

/**
 * How a service's journal speaks of anchored seals.
 *
 * @param of the fact that a seal was anchored
 * @param seal the seal that a fact anchors, if it does that
 */
public record AnchorFact<E>(Function<ClosedSeal, E> of, Function<E, Optional<ClosedSeal>> seal) {}
