package io.equipoise.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equipoise.platform.Acceptance;
import io.equipoise.platform.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A refusal cannot be made without a code, the code goes out with it, and no door refuses in any other way. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryRefusalTest {
    /** They write an answer that is no success by hand, and put the code of a refusal into it. */
    private static final Set<String> BY_HAND = Set.of(
            "platform/web/Answers.java",
            "platform/web/Problem.java",
            "platform/web/ProblemAdvice.java",
            "ehr/adapter/fhir/Answered.java",
            "imaging/adapter/dicom/stow/StowEndpoint.java",
            "platform/web/LogInAgain.java",
            "gateway/UpstreamAdvice.java");

    /** What each class says, by its name from the package of the house on. */
    private static final Map<String, String> SOURCES = sources();

    private static final Pattern ANSWER =
            Pattern.compile("ResponseEntity\\s*\\.(status|badRequest|notFound|unprocessable\\w*|"
                    + "internalServerError)\\(|\\.sendError\\(|ResponseStatusException\\(|ErrorResponseException\\(|"
                    + "ProblemDetail\\s*\\.for|@ResponseStatus");

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "other site", "otherSite", "_OTHER", "OTHER__SITE", "OTHER_SITE "})
    @Acceptance("IN-9")
    void a_refusal_without_a_code_cannot_be_made(String code) {
        assertThatThrownBy(() -> Refusal.conflict(code, "no")).hasMessageContaining("needs a code");
        assertThatThrownBy(() -> new Refusal(code, "no", Refusal.Kind.INVALID, List.of()))
                .hasMessageContaining("needs a code");
    }

    @ParameterizedTest
    @EnumSource
    @Acceptance("IN-9")
    void the_code_goes_out_with_the_answer(Refusal.Kind kind) {
        var answer = Answers.problem(new Refusal("OTHER_SITE", "no", kind, List.of("/site")));
        assertThat(answer.getStatusCode().is4xxClientError()).isTrue();
        assertThat(String.valueOf(answer.getBody())).contains("code=OTHER_SITE");
    }

    @Test
    @Acceptance("IN-9")
    void no_door_refuses_in_another_way() {
        assertThat(answering()).isEqualTo(BY_HAND);
        assertThat(BY_HAND.stream().map(SOURCES::get))
                .allSatisfy(text -> assertThat(text)
                        .containsAnyOf(
                                "refusal.code()", "reason.code()", "issue.code()", "\"code\", \"", "Problem.detail("));
    }

    private static Set<String> answering() {
        return SOURCES.entrySet().stream()
                .filter(source -> ANSWER.matcher(source.getValue()).find())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> sources() {
        try (var tree = Files.walk(Path.of("..", ".."))) {
            return tree.filter(path -> path.toString().endsWith(".java")
                            && path.toString().contains("/src/main/java/io/equipoise/")
                            && !path.toString().contains("/deploy/"))
                    .collect(Collectors.toMap(
                            path -> path.toString().replaceAll(".*/io/equipoise/", ""), EveryRefusalTest::text));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
