package io.equipoise.studydesign.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a protocol says, as it was written down: a tree of text, whole numbers and lists in their given order. */
public record Definition(Map<String, Object> tree) {
    public Definition {
        tree = frozen(tree);
    }

    public String study() {
        return String.valueOf(tree.get("study"));
    }

    public String title() {
        return String.valueOf(tree.get("title"));
    }

    /** What stands at a JSON pointer of plain names and positions; null where nothing does. */
    public @Nullable Object at(String pointer) {
        Object here = tree;
        for (var step : pointer.substring(1).split("/", -1)) {
            here = switch (here) {
                case Map<?, ?> map -> map.get(step);
                case List<?> list
                when step.matches("[0-9]{1,6}") && Integer.parseInt(step) < list.size() ->
                    list.get(Integer.parseInt(step));
                case null, default -> null;
            };
        }
        return here;
    }

    /** Empty where the definition does not mention it, or mentions that nobody knows it. */
    public Optional<OpenValue> known(String pointer) {
        return mentioned(pointer).filter(value -> !value.unknown());
    }

    public Optional<OpenValue> mentioned(String pointer) {
        return at(pointer) instanceof Map<?, ?> map && map.containsKey(OpenValue.BASIS)
                ? Optional.of(new OpenValue(pointer, frozen(map)))
                : Optional.empty();
    }

    public boolean is(String pointer, Object value) {
        return known(pointer).filter(found -> value.equals(found.value())).isPresent();
    }

    /** The objects of a list, empty where there is no such list. */
    public List<Map<String, Object>> list(String pointer) {
        return at(pointer) instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(item -> frozen((Map<?, ?>) item))
                        .toList()
                : List.of();
    }

    /** Every value that says where it comes from, in the definition's order. */
    public List<OpenValue> openValues() {
        var found = new ArrayList<OpenValue>();
        collect("", tree, found);
        return List.copyOf(found);
    }

    /** The definition with these changes. */
    public Definition patched(Map<String, Object> patch) {
        return new Definition(new MergePatch(patch).onto(tree));
    }

    private static void collect(String path, @Nullable Object here, List<OpenValue> found) {
        if (here instanceof Map<?, ?> map && map.containsKey(OpenValue.BASIS)) {
            found.add(new OpenValue(path, frozen(map)));
            collect(path + "/value", map.get("value"), found);
        } else if (here instanceof Map<?, ?> map) {
            map.forEach((name, value) -> collect(path + "/" + name, value, found));
        } else if (here instanceof List<?> list) {
            for (int n = 0; n < list.size(); n++) {
                collect(path + "/" + n, list.get(n), found);
            }
        }
    }

    private static Map<String, Object> frozen(Map<?, ?> map) {
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> {
            if (value != null) {
                copy.put(String.valueOf(name), frozenValue(value));
            }
        });
        return Collections.unmodifiableMap(copy);
    }

    private static @Nullable Object frozenValue(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> frozen(map);
            case List<?> list -> list.stream().map(Definition::frozenValue).toList();
            case null, default -> value;
        };
    }
}
