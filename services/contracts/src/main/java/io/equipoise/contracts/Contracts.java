package io.equipoise.contracts;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** The published language: which events are told on which topic, and what each must look like. */
public final class Contracts {
    private static final String FOLDER = "/events/";
    private static final String DEFINITION = "/study-definition.schema.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .formatAssertionsEnabled(true)
                    .pathType(PathType.JSON_POINTER)
                    .locale(Locale.ENGLISH)
                    .build()));
    private static final Map<String, Event> EVENTS = read(FOLDER + "index.txt")
            .lines()
            .map(line -> line.split(" "))
            .map(words -> new Event(words[0], words[1]))
            .collect(Collectors.toUnmodifiableMap(Event::type, Function.identity()));
    private static final Map<String, Schema> COMPILED = new ConcurrentHashMap<>();

    private Contracts() {}

    /** One kind of event, and the topic that it is told on. */
    public record Event(String topic, String type) {}

    /** What is wrong, and where: a JSON pointer into the text that was looked at. */
    public record Problem(String pointer, String message) {}

    /** Every topic, in alphabetical order. */
    public static List<String> topics() {
        return EVENTS.values().stream().map(Event::topic).distinct().sorted().toList();
    }

    /** The events of a topic, in alphabetical order. */
    public static List<Event> events(String topic) {
        return EVENTS.values().stream()
                .filter(event -> event.topic().equals(topic))
                .sorted(Comparator.comparing(Event::type))
                .toList();
    }

    /** Empty where nobody may tell such a thing. */
    public static Optional<Event> event(String type) {
        return Optional.ofNullable(EVENTS.get(type));
    }

    /** The golden example: exactly what a producer tells. */
    public static String example(String type) {
        return read(file(type, "example"));
    }

    /** The JSON Schema (2020-12) of an event. */
    public static String schema(String type) {
        return read(file(type, "schema"));
    }

    /** Empty where the text is a well-formed event of this type. */
    public static List<Problem> problems(String type, String json) {
        return validate(COMPILED.computeIfAbsent(type, unknown -> SCHEMAS.getSchema(schema(type))), json);
    }

    /** The JSON Schema (2020-12) of a study definition. */
    public static String definitionSchema() {
        return read(DEFINITION);
    }

    /** Empty where the text has the form of a study definition; whether it makes sense is study-design's to say. */
    public static List<Problem> definitionProblems(String json) {
        return validate(COMPILED.computeIfAbsent(DEFINITION, once -> SCHEMAS.getSchema(definitionSchema())), json);
    }

    private static List<Problem> validate(Schema schema, String json) {
        try {
            return schema.validate(JSON.readTree(json)).stream()
                    .map(Contracts::problem)
                    .distinct()
                    .toList();
        } catch (JacksonException unreadable) {
            return List.of(new Problem("", unreadable.getOriginalMessage()));
        }
    }

    private static Problem problem(Error error) {
        var where = error.getInstanceLocation().toString();
        var property = error.getProperty();
        return new Problem(
                property == null
                        ? where
                        : where + "/" + property.replace("~", "~0").replace("/", "~1"),
                error.getMessage());
    }

    private static String file(String type, String kind) {
        var event = event(type)
                .orElseThrow(() -> new IllegalArgumentException("the published language has no event " + type));
        return FOLDER + event.topic() + "/" + type + "." + kind + ".json";
    }

    private static String read(String resource) {
        try (InputStream in = Contracts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the contracts lack " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
