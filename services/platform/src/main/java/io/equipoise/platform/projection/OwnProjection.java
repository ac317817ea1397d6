package io.equipoise.platform.projection;

import io.equipoise.platform.journal.Commit;
import java.util.List;

/** A read model of the service's own journal, private facts included. The same promises as {@link Projection}. */
public interface OwnProjection<E> {
    void apply(Commit<E> commit);

    List<String> collections();

    /** Whether no document is written by two streams: then a backlog's streams are handled beside each other. */
    default boolean byStream() {
        return false;
    }

    /** Changes with what is written: a service that finds read models of another version builds them anew. */
    default int version() {
        return 1;
    }
}
