package io.equipoise.adverseevent.adapter.e2b;

import io.equipoise.adverseevent.domain.icsr.Icsr;
import io.equipoise.adverseevent.domain.icsr.NullFlavour;
import io.equipoise.adverseevent.domain.icsr.Place;
import io.equipoise.adverseevent.domain.icsr.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the data elements in a message by its outline, and lists what the outline has no place for. */
final class OutlineReader {
    private static final int MOST_UNREAD = 100;
    /** Attributes that hold no data element by themselves. */
    private static final Set<String> FORM = Set.of(
            "classCode", "moodCode", "typeCode", "determinerCode", "codeSystem", "codeSystemVersion", "displayName");

    private static final Set<String> XML_FORM =
            Set.of("xsi:type", "xsi:schemaLocation", "ITSVersion", "root", "operator", "unit", "nullFlavor");

    private final Map<Place, Value> values = new LinkedHashMap<>();
    private final List<String> unread = new ArrayList<>();

    /** What was found, and what was not understood: where it stands, as a path of element names. */
    record Read(Icsr report, List<String> unread) {}

    static Read read(Part outline, Node message) {
        var reader = new OutlineReader();
        reader.node(outline, message, List.of(), "");
        return new Read(Icsr.builder().putAll(reader.values).build(), List.copyOf(reader.unread));
    }

    private void node(Part part, Node node, List<Integer> at, String path) {
        var here = path + "/" + node.name();
        take(part, node, at);
        notice(part, node, here);
        var rest = new ArrayList<>(node.children());
        var counted = new HashMap<String, Integer>();
        for (var inner : part.parts()) {
            if (inner.group() == null) {
                first(rest, inner).ifPresent(found -> node(inner, found, at, here));
            } else {
                for (var found = first(rest, inner); found.isPresent(); found = first(rest, inner)) {
                    var index = counted.merge(inner.group(), 1, Integer::sum);
                    node(inner, found.get(), further(at, index), here);
                }
            }
        }
        rest.forEach(left -> missed(here + "/" + left.name()));
    }

    private static Optional<Node> first(List<Node> rest, Part part) {
        for (int i = 0; i < rest.size(); i++) {
            if (part.fits(rest.get(i))) {
                return Optional.of(rest.remove(i));
            }
        }
        return Optional.empty();
    }

    private static List<Integer> further(List<Integer> at, int index) {
        var inner = new ArrayList<>(at);
        inner.add(index);
        return inner;
    }

    private void take(Part part, Node node, List<Integer> at) {
        var first = true;
        for (var binding : part.bound().entrySet()) {
            var place = new Place(binding.getValue().element(), at);
            var said = binding.getKey().equals(Part.TEXT)
                    ? node.text()
                    : node.attributes().getOrDefault(binding.getKey(), "");
            var prefix = Math.min(binding.getValue().prefix().length(), said.length());
            var value = said.substring(prefix).strip();
            if (!value.isEmpty()) {
                values.putIfAbsent(place, new Value.Text(value));
            } else if (first) {
                flavour(node).ifPresent(why -> values.putIfAbsent(place, new Value.Missing(why)));
            }
            first = false;
        }
    }

    private static Optional<NullFlavour> flavour(Node node) {
        var said = node.attributes().get("nullFlavor");
        for (var known : NullFlavour.values()) {
            if (known.name().equals(said)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    private void notice(Part part, Node node, String here) {
        node.attributes().forEach((name, value) -> {
            var form = FORM.contains(name)
                    || XML_FORM.contains(name)
                    || part.fixed().containsKey(name);
            if (!form && !part.bound().containsKey(name)) {
                missed(here + "/@" + name);
            }
        });
        if (!node.text().isEmpty() && !part.bound().containsKey(Part.TEXT)) {
            missed(here + "/text()");
        }
    }

    private void missed(String path) {
        if (unread.size() < MOST_UNREAD) {
            unread.add(path);
        }
    }
}
