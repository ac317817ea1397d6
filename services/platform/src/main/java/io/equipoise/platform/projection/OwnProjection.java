package io.equipoise.platform.projection;

import io.equipoise.platform.journal.Commit;
import java.util.List;

/** A read model of the service's own journal, private facts included. The same promises as {@link Projection}. */
public interface OwnProjection<E> {
    void apply(Commit<E> commit);

    List<String> collections();

    /** Changes with what is written: a service that finds read models of another version builds them anew. */
    default int version() {
        return 1;
    }
}
