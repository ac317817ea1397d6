package io.equipoise.platform.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Facts under the names that they keep in the journal for ever, whatever the Java class is called later. Secret fields
 * are encrypted under the key of their scope. Unknown names and unknown fields stop: one's own history may not rot.
 */
public final class EventCodec<E> {
    private record Secret(Function<Object, String> scope, List<String> fields) {}

    private final JsonMapper json;
    private final KeyVault keys;
    private final Map<String, Class<? extends E>> types = new TreeMap<>();
    private final Map<Class<?>, String> names = new LinkedHashMap<>();
    private final Map<String, Secret> secrets = new LinkedHashMap<>();
    private final Map<String, JsonNode> forgotten = new LinkedHashMap<>();

    private EventCodec(JsonMapper json, KeyVault keys) {
        this.json = json;
        this.keys = keys;
    }

    public static <E> EventCodec<E> of(JsonMapper json, KeyVault keys) {
        return new EventCodec<>(json, keys);
    }

    public EventCodec<E> event(String name, Class<? extends E> type) {
        if (types.putIfAbsent(name, type) != null || names.putIfAbsent(type, name) != null) {
            throw new IllegalStateException("journal name " + name + " or " + type + " is given twice");
        }
        return this;
    }

    /** An event some of whose top-level fields are encrypted under the key of a scope such as {@code study/NCT07146087}. */
    public <T extends E> EventCodec<E> secret(String name, Class<T> type, Function<T, String> scope, String... fields) {
        event(name, type);
        secrets.put(name, new Secret(fact -> scope.apply(type.cast(fact)), List.of(fields)));
        return this;
    }

    /** What a secret field reads as once the key of its scope was destroyed. A field without one stops, as unreadable. */
    public EventCodec<E> forgottenAs(String name, String field, Object value) {
        if (!secrets.containsKey(name) || !secrets.get(name).fields().contains(field)) {
            throw new IllegalStateException(field + " of " + name + " is not secret");
        }
        forgotten.put(name + "/" + field, json.valueToTree(value));
        return this;
    }

    public Set<String> names() {
        return Set.copyOf(types.keySet());
    }

    public Set<Class<?>> types() {
        return Set.copyOf(names.keySet());
    }

    public Document encode(E fact) {
        var name = names.get(fact.getClass());
        if (name == null) {
            throw new IllegalStateException("no journal name for " + fact.getClass());
        }
        var data = json.<ObjectNode>valueToTree(fact);
        var secret = secrets.get(name);
        if (secret != null) {
            var scope = secret.scope().apply(fact);
            secret.fields().forEach(field -> hide(data, field, scope));
        }
        return new Document("type", name).append("data", BsonJson.toDocument(data));
    }

    /** Whether a part of the stored fact is encrypted. */
    boolean hides(Document stored) {
        return secrets.containsKey(stored.getString("type"));
    }

    public E decode(Document stored) {
        var name = stored.getString("type");
        var type = types.get(name);
        if (type == null) {
            throw new IllegalStateException("unknown fact in the journal: " + name);
        }
        var data = BsonJson.toJson(stored.get("data", Document.class));
        var secret = secrets.get(name);
        if (secret != null) {
            secret.fields().forEach(field -> show(data, field, forgotten.get(name + "/" + field)));
        }
        return json.treeToValue(data, type);
    }

    private void hide(ObjectNode data, String field, String scope) {
        var value = data.get(field);
        if (value != null && !value.isNull()) {
            data.put(field, keys.encrypt(scope, json.writeValueAsString(value)));
        }
    }

    private void show(ObjectNode data, String field, @Nullable JsonNode whenForgotten) {
        JsonNode value = data.get(field);
        if (value == null || !value.isString()) {
            return;
        }
        try {
            data.set(field, json.readTree(keys.decrypt(value.stringValue())));
        } catch (KeyVault.ForgottenKey gone) {
            if (whenForgotten == null) {
                throw gone;
            }
            data.set(field, whenForgotten);
        }
    }
}
