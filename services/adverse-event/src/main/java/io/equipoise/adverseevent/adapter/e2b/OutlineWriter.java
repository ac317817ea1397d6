package io.equipoise.adverseevent.adapter.e2b;

import io.equipoise.adverseevent.domain.icsr.Icsr;
import io.equipoise.adverseevent.domain.icsr.Place;
import io.equipoise.adverseevent.domain.icsr.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the data elements of a report as its outline says, in the order of the outline. Empty branches are left out. */
final class OutlineWriter {
    private final Icsr report;

    private OutlineWriter(Icsr report) {
        this.report = report;
    }

    /** An element, and whether any data element stands in it or below. */
    private record Written(Node node, boolean holds) {}

    static Node write(Part outline, Icsr report) {
        return new OutlineWriter(report).one(outline, List.of()).node();
    }

    private Written one(Part part, List<Integer> at) {
        Map<String, String> attributes = new LinkedHashMap<>();
        part.fixed().forEach(attributes::put);
        var text = "";
        var holds = false;
        for (var binding : part.bound().entrySet()) {
            var value = report.value(new Place(binding.getValue().element(), at));
            holds |= value.isPresent();
            if (value.orElse(null) instanceof Value.Text(var said)) {
                if (binding.getKey().equals(Part.TEXT)) {
                    text = said;
                } else {
                    attributes.put(binding.getKey(), binding.getValue().prefix() + said);
                }
            } else if (value.orElse(null) instanceof Value.Missing(var why)) {
                attributes.put("nullFlavor", why.name());
                if (!binding.getValue().prefix().isEmpty()) {
                    attributes.put(binding.getKey(), binding.getValue().prefix());
                }
            }
        }
        List<Node> children = new ArrayList<>();
        for (var inner : part.parts()) {
            holds |= add(inner, at, children);
        }
        return new Written(new Node(part.name(), attributes, children, text), holds);
    }

    private boolean add(Part part, List<Integer> at, List<Node> into) {
        if (part.readOnly() || !wanted(part, at)) {
            return false;
        }
        var holds = false;
        for (var inner : repetitions(part, at)) {
            var written = one(part, inner);
            if (written.holds() || part.must() || !binds(part)) {
                into.add(written.node());
            }
            holds |= written.holds();
        }
        return holds;
    }

    private boolean wanted(Part part, List<Integer> at) {
        return (part.onlyWith().isEmpty() || all(part.onlyWith(), at))
                && (part.notWith().isEmpty() || !all(part.notWith(), at));
    }

    private boolean all(List<String> elements, List<Integer> at) {
        return elements.stream()
                .allMatch(element -> report.value(new Place(element, at)).isPresent());
    }

    private List<List<Integer>> repetitions(Part part, List<Integer> at) {
        if (part.group() == null) {
            return List.of(at);
        }
        return report.repeats(part.group(), at).stream()
                .map(index -> new Place("", at).in(index).at())
                .toList();
    }

    /** Whether data elements can stand in it at all; what cannot hold any is written with the element around it. */
    private static boolean binds(Part part) {
        return !part.bound().isEmpty() || part.parts().stream().anyMatch(OutlineWriter::binds);
    }
}
