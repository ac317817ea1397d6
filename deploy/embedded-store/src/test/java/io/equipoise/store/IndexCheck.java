package io.equipoise.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.TreeSet;

/** Compares every index of a database with the documents it should hold. */
final class IndexCheck {

    private IndexCheck() {}

    /** How many entries are missing or too many, over all indexes. */
    static long faults(EmbeddedStore store, String databaseName) {
        var database = (IndexedDatabase) store.backend().resolveDatabase(databaseName);
        var descriptions = database.resolveCollection("system.indexes", false);
        return descriptions == null
                ? 0
                : descriptions
                        .queryAllAsStream()
                        .mapToLong(description -> faults(database, description))
                        .sum();
    }

    static IndexedCollection collection(EmbeddedStore store, String database, String name) {
        return (IndexedCollection) store.backend().resolveDatabase(database).resolveCollection(name, true);
    }

    private static long faults(IndexedDatabase database, Document description) {
        var namespace = description.get("ns").toString();
        var collection = (IndexedCollection) database.resolveCollection(
                namespace.substring(database.getDatabaseName().length() + 1), true);
        var index = (OrderedIndex) collection.getIndexes().stream()
                .filter(candidate -> candidate.getName().equals(description.get("name")))
                .findFirst()
                .orElseThrow();
        if (index.shape().primary()) {
            return 0;
        }
        var wanted = new TreeSet<byte[]>(Arrays::compareUnsigned);
        collection
                .queryAllAsStream()
                .forEach(document -> IndexedKeys.of(document, index.shape())
                        .keys()
                        .forEach(key -> wanted.add(
                                key.and(index.getPosition(document).value()).value())));
        var found = new TreeSet<byte[]>(Arrays::compareUnsigned);
        index.entries().keyIterator(null).forEachRemaining(key -> {
            if (!index.isMarker(key)) {
                found.add(key);
            }
        });
        var all = new TreeSet<>(wanted);
        all.addAll(found);
        return all.stream()
                .filter(key -> !wanted.contains(key) || !found.contains(key))
                .count();
    }
}
