package io.equipoise.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Which test shows which acceptance example: written into docs/traceability.md from the annotations of the tests. An
 * example that no test claims stands there as open. In CI the page is not written but compared.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AcceptanceTest {
    private static final Path TOP = Path.of("..", "..");
    private static final Path PAGE = TOP.resolve("docs/traceability.md");
    private static final String BEGIN = "<!-- written by AcceptanceTest from here -->\n";
    private static final String END = "<!-- to here -->\n";
    private static final Pattern CLAIM = Pattern.compile(
            "@Acceptance\\((?<ids>[^)]*)\\)(?:\\s*@\\w+(?:\\([^)]*\\))?)*\\s+(?:\\w+\\s+)*void\\s+(?<test>\\w+)");
    private static final Pattern ID = Pattern.compile("\"([^\"]+)\"");

    @Test
    void the_page_says_which_test_shows_which_example() throws IOException {
        var page = Files.readString(PAGE);
        var begin = page.indexOf(BEGIN) + BEGIN.length();
        var end = page.indexOf(END);
        assertThat(page).contains(BEGIN, END);
        var fresh = page.substring(0, begin) + table() + page.substring(end);
        if (System.getenv("CI") == null) {
            Files.writeString(PAGE, fresh);
        } else {
            assertThat(page)
                    .as("docs/traceability.md is not up to date; run mvn verify without CI set")
                    .isEqualTo(fresh);
        }
    }

    @Test
    void nobody_claims_an_example_that_there_is_not() throws IOException {
        assertThat(examples().keySet()).containsAll(claims().keySet());
    }

    @Test
    void a_claim_is_found_in_a_test() {
        var found = claimsIn("ASpec", "@Test\n@Acceptance({\"DO-1\", \"DO-2\"})\n@Tag(\"x\")\nvoid fixed_mass() {}");
        assertThat(found).isEqualTo(Map.of("DO-1", "`ASpec.fixed_mass`", "DO-2", "`ASpec.fixed_mass`"));
    }

    private static String table() throws IOException {
        var claims = claims();
        var table = new StringBuilder("| id | example | shown by |\n|---|---|---|\n");
        var examples = examples();
        examples.forEach((id, what) -> table.append("| %s | %s | %s |%n"
                .formatted(id, what, claims.containsKey(id) ? String.join("<br>", claims.get(id)) : "**open**")));
        return "%d of %d have a test that claims them.%n%n"
                        .formatted(
                                examples.keySet().stream()
                                        .filter(claims::containsKey)
                                        .count(),
                                examples.size())
                + table;
    }

    private static Map<String, TreeSet<String>> claims() throws IOException {
        var claims = new TreeMap<String, TreeSet<String>>();
        for (var file : tests()) {
            var name = String.valueOf(file.getFileName()).replace(".java", "");
            claimsIn(name, Files.readString(file))
                    .forEach((id, test) ->
                            claims.computeIfAbsent(id, none -> new TreeSet<>()).add(test));
        }
        return claims;
    }

    /** Of several tests of one class that claim the same example, one is named. */
    private static Map<String, String> claimsIn(String name, String source) {
        var found = new LinkedHashMap<String, String>();
        var claim = CLAIM.matcher(source);
        while (claim.find()) {
            ID.matcher(claim.group("ids"))
                    .results()
                    .forEach(id -> found.putIfAbsent(id.group(1), "`" + name + "." + claim.group("test") + "`"));
        }
        return found;
    }

    private static Map<String, String> examples() throws IOException {
        var examples = new LinkedHashMap<String, String>();
        for (var line : Files.readAllLines(Path.of("src/test/resources/acceptance.txt"))) {
            if (!line.startsWith("#") && !line.isBlank()) {
                var parts = line.split("\t", 2);
                examples.put(parts[0], parts[1]);
            }
        }
        return examples;
    }

    private static List<Path> tests() throws IOException {
        try (var tree = Files.walk(TOP)) {
            return tree.filter(path -> path.toString().endsWith(".java")
                            && path.toString().contains("/src/test/")
                            && !path.toString().contains("/target/")
                            && !path.endsWith("AcceptanceTest.java"))
                    .sorted()
                    .toList();
        }
    }
}
