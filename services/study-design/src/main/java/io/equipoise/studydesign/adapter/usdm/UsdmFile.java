package io.equipoise.studydesign.adapter.usdm;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of USDM 4 as it was sent: its objects by id, and which attributes of which object have been looked at, so that
 * whatever nobody looked at can be named.
 */
final class UsdmFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int DEEPEST = 60;

    private final JsonNode root;
    private final Map<String, Thing> byId = new LinkedHashMap<>();
    private final Map<String, Set<String>> seen = new HashMap<>();
    private final Map<String, Map<String, String>> left = new HashMap<>();

    private UsdmFile(JsonNode root) {
        this.root = root;
        index(root, "", 0);
    }

    /** @throws Unusable where it is no JSON, no object, no USDM 4, or names two things alike */
    static UsdmFile read(byte[] bytes) {
        var root = parsed(bytes);
        if (!root.isObject()) {
            throw Unusable.unreadable("A USDM file is an object with named fields.", "");
        }
        var version = root.path("usdmVersion");
        if (!version.isString()) {
            throw Unusable.malformed("A USDM file says its usdmVersion.", "/usdmVersion");
        }
        if (!version.stringValue().matches("4(\\.[0-9]+)*")) {
            throw Unusable.version("This door reads USDM 4, not " + version.stringValue() + ".");
        }
        return new UsdmFile(root);
    }

    private static JsonNode parsed(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return JSON.readTree(text.toString());
        } catch (CharacterCodingException broken) {
            throw Unusable.unreadable("The body is not UTF-8.", "");
        } catch (JacksonException broken) {
            var at = broken.getLocation();
            var place = at == null ? "" : "Line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
            throw Unusable.unreadable(place + broken.getOriginalMessage(), "");
        }
    }

    /** JSON that stands as a text in a file. */
    static JsonNode parsed(String text, String pointer) {
        try {
            var node = JSON.readTree(text);
            if (!node.isObject()) {
                throw Unusable.malformed("An object is expected in this text.", pointer);
            }
            return node;
        } catch (JacksonException broken) {
            throw Unusable.malformed("This text is no JSON: " + broken.getOriginalMessage(), pointer);
        }
    }

    private void index(JsonNode here, String pointer, int depth) {
        if (depth > DEEPEST) {
            throw Unusable.malformed("Nested deeper than " + DEEPEST + ".", pointer);
        }
        if (here.isObject()) {
            var id = here.path("id");
            if (id.isString()
                    && !here.path("instanceType").isMissingNode()
                    && byId.put(id.stringValue(), new Thing(this, here, pointer)) != null) {
                throw Unusable.malformed("The id " + id.stringValue() + " is given twice.", pointer + "/id");
            }
            here.properties().forEach(each -> index(each.getValue(), pointer + "/" + each.getKey(), depth + 1));
        } else if (here.isArray()) {
            for (int n = 0; n < here.size(); n++) {
                index(here.get(n), pointer + "/" + n, depth + 1);
            }
        }
    }

    /** The study, which has no id in USDM. */
    Thing study() {
        var study = root.path("study");
        if (!study.isObject()) {
            throw Unusable.malformed("A USDM file holds a study.", "/study");
        }
        return new Thing(this, study, "/study");
    }

    /** Every object of a kind that has an id. */
    Stream<Thing> all(String kind) {
        return byId.values().stream().filter(thing -> thing.is(kind));
    }

    @Nullable
    Thing find(String id) {
        return byId.get(id);
    }

    void look(Thing at, String attribute) {
        seen.computeIfAbsent(at.pointer(), pointer -> new HashSet<>()).add(attribute);
    }

    void leave(Thing at, String attribute, String why) {
        left.computeIfAbsent(at.pointer(), pointer -> new LinkedHashMap<>()).put(attribute, why);
    }

    boolean touched(String pointer) {
        return seen.containsKey(pointer);
    }

    boolean looked(String pointer, String attribute) {
        return seen.getOrDefault(pointer, Set.of()).contains(attribute);
    }

    @Nullable
    String reason(String pointer, String attribute) {
        return left.getOrDefault(pointer, Map.of()).get(attribute);
    }

    JsonNode root() {
        return root;
    }
}
