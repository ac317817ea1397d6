package io.equipoise.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventsDocTest {
    private static final Path DOC = Path.of("../../docs/events.md");
    private static final String SERVICES = "[a-z-]+(, [a-z-]+)*|every service|nobody yet: holders of the key";

    @Test
    void events_doc_is_true() throws IOException {
        var files = Contracts.topics().stream()
                .flatMap(topic -> Contracts.events(topic).stream())
                .map(event -> event.topic() + " " + event.type() + " " + meaning(event.type()));
        assertThat(rows().map(row -> row.get(0) + " " + row.get(1) + " " + row.get(4)))
                .containsExactlyInAnyOrderElementsOf(files.toList());
    }

    @Test
    void every_row_says_who_tells_it_and_who_hears_it() throws IOException {
        assertThat(rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row).hasSize(5);
            assertThat(row.get(2)).matches(SERVICES);
            assertThat(row.get(3)).matches(SERVICES);
        });
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
