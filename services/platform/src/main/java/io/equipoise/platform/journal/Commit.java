package io.equipoise.platform.journal;

import java.util.List;
import java.util.Optional;

/**
 * One accepted command: an audit-trail entry, an outbox message and a step of the stream's history, all at once.
 *
 * @param version in the stream, from 1, without gaps
 * @param position in the lane, from 1, without gaps: the total order in which facts leave the service
 */
public record Commit<E>(String stream, long version, int lane, long position, Attribution by, List<E> facts) {
    public Commit {
        facts = List.copyOf(facts);
    }

    /** The first fact of a kind, if there is one. */
    public <T extends E> Optional<T> first(Class<T> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
