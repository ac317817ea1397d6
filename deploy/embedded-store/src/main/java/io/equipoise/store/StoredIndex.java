package io.equipoise.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The description of an index as it is stored, or as it comes in a command. */
record StoredIndex(
        String namespace,
        String name,
        Document key,
        @Nullable Document partialFilter,
        @Nullable Number expireAfterSeconds) {

    static StoredIndex of(Document description) {
        return new StoredIndex(
                String.valueOf(description.get("ns")),
                String.valueOf(description.get("name")),
                Objects.requireNonNull((Document) description.get("key")),
                (Document) description.get("partialFilterExpression"),
                (Number) description.get("expireAfterSeconds"));
    }

    String firstPath() {
        return key.keySet().iterator().next();
    }
}
