package io.equipoise.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventsDocTest {
    /** What a service makes, so that the platform hears the event for it. */
    private static final Map<String, String> HEARD_BY_THE_PLATFORM = Map.of("SealClosed.v1", "new Anchoring<>(");

    private static final Path DOC = Path.of("../../docs/events.md");
    private static final Path SERVICES = Path.of("..");

    @Test
    void events_doc_is_true() throws IOException {
        var files = Contracts.topics().stream()
                .flatMap(topic -> Contracts.events(topic).stream())
                .map(event -> event.topic() + " " + event.type() + " " + meaning(event.type()));
        assertThat(rows().map(row -> row.get(0) + " " + row.get(1) + " " + row.get(4)))
                .containsExactlyInAnyOrderElementsOf(files.toList());
    }

    @Test
    void whoever_is_said_to_hear_an_event_names_it_in_its_code() throws IOException {
        assertThat(rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row).hasSize(5);
            if (!row.get(3).equals("nobody yet")) {
                assertThat(row.get(3).split(", "))
                        .allSatisfy(service -> assertThat(names(service, row.get(1)))
                                .as(service + " hears " + row.get(1))
                                .isTrue());
            }
        });
    }

    @Test
    void whoever_tells_an_event_names_it_in_its_code() throws IOException {
        assertThat(rows().filter(row -> !row.get(2).equals("every service")))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(names(row.get(2), row.get(1)))
                        .as(row.get(2) + " tells " + row.get(1))
                        .isTrue());
    }

    private static boolean names(String service, String type) {
        try (var tree = Files.walk(SERVICES.resolve(service).resolve("src/main/java"))) {
            return tree.filter(file -> file.toString().endsWith(".java"))
                    .map(EventsDocTest::read)
                    .anyMatch(code -> code.contains('"' + type + '"')
                            || code.contains(HEARD_BY_THE_PLATFORM.getOrDefault(type, '"' + type + '"')));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Stream<List<String>> rows() throws IOException {
        return Files.readString(DOC)
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .map(line ->
                        Stream.of(line.split("\\|")).skip(1).map(String::strip).toList());
    }

    private static String meaning(String type) {
        return new JsonMapper()
                .readTree(Contracts.schema(type))
                .path("description")
                .asString();
    }
}
