package io.equipoise.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.jspecify.annotations.Nullable;

/** The collections and indexes of a database, each a map of the store. */
final class IndexedDatabase extends AbstractSynchronizedMongoDatabase<Bytes> {

    static final String DATA = "data$";
    private static final String INDEX = "index$";
    private static final String EXPIRY = "expireAfterSeconds";
    private static final Set<String> INDEX_OPTIONS =
            Set.of("v", "ns", "key", "name", "unique", "sparse", "background", "partialFilterExpression", EXPIRY);

    private final MVStore store;
    private @Nullable Document creating;

    IndexedDatabase(String name, CursorRegistry cursors, MVStore store) {
        super(name, cursors);
        this.store = store;
        initializeNamespacesAndIndexes();
    }

    private MVMap<byte[], byte[]> open(String map) {
        var bytes = new MVMap.Builder<byte[], byte[]>()
                .keyType(ByteArrayDataType.INSTANCE)
                .valueType(ByteArrayDataType.INSTANCE);
        return store.openMap(map, bytes);
    }

    private MVMap<byte[], byte[]> data(String fullName) {
        return open(DATA + fullName);
    }

    @Override
    protected MongoCollection<Bytes> openOrCreateCollection(String name, CollectionOptions options) {
        return new IndexedCollection(this, name, options, cursorRegistry, data(getFullCollectionNamespace(name)));
    }

    @Override
    protected Index<Bytes> openOrCreateUniqueIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return openIndex(collection, new IndexShape(name, keys, sparse, true, partialFilter(collection, name)));
    }

    @Override
    protected Index<Bytes> openOrCreateSecondaryIndex(
            String collection, String name, List<IndexKey> keys, boolean sparse) {
        return openIndex(collection, new IndexShape(name, keys, sparse, false, partialFilter(collection, name)));
    }

    private Index<Bytes> openIndex(String collection, IndexShape shape) {
        String fullName = getFullCollectionNamespace(collection);
        return new OrderedIndex(shape, shape.primary() ? data(fullName) : open(INDEX + fullName + "$" + shape.name()));
    }

    private @Nullable Document partialFilter(String collection, String name) {
        var index = creating != null
                ? StoredIndex.of(creating)
                : storedIndexes()
                        .filter(stored -> stored.namespace().equals(getFullCollectionNamespace(collection))
                                && stored.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        return index.partialFilter();
    }

    private Stream<StoredIndex> storedIndexes() {
        return indexes.get() == null
                ? Stream.empty()
                : indexes.get().queryAllAsStream().map(StoredIndex::of);
    }

    /** Refuses what this index does not do, rather than leave it out. */
    @Override
    protected synchronized void addIndex(Document description) {
        var key = StoredIndex.of(description).key();
        for (var option : description.keySet()) {
            refuse(!INDEX_OPTIONS.contains(option), "option " + option);
        }
        key.forEach((path, kind) -> refuse(
                !(kind instanceof Number) || path.matches("(.*[.])?([0-9]+|[$].*)([.].*)?"),
                "key " + path + ": " + kind));
        refuse(description.containsKey(EXPIRY) && key.size() > 1, EXPIRY + " with several keys");
        var outer = creating;
        creating = description;
        try {
            super.addIndex(description);
        } finally {
            creating = outer;
        }
    }

    private static void refuse(boolean condition, String what) {
        if (condition) {
            throw new MongoServerError(67, "CannotCreateIndex", "The embedded store has no index with " + what);
        }
    }

    /** Deletes what the indexes with an expiry say has expired. */
    void expire(Instant now) {
        for (var index : storedIndexes().toList()) {
            if (index.expireAfterSeconds() != null) {
                var latest = now.minusSeconds(index.expireAfterSeconds().longValue());
                var collection = resolveCollection(index.namespace().substring(databaseName.length() + 1), true);
                var expired = new Document(index.firstPath(), new Document("$lt", latest));
                collection.deleteDocuments(expired, 0, NoopOplog.get());
            }
        }
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver resolver, Oplog oplog) {
        if (command.equals("aggregate")
                && query.get("pipeline") instanceof List<?> stages
                && !stages.isEmpty()
                && stages.getFirst() instanceof Document stage
                && stage.get("$match") instanceof Document match
                && resolveCollection(String.valueOf(query.get(command)), false)
                        instanceof IndexedCollection collection) {
            return isCountOfAll(stages)
                    ? counted(collection, match)
                    : collection.matchingFirst(
                            match, () -> super.handleCommand(channel, command, query, resolver, oplog));
        }
        return super.handleCommand(channel, command, query, resolver, oplog);
    }

    /** The form in which the driver asks for countDocuments. */
    private static boolean isCountOfAll(List<?> stages) {
        var group = new Document("_id", 1).append("n", new Document("$sum", 1));
        return stages.size() == 2 && stages.getLast().equals(new Document("$group", group));
    }

    private static Document counted(IndexedCollection collection, Document match) {
        int count = collection.count(match, 0, 0);
        var batch = count == 0 ? List.of() : List.of(new Document("_id", 1).append("n", count));
        var cursor =
                new Document("id", 0L).append("ns", collection.getFullName()).append("firstBatch", batch);
        return new Document("cursor", cursor).append("ok", 1.0);
    }

    @Override
    protected void dropIndex(MongoCollection<Bytes> collection, String name) {
        super.dropIndex(collection, name);
        store.removeMap(INDEX + collection.getFullName() + "$" + name);
    }

    @Override
    public void dropCollection(String name, Oplog oplog) {
        super.dropCollection(name, oplog);
        store.removeMap(DATA + getFullCollectionNamespace(name));
        var prefix = INDEX + getFullCollectionNamespace(name) + "$";
        store.getMapNames().stream()
                .filter(map -> map.startsWith(prefix))
                .toList()
                .forEach(store::removeMap);
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
        String oldName = collection.getFullName();
        super.moveCollection(from, collection, newName);
        String fullName = getFullCollectionNamespace(newName);
        store.renameMap(data(oldName), DATA + fullName);
        String prefix = INDEX + oldName + "$";
        store.getMapNames().stream()
                .filter(map -> map.startsWith(prefix))
                .toList()
                .forEach(map -> store.renameMap(open(map), INDEX + fullName + map.substring(prefix.length() - 1)));
    }

    @Override
    protected long getStorageSize() {
        var file = store.getFileStore();
        return file == null ? 0 : file.size();
    }

    @Override
    protected long getFileSize() {
        return getStorageSize();
    }
}
