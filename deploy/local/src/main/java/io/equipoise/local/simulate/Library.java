package io.equipoise.local.simulate;

import io.equipoise.local.client.Answer;
import io.equipoise.local.client.Casting;
import io.equipoise.local.client.Doors;
import io.equipoise.local.client.Doors.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The studies that can be simulated, and what is assumed where they are silent.
 *
 * @param assume a file in place of our own assumptions
 * @param also a patch that is laid over those
 */
public record Library(
        Doors doors,
        String suffix,
        @Nullable Path assume,
        Casting casting,
        @Nullable String also) {
    private static final String OPERATIONS = "ops-01";
    private static final String DEMONSTRATED = "NCT07146087";

    List<String> studies() {
        var answer = doors.get(OPERATIONS, "/api/library");
        return Protocol.each(answer.body().path("studies"))
                .map(one -> one.path("study").asString(""))
                .toList();
    }

    /** The name under which a run keeps its own copy. */
    String copy(String study) {
        return study + suffix;
    }

    Answer load(String study) {
        var text = doors.get(OPERATIONS, "/api/library/" + study).text();
        return post("application/yaml", casting.ordered(text).replaceFirst("(?m)^study: .*$", "study: " + copy(study)));
    }

    /** Everything in an overlay is an assumption, and labelled as one. Empty where there is none for the study. */
    Optional<Answer> assume(String study) {
        var assumed = overlay(study).map(text -> patch(study, text));
        return also == null || assumed.isEmpty() || !assumed.get().accepted()
                ? assumed
                : Optional.of(patch(study, also));
    }

    private Answer patch(String study, String text) {
        return post("application/merge-patch+yaml", "study: " + copy(study) + "\n" + casting.ordered(text));
    }

    private Optional<String> overlay(String study) {
        try {
            if (assume != null) {
                return Optional.of(Files.readString(assume));
            }
            try (var in = Library.class.getResourceAsStream(
                    study.equals(DEMONSTRATED) ? "/demo/assumptions.yaml" : "/simulate/" + study + ".yaml")) {
                return in == null
                        ? Optional.empty()
                        : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer post(String type, String text) {
        return doors.post(
                new Command(OPERATIONS, "/api/studies", type, text.getBytes(StandardCharsets.UTF_8), Map.of()));
    }
}
