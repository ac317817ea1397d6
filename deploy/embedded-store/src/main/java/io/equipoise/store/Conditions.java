package io.equipoise.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a query asks of each path; all of it must hold. */
record Conditions(Map<String, List<Condition>> ofPaths) {

    /** A condition on one path: an operator ($eq for a plain value) and its operand. */
    record Condition(String operator, @Nullable Object operand) {

        boolean isLower() {
            return operator.equals("$gt") || operator.equals("$gte");
        }

        boolean isUpper() {
            return operator.equals("$lt") || operator.equals("$lte");
        }
    }

    static Conditions of(Document query) {
        var conditions = new Conditions(new LinkedHashMap<>());
        conditions.collect(query);
        return conditions;
    }

    private void collect(Document query) {
        query.forEach((path, value) -> {
            if (path.equals("$and")
                    && value instanceof Collection<?> all
                    && all.stream().allMatch(Document.class::isInstance)) {
                all.forEach(part -> collect((Document) part));
                return;
            }
            var ofPath = ofPaths.computeIfAbsent(path, key -> new ArrayList<>());
            if (value instanceof Document operators
                    && operators.keySet().stream().anyMatch(key -> key.startsWith("$"))) {
                operators.forEach((operator, operand) -> ofPath.add(new Condition(operator, operand)));
            } else {
                ofPath.add(new Condition("$eq", value));
            }
        });
    }

    List<Condition> on(String path) {
        return ofPaths.getOrDefault(path, List.of());
    }

    int size() {
        return ofPaths.values().stream().mapToInt(List::size).sum();
    }

    /** Every condition of the filter stands here as well. */
    boolean imply(Document filter) {
        return of(filter).ofPaths.entrySet().stream()
                .allMatch(needed -> on(needed.getKey()).containsAll(needed.getValue()));
    }

    /** The values, as bytes in order, one of which the index's field must have; null if the conditions do not say so. */
    @Nullable
    Collection<byte[]> values(OrderedIndex index, int field) {
        for (var condition : on(index.getKeys().get(field).getKey())) {
            var operands = operands(condition);
            if (operands != null && operands.stream().allMatch(index::canEqual)) {
                var values = new TreeSet<byte[]>(Arrays::compareUnsigned);
                operands.forEach(operand -> values.add(index.shape().component(field, operand)));
                return values;
            }
        }
        return null;
    }

    private static @Nullable Collection<?> operands(Condition condition) {
        return switch (condition.operator) {
            case "$eq" -> Arrays.asList(condition.operand);
            case "$in" -> condition.operand instanceof Collection<?> all ? all : null;
            default -> null;
        };
    }

    /** The range for $gt and the like, of one type as the comparison is; of arrays, different elements may meet the two bounds. */
    @Nullable
    Bounds range(OrderedIndex index, int field) {
        byte[] low = null;
        byte[] high = null;
        for (var condition : on(index.getKeys().get(field).getKey())) {
            boolean usable = condition.operand != null && KeyCodec.isOrdered(condition.operand);
            boolean oneBoundOnly = index.isIrregular() && (low != null || high != null);
            if (usable && !oneBoundOnly) {
                low = condition.isLower() ? KeyCodec.encode(condition.operand) : low;
                high = condition.isUpper() ? KeyCodec.encode(condition.operand) : high;
            }
        }
        boolean descending = !index.getKeys().get(field).isAscending();
        return descending ? directed(high, low, true) : directed(low, high, false);
    }

    private static @Nullable Bounds directed(byte @Nullable [] first, byte @Nullable [] last, boolean descending) {
        byte[] either = first == null ? last : first;
        if (either == null) {
            return null;
        }
        byte tag = (byte) (descending ? ~either[0] : either[0]);
        byte[] from = first == null ? new byte[] {tag} : Bounds.directed(first, descending);
        byte[] to = last == null ? new byte[] {(byte) (tag + 1)} : Bounds.after(Bounds.directed(last, descending));
        return new Bounds(from, to);
    }
}
