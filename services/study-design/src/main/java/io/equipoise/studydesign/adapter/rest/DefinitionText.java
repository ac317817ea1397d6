package io.equipoise.studydesign.adapter.rest;

import io.equipoise.platform.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * Reads a definition, or a patch of one, from YAML or JSON. A field named twice, an anchor, an alias, a tag, a second
 * document, a number with a fraction (it would lose digits: write it as text) and bytes that are no UTF-8 are refused, with
 * the line and the place.
 */
public final class DefinitionText {
    public static final int LIMIT = 1 << 20;

    private static final int DEEPEST = 40;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(LIMIT).build();

    private final Format format;
    private final byte[] bytes;

    public DefinitionText(Format format, byte[] bytes) {
        this.format = format;
        this.bytes = bytes.clone();
    }

    /** The two ways to write a definition. */
    public enum Format {
        YAML,
        JSON
    }

    /** What was read, or why it could not be. */
    public sealed interface Read {
        record Tree(Map<String, Object> tree) implements Read {}

        record Unreadable(Refusal reason) implements Read {}
    }

    public Read read() {
        var place = new ArrayList<String>();
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (format == Format.YAML) {
                refuseWhatYamlCanHide(text);
            }
            TokenStreamFactory factory = format == Format.YAML ? YAML : JSON;
            try (var parser = factory.createParser(ObjectReadContext.empty(), text)) {
                return tree(parser, place);
            }
        } catch (CharacterCodingException broken) {
            return unreadable("The body is not UTF-8.", "");
        } catch (Unwanted unwanted) {
            return unreadable(unwanted.what, unwanted.pointer);
        } catch (JacksonException broken) {
            return unreadable(at(broken.getLocation()) + broken.getOriginalMessage(), "/" + String.join("/", place));
        } catch (MarkedYamlEngineException broken) {
            var line = broken.getProblemMark().map(mark -> "Line " + (mark.getLine() + 1) + ": ");
            return unreadable(line.orElse("") + broken.getProblem(), "");
        } catch (YamlEngineException broken) {
            return unreadable(String.valueOf(broken.getMessage()), "");
        }
    }

    private static Read tree(JsonParser parser, List<String> place) throws Unwanted {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new Unwanted("A definition is an object with named fields.", "");
        }
        var tree = object(parser, place);
        if (parser.nextToken() != null) {
            throw new Unwanted(at(parser.currentLocation()) + "there is more after the definition.", "");
        }
        return new Read.Tree(tree);
    }

    private static Map<String, Object> object(JsonParser parser, List<String> place) throws Unwanted {
        var map = new LinkedHashMap<String, Object>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            place.add(name.replace("~", "~0").replace("/", "~1"));
            parser.nextToken();
            map.put(name, value(parser, place));
            place.removeLast();
        }
        return map;
    }

    private static List<Object> array(JsonParser parser, List<String> place) throws Unwanted {
        var list = new ArrayList<Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            place.add(String.valueOf(list.size()));
            list.add(value(parser, place));
            place.removeLast();
        }
        return list;
    }

    private static @Nullable Object value(JsonParser parser, List<String> place) throws Unwanted {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, place);
            case START_ARRAY -> array(parser, place);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default ->
                throw new Unwanted(
                        at(parser.currentTokenLocation()) + "write " + parser.getString() + " as text, in quotes.",
                        "/" + String.join("/", place));
        };
    }

    /** Jackson would read an alias as its name: look at the bare events first. */
    private static void refuseWhatYamlCanHide(String text) throws Unwanted {
        int documents = 0;
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                throw new Unwanted(line(event) + "nested deeper than " + DEEPEST + ".", "");
            }
            documents += event instanceof DocumentStartEvent ? 1 : 0;
            var unwanted = unwanted(event);
            if (!unwanted.isEmpty()) {
                throw new Unwanted(line(event) + unwanted, "");
            }
            if (documents > 1) {
                throw new Unwanted(line(event) + "one document only.", "");
            }
        }
    }

    private static String unwanted(Event event) {
        return switch (event) {
            case AliasEvent alias -> "anchors and aliases are not allowed.";
            case NodeEvent node when node.getAnchor().isPresent() -> "anchors and aliases are not allowed.";
            case ScalarEvent scalar when scalar.getTag().isPresent() -> "tags are not allowed.";
            case CollectionStartEvent collection when collection.getTag().isPresent() -> "tags are not allowed.";
            case ScalarEvent scalar when scalar.isPlain() && scalar.getValue().equals("~") -> "write null for nothing.";
            default -> "";
        };
    }

    private static String line(Event event) {
        return event.getStartMark()
                .map(mark -> "Line " + (mark.getLine() + 1) + ": ")
                .orElse("");
    }

    private static String at(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : "Line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
    }

    private static Read unreadable(String what, String pointer) {
        return new Read.Unreadable(Refusal.invalid("DEFINITION_UNREADABLE", what, pointer.equals("/") ? "" : pointer));
    }

    /** Well-formed for the parser, and yet not what a definition may be. */
    private static final class Unwanted extends Exception {
        private final String what;
        private final String pointer;

        Unwanted(String what, String pointer) {
            super(what);
            this.what = what;
            this.pointer = pointer;
        }
    }
}
