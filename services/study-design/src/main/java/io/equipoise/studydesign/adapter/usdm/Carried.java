package io.equipoise.studydesign.adapter.usdm;

import io.equipoise.studydesign.domain.Flaw;
import io.equipoise.studydesign.domain.Form;
import io.equipoise.studydesign.domain.OpenValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The definition that a file of ours carries along. Where the file still says what it said when it went out, nothing of
 * the definition is lost; where somebody changed it since, the file holds.
 */
record Carried(Map<String, Object> definition) {

    /** @throws Unusable where what is carried is no definition */
    static Optional<Carried> in(UsdmFile file, Form form) {
        var ours = file.all("ExtensionAttribute")
                .filter(extension -> extension.text("url").orElse("").startsWith(Extensions.OURS))
                .toList();
        ours.forEach(extension -> extension.text("valueString"));
        return ours.stream()
                .filter(extension -> extension.text("url").orElse("").equals(Extensions.WHOLE))
                .findFirst()
                .map(extension -> new Carried(definition(extension, form)));
    }

    private static Map<String, Object> definition(Thing extension, Form form) {
        var at = extension.pointer() + "/valueString";
        var tree = new LinkedHashMap<String, Object>();
        UsdmFile.parsed(extension.text("valueString").orElse(""), at)
                .properties()
                .forEach(field -> tree.put(field.getKey(), plain(field.getValue(), at)));
        var flaws = form.flaws().apply(tree);
        if (!flaws.isEmpty()) {
            throw Unusable.malformed(
                    flaws.stream()
                            .limit(5)
                            .map((Flaw flaw) -> flaw.pointer() + ": " + flaw.message())
                            .collect(Collectors.joining("; ", "The definition that is carried along is none: ", ".")),
                    at);
        }
        return tree;
    }

    private static @Nullable Object plain(JsonNode node, String at) {
        if (node.isObject()) {
            var map = new LinkedHashMap<String, Object>();
            node.properties().forEach(field -> map.put(field.getKey(), plain(field.getValue(), at)));
            return map;
        }
        if (node.isArray()) {
            return node.valueStream().map(each -> plain(each, at)).toList();
        }
        if (node.isNumber() && !node.isIntegralNumber()) {
            throw Unusable.malformed("A definition writes " + node + " as text.", at);
        }
        return node.isNumber() ? node.numberValue() : node.isBoolean() ? node.booleanValue() : node.asString(null);
    }

    /**
     * What is read now, and what was not said in USDM at all.
     *
     * @param sent what is read of the definition as it went out
     */
    Map<String, Object> under(Map<String, Object> sent, Map<String, Object> read) {
        var merged = new LinkedHashMap<String, Object>();
        var names = new LinkedHashSet<>(definition.keySet());
        names.addAll(read.keySet());
        names.forEach(name -> keep(merged, name, merged(sent.get(name), read.get(name), definition.get(name))));
        return merged;
    }

    private static @Nullable Object merged(@Nullable Object sent, @Nullable Object read, @Nullable Object carried) {
        if (Objects.equals(sent, read)) {
            return carried;
        }
        if (!(sent instanceof Map<?, ?> old && read instanceof Map<?, ?> now && carried instanceof Map<?, ?> whole)
                || now.containsKey(OpenValue.BASIS)) {
            return read;
        }
        var both = new LinkedHashMap<String, Object>();
        var names = new LinkedHashSet<Object>(whole.keySet());
        names.addAll(now.keySet());
        names.forEach(name -> keep(both, String.valueOf(name), merged(old.get(name), now.get(name), whole.get(name))));
        return both;
    }

    private static void keep(Map<String, Object> map, String name, @Nullable Object value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
