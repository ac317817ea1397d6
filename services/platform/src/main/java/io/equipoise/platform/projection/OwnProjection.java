package io.equipoise.platform.projection;

import io.equipoise.platform.journal.Commit;
import java.util.List;

/** A read model of the service's own journal, private facts included. The same promises as {@link Projection}. */
public interface OwnProjection<E> {
    void apply(Commit<E> commit);

    List<String> collections();
}
