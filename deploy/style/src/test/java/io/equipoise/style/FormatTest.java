package io.equipoise.style;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Formats every Java file of the tree before anything is compiled; in CI it changes nothing and fails instead. A test and
 * not a plugin, because it must run on the JDK that knows the language's newest words, whatever JDK runs Maven.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FormatTest {
    private static final Path TOP = Path.of("..", "..");
    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    @Test
    void every_java_file_has_the_one_format() throws IOException, FormatterException {
        boolean mayChange = System.getenv("CI") == null;
        for (var file : javaFiles()) {
            var source = Files.readString(file);
            var formatted = FORMATTER.formatSourceAndFixImports(source);
            if (mayChange && !formatted.equals(source)) {
                Files.writeString(file, formatted);
            } else {
                assertThat(source)
                        .as("not formatted: %s; run mvn verify without CI set", file)
                        .isEqualTo(formatted);
            }
        }
    }

    @Test
    void a_badly_formatted_file_would_be_found() throws FormatterException {
        assertThat(FORMATTER.formatSourceAndFixImports("import java.util.List; class A{int a ;}"))
                .isEqualTo("class A {\n    int a;\n}\n");
    }

    private static List<Path> javaFiles() throws IOException {
        try (var tree = Files.walk(TOP)) {
            var found = tree.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.toString().contains("/target/"))
                    .sorted()
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }
}
