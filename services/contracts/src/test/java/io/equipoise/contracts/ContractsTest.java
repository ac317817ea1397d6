package io.equipoise.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equipoise.contracts.Contracts.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ContractsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path FOLDER = Path.of("src/main/resources/events");

    static Stream<Event> events() {
        return Contracts.topics().stream().flatMap(topic -> Contracts.events(topic).stream());
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_golden_example_is_valid(Event event) {
        assertThat(Contracts.problems(event.type(), Contracts.example(event.type())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_field_of_an_example_is_described(Event event) {
        assertThat(undescribed("", JSON.readTree(Contracts.schema(event.type())), example(event)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_missing_field_is_found_and_named(Event event) {
        for (var required : JSON.readTree(Contracts.schema(event.type())).path("required")) {
            var mutant = example(event);
            mutant.remove(required.asString());
            assertThat(Contracts.problems(event.type(), mutant.toString()))
                    .as("without %s", required)
                    .extracting(Contracts.Problem::pointer)
                    .contains("/" + required.asString());
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_value_of_the_wrong_type_is_found_and_named(Event event) {
        for (var name : List.copyOf(example(event).propertyNames())) {
            var mutant = example(event);
            var old = mutant.get(name);
            mutant.set(name, old.isArray() || old.isObject() ? JSON.readTree("7") : JSON.readTree("[7]"));
            assertThat(Contracts.problems(event.type(), mutant.toString()))
                    .as("%s is %s", name, mutant.get(name))
                    .extracting(Contracts.Problem::pointer)
                    .contains("/" + name);
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void a_producer_may_grow(Event event) {
        var grown = example(event);
        grown.put("somethingLater", 1);
        assertThat(Contracts.problems(event.type(), grown.toString())).isEmpty();
    }

    @Test
    void a_day_and_an_instant_are_not_any_text() {
        var given = Contracts.example("ConsentGiven.v1");
        assertThat(Contracts.problems("ConsentGiven.v1", given.replace("2025-03-03", "2025-02-30")))
                .extracting(Contracts.Problem::pointer)
                .containsExactly("/givenOn");
        var broken = Contracts.example("CodeBroken.v1");
        assertThat(Contracts.problems("CodeBroken.v1", broken.replace("21:14:00Z", "21:14:00+02:00")))
                .extracting(Contracts.Problem::pointer)
                .containsExactly("/at");
    }

    @Test
    void the_index_names_the_files_and_nothing_else() throws IOException {
        try (var files = Files.walk(FOLDER)) {
            var found = files.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> FOLDER.relativize(file).toString())
                    .toList();
            var expected = events().flatMap(event -> Stream.of("example", "schema")
                            .map(kind -> event.topic() + "/" + event.type() + "." + kind + ".json"))
                    .toList();
            assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void an_event_that_nobody_agreed_on_has_no_contract() {
        assertThat(Contracts.event("ArmGuessed.v1")).isEmpty();
        assertThatThrownBy(() -> Contracts.example("ArmGuessed.v1")).hasMessageContaining("ArmGuessed.v1");
    }

    @Test
    void unreadable_text_is_a_problem_and_not_a_crash() {
        assertThat(Contracts.problems("ConsentGiven.v1", "{\"subject\":")).hasSize(1);
    }

    private static ObjectNode example(Event event) {
        return (ObjectNode) JSON.readTree(Contracts.example(event.type()));
    }

    private static List<String> undescribed(String at, JsonNode schema, JsonNode value) {
        var found = new ArrayList<String>();
        if (value.isArray()) {
            value.forEach(item -> found.addAll(undescribed(at + "/*", schema.path("items"), item)));
        } else if (!schema.hasNonNull("description")) {
            found.add(at);
        }
        if (value.isObject() && !at.endsWith("/strata")) {
            value.properties()
                    .forEach(field -> found.addAll(undescribed(
                            at + "/" + field.getKey(),
                            schema.path("properties").path(field.getKey()),
                            field.getValue())));
        }
        return found;
    }
}
