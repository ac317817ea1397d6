package io.equipoise.store;

import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys under which an index holds a document: the product of the values of each path, or none where a sparse or partial
 * index leaves the document out.
 *
 * @param irregular whether arrays or values that the bytes do not order are among them
 */
record IndexedKeys(Set<Bytes> keys, boolean irregular) {

    private static final IndexedKeys NONE = new IndexedKeys(Set.of(), false);

    static IndexedKeys of(Document document, IndexShape shape) {
        var filter = shape.partialFilter();
        if (filter != null && !new DefaultQueryMatcher().matches(document, filter)) {
            return NONE;
        }
        Set<Bytes> keys = Set.of(Bytes.NONE);
        boolean anyValue = false;
        boolean irregular = false;
        for (int field = 0; field < shape.keys().size(); field++) {
            var values = new ArrayList<Object>();
            collect(document, List.of(shape.keys().get(field).getKey().split("\\.", -1)), values);
            anyValue |= values.stream().anyMatch(value -> !(value instanceof Missing));
            irregular |= values.size() != 1 || !KeyCodec.isOrdered(values.getFirst());
            keys = product(keys, values, field, shape);
        }
        return shape.sparse() && !anyValue ? NONE : new IndexedKeys(keys, irregular);
    }

    private static Set<Bytes> product(Set<Bytes> keys, List<Object> values, int field, IndexShape shape) {
        var longer = new LinkedHashSet<Bytes>();
        for (var key : keys) {
            for (var value : values) {
                longer.add(key.and(shape.component(field, value)));
            }
        }
        return longer;
    }

    /** All that a condition on the path could meet in the document: like the matcher, it looks into arrays at every step. */
    private static void collect(Object value, List<String> path, List<Object> found) {
        if (value instanceof Collection<?> array) {
            if (array.isEmpty()) {
                found.add(KeyCodec.EmptyArray.VALUE);
            }
            array.forEach(element -> collect(element, path, found));
        } else if (path.isEmpty()) {
            found.add(value);
        } else {
            Object next =
                    value instanceof Document document ? document.getOrMissing(path.getFirst()) : Missing.getInstance();
            collect(next, path.subList(1, path.size()), found);
        }
    }
}
