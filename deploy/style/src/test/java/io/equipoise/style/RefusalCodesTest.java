package io.equipoise.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A refusal's code is its name in the whole house: one name for one thing, written down where people look for it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RefusalCodesTest {
    private static final Path TOP = Path.of("..", "..");
    private static final Pattern NAMED = Pattern.compile(
            "(?:Refusal\\.\\w+|badRequest|new Refusal|Problems\\.write)\\([^\"();]*\"([A-Z][A-Z0-9_]+)\"");
    private static final Pattern LITERAL = Pattern.compile("\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"");

    /** SUBJECT_UNKNOWN and UNKNOWN_SUBJECT would be two names for one thing. */
    @Test
    void no_two_codes_are_of_the_same_words() throws IOException {
        var names = new TreeMap<String, Set<String>>();
        for (var file : sources()) {
            var literals = LITERAL.matcher(Files.readString(file));
            while (literals.find()) {
                var words =
                        Arrays.stream(literals.group(1).split("_", -1)).sorted().collect(Collectors.joining(" "));
                names.computeIfAbsent(words, none -> new TreeSet<>()).add(literals.group(1));
            }
        }
        assertThat(names).hasSizeGreaterThan(100);
        assertThat(names.values().stream().filter(same -> same.size() > 1)).isEmpty();
    }

    @Test
    void what_is_unknown_and_what_is_malformed_says_so_last() throws IOException {
        assertThat(codes()).noneMatch(code -> code.startsWith("UNKNOWN_") || code.startsWith("NO_SUCH_"));
        assertThat(codes()).noneMatch(code -> code.endsWith("_FORM") || code.startsWith("MALFORMED_"));
    }

    @Test
    void every_code_is_written_down() throws IOException {
        var books = books();
        assertThat(codes()).hasSizeGreaterThan(80);
        assertThat(codes().stream()
                        .filter(code -> !Pattern.compile("\\b" + code + "\\b")
                                .matcher(books)
                                .find()))
                .as("codes that no README of a service and no page of docs names")
                .isEmpty();
    }

    private static Set<String> codes() throws IOException {
        var codes = new TreeSet<String>();
        for (var file : sources()) {
            var named = NAMED.matcher(Files.readString(file));
            while (named.find()) {
                codes.add(named.group(1));
            }
        }
        return codes;
    }

    private static List<Path> sources() throws IOException {
        return files(path -> path.endsWith(".java") && path.contains("/src/main/"));
    }

    private static String books() throws IOException {
        var all = new StringBuilder();
        for (var file : files(path -> path.endsWith(".md"))) {
            all.append(Files.readString(file)).append('\n');
        }
        return all.toString();
    }

    private static List<Path> files(java.util.function.Predicate<String> wanted) throws IOException {
        try (var tree = Files.walk(TOP)) {
            return tree.filter(path ->
                            wanted.test(path.toString()) && !path.toString().contains("/target/"))
                    .sorted()
                    .toList();
        }
    }
}
