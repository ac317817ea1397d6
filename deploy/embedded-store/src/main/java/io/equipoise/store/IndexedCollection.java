package io.equipoise.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.oplog.Oplog;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Documents as BSON by the bytes of their _id. Reading decodes a new document each time, so what the server changes in place or
 * still sends to a client is never what is stored. One operation at a time runs on a collection.
 */
final class IndexedCollection extends AbstractSynchronizedMongoCollection<Bytes> {

    /** With what the aggregation that a thread runs on the collection begins. */
    private record FirstMatch(IndexedCollection collection, Document match) {}

    private static final ThreadLocal<@Nullable FirstMatch> FIRST_MATCH = new ThreadLocal<>();

    private final MVMap<byte[], byte[]> data;
    private final LongAdder documentsRead = new LongAdder();
    private boolean onlyFirst;

    IndexedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            CursorRegistry cursors,
            MVMap<byte[], byte[]> data) {
        super(database, name, options, cursors);
        this.data = data;
    }

    /** How many documents were decoded since the start: tells a scan from the use of an index. */
    long documentsRead() {
        return documentsRead.sum();
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        int wanted = onlyFirst ? 1 : limit;
        var plan = plan(query, orderBy == null ? new Document() : orderBy, wanted > 0 ? skip + wanted : 0);
        if (plan == null) {
            return matchDocuments(query, orderBy, skip, wanted, batchSize, fields);
        }
        return matchDocumentsFromStream(
                query,
                plan.positions().map(this::getDocument),
                skip,
                wanted,
                batchSize,
                plan.sorted() ? null : deriveComparator(orderBy),
                fields);
    }

    private @Nullable QueryPlan plan(Document query, Document orderBy, int wanted) {
        var indexes = getIndexes().stream().map(OrderedIndex.class::cast).toList();
        return orderBy.containsKey("$natural")
                ? null
                : QueryPlan.choose(indexes, query, new QueryPlan.Wanted(orderBy, wanted));
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document orderBy, int skip, int limit, int batchSize, Document fields) {
        var cursor = isNaturalDescending(orderBy) ? data.cursor(null, null, true) : data.cursor(null);
        var documents = StreamSupport.stream(Spliterators.spliteratorUnknownSize(cursor, Spliterator.ORDERED), false)
                .map(key -> decode(cursor.getValue()));
        return matchDocumentsFromStream(documents, query, orderBy, skip, limit, batchSize, fields);
    }

    @Override
    public synchronized Document updateDocuments(
            Document selector,
            Document update,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        onlyFirst = !isMulti;
        try {
            return super.updateDocuments(selector, update, arrayFilters, isMulti, isUpsert, oplog);
        } finally {
            onlyFirst = false;
        }
    }

    @Override
    public synchronized int count(Document query, int skip, int limit) {
        return super.count(query, skip, limit);
    }

    /** Runs an aggregation that begins with a match on no more documents than can match. */
    <T> T matchingFirst(Document match, Supplier<T> aggregation) {
        FIRST_MATCH.set(new FirstMatch(this, match));
        try {
            return aggregation.get();
        } finally {
            FIRST_MATCH.remove();
        }
    }

    @Override
    public Stream<Document> queryAllAsStream() {
        var first = FIRST_MATCH.get();
        if (first == null || first.collection != this) {
            return super.queryAllAsStream();
        }
        FIRST_MATCH.remove();
        return handleQueryAsStream(first.match);
    }

    @Override
    public synchronized void addIndex(Index<Bytes> index) {
        boolean opening =
                getIndexes().stream().noneMatch(existing -> existing.getName().equals(index.getName()));
        if (opening && index instanceof OrderedIndex ordered && !ordered.agreesWith(data.sizeAsLong())) {
            ordered.clear(); // and so built anew
        }
        super.addIndex(index);
    }

    @Override
    public synchronized void dropIndex(String name) {
        super.dropIndex(name);
    }

    @Override
    protected Bytes addDocumentInternal(Document document) {
        Object id = getIdField() == null ? new ObjectId() : document.get(getIdField());
        byte[] position = KeyCodec.encode(id);
        data.put(position, encode(document));
        return new Bytes(position);
    }

    @Override
    protected void handleUpdate(Bytes position, Document oldDocument, Document newDocument) {
        data.put(position.value(), encode(newDocument));
    }

    @Override
    protected void removeDocument(Bytes position) {
        data.remove(position.value());
    }

    @Override
    protected Document getDocument(Bytes position) {
        return decode(Objects.requireNonNull(data.get(position.value())));
    }

    @Override
    protected Stream<DocumentWithPosition<Bytes>> streamAllDocumentsWithPosition() {
        return data.entrySet().stream()
                .map(entry -> new DocumentWithPosition<>(decode(entry.getValue()), new Bytes(entry.getKey())));
    }

    private static byte[] encode(Document document) {
        var out = Unpooled.buffer(256);
        BsonEncoder.encodeDocument(document, out);
        return Arrays.copyOf(out.array(), out.writerIndex());
    }

    private Document decode(byte[] document) {
        documentsRead.increment();
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(document));
    }

    @Override
    public int count() {
        return data.size();
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {
        // added up when asked for
    }

    @Override
    protected int getDataSize() {
        long bytes =
                data.values().stream().mapToLong(document -> document.length).sum();
        return (int) Math.min(Integer.MAX_VALUE, bytes);
    }
}
