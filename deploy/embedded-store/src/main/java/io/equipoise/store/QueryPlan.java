package io.equipoise.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Which part of which index to read for a query, a superset of its documents: everything found is still matched with the query.
 *
 * @param sorted  whether the documents come in the wanted order
 * @param reverse whether to read backwards for it
 * @param cost    how many entries will be read at most, which the store's counted tree tells exactly
 */
record QueryPlan(OrderedIndex index, List<Bounds> ranges, boolean sorted, boolean reverse, long cost) {

    private static final int MAX_RANGES = 1000;

    /** In what order, and how many of them (0: all), the documents are wanted. */
    record Wanted(Document order, int number) {}

    /** The leading fields of an index that the conditions fix, and what is read for them. */
    private record Prefix(List<Bounds> ranges, int fixed, int used, boolean present) {}

    /** The cheapest plan, or null for a scan of all documents. */
    static @Nullable QueryPlan choose(Collection<OrderedIndex> indexes, Document query, Wanted wanted) {
        var conditions = Conditions.of(query);
        return indexes.stream()
                .map(index -> plan(index, conditions, wanted))
                .filter(Objects::nonNull)
                .min(Comparator.comparingLong(QueryPlan::cost).thenComparing(plan -> !plan.sorted))
                .orElse(null);
    }

    Stream<Bytes> positions() {
        var positions = ranges.stream().flatMap(this::read);
        return index.isIrregular() ? positions.distinct() : positions;
    }

    private Stream<Bytes> read(Bounds range) {
        var cursor = reverse
                ? index.entries().cursor(range.to(), range.from(), true)
                : index.entries().cursor(range.from(), range.to(), false);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(cursor, Spliterator.ORDERED), false)
                .map(key -> new Bytes(index.position(key, cursor.getValue())));
    }

    private static @Nullable QueryPlan plan(OrderedIndex index, Conditions conditions, Wanted wanted) {
        var filter = index.shape().partialFilter();
        if (filter != null && !conditions.imply(filter)) {
            return null;
        }
        var prefix = prefix(index, conditions);
        if (index.shape().sparse() && !prefix.present) {
            return null;
        }
        var order = wanted.order;
        boolean readable = prefix.ranges.size() <= 1 && !index.isIrregular();
        var direction = readable ? direction(index, prefix.fixed, order) : null;
        boolean sorted = order.isEmpty() || direction != null;
        boolean helpsByOrder = !order.isEmpty() && sorted && wanted.number > 0;
        if (prefix.ranges.stream().anyMatch(Bounds::isAll) && !helpsByOrder) {
            return null;
        }
        long entries = prefix.ranges.stream()
                .mapToLong(range -> rank(index.entries(), range.to()) - rank(index.entries(), range.from()))
                .sum();
        boolean covered = prefix.used == conditions.size();
        long cost = sorted && covered && wanted.number > 0 ? Math.min(entries, wanted.number) : entries;
        return new QueryPlan(index, prefix.ranges, sorted, direction != null && direction, cost);
    }

    /** Fixes as many leading fields as have an equality, and one more that has a range. */
    private static Prefix prefix(OrderedIndex index, Conditions conditions) {
        boolean present = false; // whether a document without any of the fields is out of the question
        List<byte[]> prefixes = List.of(new byte[0]);
        int used = 0;
        for (int field = 0; field < index.getKeys().size(); field++) {
            var ofField = conditions.on(index.getKeys().get(field).getKey()).size();
            var values = conditions.values(index, field);
            if (values == null || (long) prefixes.size() * values.size() > MAX_RANGES) {
                var range = conditions.range(index, field);
                return range == null
                        ? new Prefix(whole(prefixes, field), field, used, present)
                        : new Prefix(within(prefixes, range), field, used + ofField, true);
            }
            byte[] absent = index.shape().component(field, null);
            present |= values.stream().noneMatch(value -> Arrays.equals(value, absent));
            prefixes = prefixes.stream()
                    .flatMap(prefix -> values.stream().map(value -> Bounds.concat(prefix, value)))
                    .toList();
            used += ofField;
        }
        return new Prefix(
                whole(prefixes, index.getKeys().size()), index.getKeys().size(), used, present);
    }

    private static List<Bounds> whole(List<byte[]> prefixes, int fixed) {
        return fixed == 0
                ? List.of(Bounds.ALL)
                : prefixes.stream()
                        .map(prefix -> new Bounds(prefix, Bounds.after(prefix)))
                        .toList();
    }

    private static List<Bounds> within(List<byte[]> prefixes, Bounds range) {
        return prefixes.stream()
                .map(prefix -> new Bounds(Bounds.concat(prefix, range.from()), Bounds.concat(prefix, range.to())))
                .toList();
    }

    private static long rank(MVMap<byte[], ?> entries, byte[] key) {
        long found = entries.getKeyIndex(key);
        return found < 0 ? -found - 1 : found;
    }

    /** Whether to read backwards for the wanted order, or null if neither direction gives it; equal keys are by _id. */
    private static @Nullable Boolean direction(OrderedIndex index, int fixed, Document order) {
        Boolean reverse = null;
        var keys = index.getKeys();
        int field = fixed;
        for (var wanted : order.entrySet()) {
            if (!(wanted.getValue() instanceof Number number)) {
                return null;
            }
            if (keys.subList(0, fixed).stream().anyMatch(key -> key.getKey().equals(wanted.getKey()))) {
                continue; // it is the same for all that are read
            }
            boolean byPosition = field == keys.size()
                    && wanted.getKey().equals("_id")
                    && !index.shape().primary();
            if (!byPosition && !isKey(keys, field, wanted.getKey())) {
                return null;
            }
            boolean ascending = byPosition || keys.get(field).isAscending();
            boolean backwards = (number.intValue() < 0) == ascending;
            if (reverse != null && reverse != backwards) {
                return null;
            }
            reverse = backwards;
            if (wanted.getKey().equals("_id")) {
                break; // unique, so what follows cannot matter
            }
            field++;
        }
        return reverse != null && reverse;
    }

    private static boolean isKey(List<IndexKey> keys, int field, String path) {
        return field < keys.size() && keys.get(field).getKey().equals(path);
    }
}
