package io.equipoise.operations.adapter.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Fields as they are told and kept: read leniently, absent where they are absent. */
final class Fields {
    private Fields() {}

    static @Nullable String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asString();
    }

    static @Nullable LocalDate date(@Nullable Document document, String field) {
        var text = document == null ? null : document.getString(field);
        return text == null ? null : LocalDate.parse(text);
    }

    static @Nullable Instant instant(Document document, String field) {
        var text = document.getString(field);
        return text == null ? null : Instant.parse(text);
    }

    static List<String> texts(Document document, String field) {
        var found = document.getList(field, String.class);
        return found == null ? List.of() : found;
    }

    static List<Document> documents(Document document, String field) {
        var found = document.getList(field, Document.class);
        return found == null ? List.of() : found;
    }

    /** The values of a map of small documents, in the order in which they were told. */
    static List<Document> inOrder(@Nullable Document document, String map) {
        var entries = document == null ? null : document.get(map, Document.class);
        return entries == null
                ? List.of()
                : entries.values().stream()
                        .map(Document.class::cast)
                        .sorted((a, b) -> Long.compare(order(a), order(b)))
                        .toList();
    }

    private static long order(Document entry) {
        var order = entry.getLong("order");
        return order == null ? 0 : order;
    }
}
