package io.equipoise.operations.adapter.mongo;

import io.equipoise.operations.application.Part;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/** A short mark of each part of a definition: equal where two versions say the same, in whatever order. */
final class Marks {
    private Marks() {}

    static Document of(JsonNode definition) {
        var marks = new Document();
        for (var part : Part.values()) {
            marks.append(
                    part.name(),
                    mark(where(part).stream()
                            .map(pointer -> written(definition.at(pointer)))
                            .collect(Collectors.joining("\n"))));
        }
        return marks;
    }

    private static List<String> where(Part part) {
        return switch (part) {
            case CONSENT -> List.of("/consent");
            case ELIGIBILITY -> List.of("/eligibility");
            case ALLOCATION ->
                List.of(
                        "/design/arms",
                        "/design/allocation",
                        "/design/ratio",
                        "/design/strata",
                        "/design/masking",
                        "/design/maskedParties");
            case DOSING -> List.of("/dosing", "/products", "/design/cohorts", "/design/periods", "/design/escalation");
            case VISITS -> List.of("/visits", "/assessments");
            case IMAGING -> List.of("/imaging");
        };
    }

    private static String written(JsonNode node) {
        if (node.isObject()) {
            var fields = new TreeMap<String, String>();
            node.properties().forEach(field -> fields.put(field.getKey(), written(field.getValue())));
            return fields.toString();
        }
        return node.isArray()
                ? node.valueStream().map(Marks::written).collect(Collectors.joining(",", "[", "]"))
                : node.toString();
    }

    private static String mark(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("every Java has SHA-256", broken);
        }
    }
}
