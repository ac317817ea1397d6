package io.equipoise.platform.projection;

import io.equipoise.platform.consume.Heard;
import java.util.List;
import java.util.Set;

/**
 * A read model of what others told. May be told twice, late, and from the start, and ends the same: writes are keyed, and
 * what is written comes from the messages alone (no clock, no counter), so that a rebuilt one is equal byte for byte.
 */
public interface Projection {
    Set<String> topics();

    void apply(Heard heard);

    /** The names of the collections it writes. */
    List<String> collections();

    /** Changes with what is written: a service that finds read models of another version builds them anew. */
    default int version() {
        return 1;
    }
}
