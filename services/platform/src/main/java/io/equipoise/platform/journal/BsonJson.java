package io.equipoise.platform.journal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as BSON and back without loss: whole numbers as 64-bit, others as exact decimals, names taken literally. */
public final class BsonJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private BsonJson() {}

    public static Document toDocument(ObjectNode object) {
        var document = new Document();
        object.properties().forEach(field -> document.append(field.getKey(), toBson(field.getValue())));
        return document;
    }

    public static ObjectNode toJson(Document document) {
        var object = NODES.objectNode();
        document.forEach((name, value) -> object.set(name, toNode(value)));
        return object;
    }

    private static @Nullable Object toBson(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> toDocument(object);
            case ArrayNode array -> {
                var list = new ArrayList<@Nullable Object>();
                array.forEach(element -> list.add(toBson(element)));
                yield list;
            }
            default -> toScalar(node);
        };
    }

    private static @Nullable Object toScalar(JsonNode node) {
        if (node.isNull()) {
            return null;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isNumber()) {
            return node.canConvertToLong() && node.isIntegralNumber()
                    ? (Object) node.longValue()
                    : new Decimal128(node.decimalValue());
        }
        return node.stringValue();
    }

    private static JsonNode toNode(@Nullable Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case Map<?, ?> map -> toJson(map instanceof Document document ? document : copy(map));
            case List<?> list -> {
                var array = NODES.arrayNode();
                list.forEach(element -> array.add(toNode(element)));
                yield array;
            }
            case Boolean flag -> NODES.booleanNode(flag);
            case Integer number -> NODES.numberNode(number.longValue());
            case Long number -> NODES.numberNode(number);
            case Decimal128 number -> NODES.numberNode(number.bigDecimalValue());
            case Double number -> NODES.numberNode(BigDecimal.valueOf(number));
            default -> NODES.stringNode(value.toString());
        };
    }

    private static Document copy(Map<?, ?> map) {
        var document = new Document();
        map.forEach((name, value) -> document.append(String.valueOf(name), value));
        return document;
    }
}
