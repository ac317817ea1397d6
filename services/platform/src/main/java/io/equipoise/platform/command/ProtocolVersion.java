package io.equipoise.platform.command;

import java.util.List;
import java.util.Optional;

/**
 * The version of a study's definition that whom facts are about goes by. It is written down with the facts: asked later,
 * the answer would be another one.
 */
@FunctionalInterface
public interface ProtocolVersion<S, E> {
    /**
     * Empty where the facts are about nobody, or where nobody has told.
     *
     * @param after the stream's state with the facts in it
     */
    Optional<Integer> of(S after, List<E> facts);
}
