package io.equipoise.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked of an index when it was created. */
record IndexShape(
        String name,
        List<IndexKey> keys,
        boolean sparse,
        boolean unique,
        @Nullable Document partialFilter) {

    IndexShape {
        keys = List.copyOf(keys);
    }

    /** Whether it is the index on _id, which has no entries of its own: it is the collection's data. */
    boolean primary() {
        return keys.size() == 1 && keys.getFirst().getKey().equals("_id");
    }

    byte[] component(int field, @Nullable Object value) {
        return Bounds.directed(KeyCodec.encode(value), !keys.get(field).isAscending());
    }
}
