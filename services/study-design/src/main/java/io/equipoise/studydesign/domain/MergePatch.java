package io.equipoise.studydesign.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * RFC 7396: what the patch names is replaced, what it names as null is taken out, the rest stays. Where the definition has
 * a list of named items and the patch an object, its fields are the names of items: each is patched in its place, a new
 * name is added at the end. An open value is replaced together with where it comes from.
 */
record MergePatch(Map<?, ?> patch) {
    private static final String VALUE = "value";
    private static final Map<String, String> NAMES =
            NamedList.ALL.stream().collect(Collectors.toMap(NamedList::path, NamedList::name));

    Map<String, Object> onto(Map<String, Object> tree) {
        return merged("", tree, patch);
    }

    private static Map<String, Object> merged(String path, @Nullable Object target, Map<?, ?> patch) {
        var result = new LinkedHashMap<String, Object>();
        if (target instanceof Map<?, ?> map) {
            map.forEach((name, value) -> result.put(String.valueOf(name), value));
        }
        patch.forEach((key, value) -> {
            var name = String.valueOf(key);
            if (value == null) {
                result.remove(name);
            } else {
                result.put(name, replaced(path + "/" + name, result.get(name), value));
            }
        });
        return result;
    }

    private static Object replaced(String path, @Nullable Object before, Object value) {
        if (!(value instanceof Map<?, ?> deeper)) {
            return value;
        }
        var name = NAMES.get(path);
        if (name != null) {
            return items(name, before, deeper);
        }
        var after = merged(path, before, deeper);
        return deeper.containsKey(OpenValue.BASIS) && !NAMES.containsKey(path + "/" + VALUE)
                ? withValueOf(deeper, after)
                : after;
    }

    /** Whoever says anew where a value comes from says the whole value; the printed text beside it stays. */
    private static Map<String, Object> withValueOf(Map<?, ?> open, Map<String, Object> after) {
        var value = open.get(VALUE);
        if (value == null) {
            after.remove(VALUE);
        } else {
            after.put(VALUE, value);
        }
        return after;
    }

    private static List<Object> items(String name, @Nullable Object before, Map<?, ?> patch) {
        var items = new ArrayList<Object>(before instanceof List<?> list ? list : List.of());
        patch.forEach((called, value) -> {
            int place = place(items, name, called);
            if (value == null && place < items.size()) {
                items.remove(place);
            } else if (value != null && place < items.size()) {
                items.set(place, value instanceof Map<?, ?> deeper ? merged("", items.get(place), deeper) : value);
            } else if (value != null) {
                items.add(value instanceof Map<?, ?> deeper ? merged("", Map.of(name, called), deeper) : value);
            }
        });
        return items;
    }

    /** Behind the last where nothing is called so. */
    private static int place(List<Object> items, String name, Object called) {
        int place = 0;
        while (place < items.size() && !(items.get(place) instanceof Map<?, ?> item && called.equals(item.get(name)))) {
            place++;
        }
        return place;
    }
}
