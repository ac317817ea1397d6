package io.equipoise.adverseevent.adapter.e2b;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of an outline: how one XML element of a message looks, and which data elements stand in it.
 *
 * @param known attributes by which the element is recognised, a part of {@code fixed}
 * @param bound attributes that hold data elements, in the order of the line; "" is the text
 * @param group the group that repeats with this element
 * @param key whether the element around it is not what it seems without this one
 * @param onlyWith written only where all of these stand; {@code notWith}: only where not all of them stand
 */
record Part(
        String name,
        Map<String, String> fixed,
        Map<String, String> known,
        Map<String, Binding> bound,
        @Nullable String group,
        boolean key,
        boolean must,
        boolean readOnly,
        List<String> onlyWith,
        List<String> notWith,
        List<Part> parts) {

    /** The name of the text among the attributes. */
    static final String TEXT = "";

    /** A data element and what is written before its value, such as tel: */
    record Binding(String element, String prefix) {}

    /** Whether this XML element is the one that is meant. */
    boolean fits(Node node) {
        return node.name().equals(name)
                && known.entrySet().stream()
                        .allMatch(entry ->
                                entry.getValue().equals(node.attributes().get(entry.getKey())))
                && bound.entrySet().stream().allMatch(entry -> prefixed(node, entry.getKey(), entry.getValue()))
                && parts.stream()
                        .filter(Part::key)
                        .allMatch(part -> node.children().stream().anyMatch(part::fits));
    }

    private static boolean prefixed(Node node, String attribute, Binding binding) {
        var value = node.attributes().get(attribute);
        return binding.prefix().isEmpty()
                || Optional.ofNullable(value)
                        .filter(text -> text.startsWith(binding.prefix()))
                        .isPresent();
    }
}
