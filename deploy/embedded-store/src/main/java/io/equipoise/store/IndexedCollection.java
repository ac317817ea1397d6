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
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Documents as BSON by the bytes of their _id. Reading decodes a new document each time, so what the server changes in place or
 * still sends to a client is never what is stored. One operation at a time runs on a collection.
 */
final class IndexedCollection extends AbstractSynchronizedMongoCollection<ByteBuffer> {

    private final MVMap<byte[], byte[]> data;
    private final ThreadLocal<@Nullable Document> firstMatch = new ThreadLocal<>();
    private final LongAdder documentsRead = new LongAdder();
    private boolean first;

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
        int wanted = first ? 1 : limit;
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
        var documents = Stream.iterate(cursor, c -> c.hasNext(), c -> c).map(c -> {
            var key = c.next();
            return decode(c.getValue());
        });
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
        first = !isMulti;
        try {
            return super.updateDocuments(selector, update, arrayFilters, isMulti, isUpsert, oplog);
        } finally {
            first = false;
        }
    }

    @Override
    public synchronized int count(Document query, int skip, int limit) {
        return super.count(query, skip, limit);
    }

    /** Runs an aggregation that begins with a match on no more documents than can match. */
    <T> T matchingFirst(Document match, Supplier<T> aggregation) {
        firstMatch.set(match);
        try {
            return aggregation.get();
        } finally {
            firstMatch.remove();
        }
    }

    @Override
    public Stream<Document> queryAllAsStream() {
        var match = firstMatch.get();
        firstMatch.remove();
        return match == null ? super.queryAllAsStream() : handleQueryAsStream(match);
    }

    @Override
    public synchronized void addIndex(Index<ByteBuffer> index) {
        boolean opening = getIndexes().stream()
                .noneMatch(existing -> existing.getName().equals(index.getName()));
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
    protected ByteBuffer addDocumentInternal(Document document) {
        Object id = getIdField() == null ? new ObjectId() : document.get(getIdField());
        byte[] position = KeyCodec.encode(id);
        data.put(position, encode(document));
        return ByteBuffer.wrap(position);
    }

    @Override
    protected void handleUpdate(ByteBuffer position, Document oldDocument, Document newDocument) {
        data.put(position.array(), encode(newDocument));
    }

    @Override
    protected void removeDocument(ByteBuffer position) {
        data.remove(position.array());
    }

    @Override
    protected Document getDocument(ByteBuffer position) {
        return decode(data.get(position.array()));
    }

    @Override
    protected Stream<DocumentWithPosition<ByteBuffer>> streamAllDocumentsWithPosition() {
        return data.entrySet().stream()
                .map(entry ->
                        new DocumentWithPosition<>(decode(entry.getValue()), ByteBuffer.wrap(entry.getKey())));
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
        long bytes = data.values().stream().mapToLong(document -> document.length).sum();
        return (int) Math.min(Integer.MAX_VALUE, bytes);
    }
}
