package io.equipoise.platform.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Documents with their fields by name: in which order two streams wrote theirs says nothing. */
final class Fields {
    private Fields() {}

    static Document byName(Map<?, ?> document) {
        var sorted = new TreeMap<String, @Nullable Object>();
        document.forEach((name, value) -> sorted.put(String.valueOf(name), value(value)));
        return new Document(sorted);
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> document -> byName(document);
            case List<?> list -> {
                var all = new ArrayList<@Nullable Object>();
                list.forEach(each -> all.add(value(each)));
                yield all;
            }
            case null, default -> value;
        };
    }
}
