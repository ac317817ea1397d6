package io.equipoise.store;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An ordered, persistent index, unique or not. An entry is the values' bytes followed by the document's position (the bytes of
 * its _id) and tells where the position begins. The index on _id has no entries of its own: it is the collection's data.
 */
final class OrderedIndex extends Index<Bytes> {

    private static final byte[] IRREGULAR = {(byte) 0xFF};

    private final IndexShape shape;
    private final MVMap<byte[], byte[]> entries;

    OrderedIndex(IndexShape shape, MVMap<byte[], byte[]> entries) {
        super(shape.name(), shape.keys(), shape.sparse());
        this.shape = shape;
        this.entries = entries;
    }

    IndexShape shape() {
        return shape;
    }

    MVMap<byte[], byte[]> entries() {
        return entries;
    }

    byte[] position(byte[] key, byte[] value) {
        return shape.primary()
                ? key
                : Arrays.copyOfRange(key, ByteBuffer.wrap(value).getInt(), key.length);
    }

    boolean isMarker(byte[] key) {
        return !shape.primary() && Arrays.equals(key, IRREGULAR);
    }

    /** Whether arrays or values that the bytes do not order were ever indexed: then entries repeat documents, out of order. */
    boolean isIrregular() {
        return shape.primary() ? has(11, 19) || has(27, 31) : entries.containsKey(IRREGULAR);
    }

    private boolean has(int tag, int lastTag) {
        byte[] next = entries.ceilingKey(new byte[] {(byte) tag});
        return next != null && next[0] <= lastTag;
    }

    /** Every document has at least one entry, and exactly one when the index is regular; false calls for a rebuild. */
    boolean agreesWith(long documents) {
        return shape.primary()
                || shape.sparse()
                || shape.partialFilter() != null
                || (isIrregular() ? getCount() >= documents : getCount() == documents);
    }

    void clear() {
        entries.clear();
    }

    /** Whether the values found equal to this one are those with equal bytes; an _id is equal to a document field by field. */
    boolean canEqual(@Nullable Object operand) {
        return KeyCodec.isOrdered(operand) || (shape.primary() && operand instanceof Document);
    }

    @Override
    public Bytes getPosition(Document document) {
        return new Bytes(KeyCodec.encode(document.get("_id")));
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Bytes> collection) {
        var position = getPosition(document);
        boolean taken = shape.primary()
                ? entries.containsKey(position.value())
                : shape.unique() && isTaken(IndexedKeys.of(document, shape).keys(), position);
        if (taken) {
            throw new DuplicateKeyError(
                    this,
                    collection,
                    getKeys(),
                    getKeyValues(document).iterator().next());
        }
        if (!shape.primary()) {
            getKeyValues(document); // refuses parallel arrays
        }
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Bytes> collection) {
        if (!shape.primary()) {
            checkAdd(newDocument, collection);
        }
    }

    private boolean isTaken(Set<Bytes> keys, Bytes position) {
        for (var key : keys) {
            var cursor = entries.cursor(key.value(), Bounds.after(key.value()), false);
            while (cursor.hasNext()) {
                var holder = new Bytes(position(cursor.next(), cursor.getValue()));
                if (!holder.equals(position)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public void add(Document document, Bytes position, MongoCollection<Bytes> collection) {
        if (!shape.primary()) {
            keysOf(document).forEach(key -> put(key, position));
        }
    }

    @Override
    public Bytes remove(Document document) {
        var position = getPosition(document);
        if (!shape.primary()) {
            keysOf(document).forEach(key -> take(key, position));
        }
        return position;
    }

    @Override
    public void updateInPlace(
            Document oldDocument, Document newDocument, Bytes position, MongoCollection<Bytes> collection) {
        if (!shape.primary()) {
            var before = keysOf(oldDocument);
            var after = keysOf(newDocument);
            after.stream().filter(key -> !before.contains(key)).forEach(key -> put(key, position));
            before.stream().filter(key -> !after.contains(key)).forEach(key -> take(key, position));
        }
    }

    private Set<Bytes> keysOf(Document document) {
        var found = IndexedKeys.of(document, shape);
        if (found.irregular() && !isIrregular()) {
            entries.put(IRREGULAR, new byte[0]);
        }
        return found.keys();
    }

    private void put(Bytes key, Bytes position) {
        byte[] positionBegins =
                ByteBuffer.allocate(Integer.BYTES).putInt(key.value().length).array();
        entries.put(key.and(position.value()).value(), positionBegins);
    }

    private void take(Bytes key, Bytes position) {
        entries.remove(key.and(position.value()).value());
    }

    @Override
    public boolean canHandle(Document query) {
        return false; // IndexedCollection asks QueryPlan instead
    }

    @Override
    public Iterable<Bytes> getPositions(Document query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long getCount() {
        return entries.sizeAsLong() - (!shape.primary() && isIrregular() ? 1 : 0);
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public boolean isUnique() {
        return shape.unique();
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return other instanceof OrderedIndex index
                && toIndexDescription().equals(index.toIndexDescription())
                && Objects.equals(shape.partialFilter(), index.shape.partialFilter());
    }

    @Override
    public void drop() {
        // the database removes the map
    }
}
