package io.equipoise.operations.adapter.mongo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/** Finds every value of a definition that is assumed or read, however deep it lies. */
final class Stances {
    private Stances() {}

    static List<Document> of(JsonNode definition) {
        var found = new ArrayList<Document>();
        walk("", definition, found);
        return found;
    }

    private static void walk(String path, JsonNode node, List<Document> found) {
        if (!node.isObject()) {
            return;
        }
        var basis = node.path("basis").asString("");
        if (basis.equals("assumed") || basis.equals("read")) {
            found.add(new Document("path", path)
                    .append("basis", basis)
                    .append("value", path.endsWith("/ratio") ? parts(node.path("value")) : words(node.path("value")))
                    .append("by", Fields.text(node, "by"))
                    .append("on", Fields.text(node, "on"))
                    .append("why", Fields.text(node, "why")));
        } else if (basis.isEmpty()) {
            for (Map.Entry<String, JsonNode> child : node.properties()) {
                walk(path + "/" + child.getKey(), child.getValue(), found);
            }
        }
    }

    /** A ratio without the names of its arms, which this room does not keep: 1 : 1. */
    private static String parts(JsonNode ratio) {
        return String.join(
                " : ",
                ratio.properties().stream()
                        .map(each -> each.getValue().asString(""))
                        .toList());
    }

    /** A value as people write it: 100 mL, or a list. */
    private static String words(JsonNode value) {
        if (value.isObject()) {
            if (value.has("number") && value.has("unit")) {
                return value.path("number").asString("") + " "
                        + value.path("unit").asString("");
            }
            return String.join(
                    ", ",
                    value.properties().stream()
                            .map(each -> each.getKey() + " " + words(each.getValue()))
                            .toList());
        }
        if (value.isArray()) {
            var parts = new ArrayList<String>();
            value.forEach(each -> parts.add(words(each)));
            return parts.isEmpty() ? "none" : String.join("; ", parts);
        }
        return value.asString("");
    }
}
