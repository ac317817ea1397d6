package io.equipoise.studydesign.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How a later version of a definition differs from an earlier. A value that says where it comes from changes as a whole. */
public record Amendment(List<Change> changes) {
    private static final Map<String, String> NAMES =
            NamedList.ALL.stream().collect(Collectors.toMap(NamedList::path, NamedList::name));

    public Amendment {
        changes = List.copyOf(changes);
    }

    public static Amendment between(Definition earlier, Definition later) {
        var found = new ArrayList<Change>();
        compare("", earlier.tree(), later.tree(), found);
        return new Amendment(found);
    }

    private static void compare(String path, @Nullable Object before, @Nullable Object after, List<Change> found) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before instanceof Map<?, ?> old && after instanceof Map<?, ?> now && !isOpen(old) && !isOpen(now)) {
            var names = new LinkedHashSet<Object>(old.keySet());
            names.addAll(now.keySet());
            names.forEach(name -> compare(path + "/" + name, old.get(name), now.get(name), found));
        } else if (before instanceof List<?> old && after instanceof List<?> now && NAMES.containsKey(path)) {
            items(path, old, now, found);
        } else {
            found.add(Change.of(path, before, after));
        }
    }

    /** Items of a list that have names are the same item wherever they stand. */
    private static void items(String path, List<?> before, List<?> after, List<Change> found) {
        IntStream.range(0, before.size())
                .filter(n -> place(path, after, before.get(n)) < 0)
                .forEach(n -> found.add(Change.of(path + "/" + n, before.get(n), null)));
        for (int n = 0; n < after.size(); n++) {
            int was = place(path, before, after.get(n));
            compare(path + "/" + n, was < 0 ? null : before.get(was), after.get(n), found);
        }
    }

    private static int place(String path, List<?> items, Object sought) {
        var name = named(path, sought);
        return IntStream.range(0, items.size())
                .filter(n -> Objects.equals(named(path, items.get(n)), name))
                .findFirst()
                .orElse(-1);
    }

    private static @Nullable Object named(String path, Object item) {
        return item instanceof Map<?, ?> map ? map.get(NAMES.get(path)) : item;
    }

    private static boolean isOpen(Map<?, ?> map) {
        return map.containsKey(OpenValue.BASIS);
    }
}
