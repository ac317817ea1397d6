package io.equipoise.randomization.domain.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page with which a statistician recomputes a study in R, run by R as it stands there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RPageTest {
    private static final Path PAGE = Path.of("../../docs/how-to/reproduce-an-allocation.md");
    private static final int CASES = 200;

    @TempDir
    Path directory;

    @BeforeEach
    void r_is_installed() {
        RScript.assumeInstalled();
    }

    @Test
    void gives_the_letters_that_the_page_promises() throws Exception {
        var promised = page().lines()
                .filter(line -> line.matches("# [ES]{20,}"))
                .map(line -> "[1] \"" + line.substring(2) + "\"")
                .toList();
        assertThat(promised).hasSize(2);
        assertThat(RScript.lines(directory, page())).isEqualTo(promised);
    }

    @ParameterizedTest
    @EnumSource(Coin.class)
    void minimizes_as_the_service_does(Coin coin) throws Exception {
        var random = new Random(45);
        var script = new StringBuilder(page());
        var ours = new ArrayList<String>();
        for (int i = 0; i < CASES; i++) {
            var ratio = coin == Coin.RANK_LINEAR
                    ? List.of(1, 1, 1)
                    : List.of(1 + random.nextInt(3), 1 + random.nextInt(3), 1 + random.nextInt(3));
            var measure = Measure.values()[random.nextInt(Measure.values().length)];
            var rule = new Minimization(ratio, List.of(1, 2), measure, coin, new Probability(4, 5));
            var counts = IntStream.range(0, 6).map(n -> random.nextInt(5)).toArray();
            ours.add(rule.chances(tally(counts), Newcomer.at(0, 0)).toString());
            script.append(call(rule, counts));
        }
        var theirs = RScript.lines(directory, script.toString());
        assertThat(theirs.subList(theirs.size() - CASES, theirs.size())).isEqualTo(ours);
        assertThat(ours.stream().distinct().count()).isGreaterThan(3);
    }

    private static String page() throws IOException {
        var text = Files.readString(PAGE);
        var begin = text.indexOf("```r\n") + "```r\n".length();
        return text.substring(begin, text.indexOf("```\n", begin));
    }

    /** Two factors with one level each; first the counts of the three arms at the one, then at the other. */
    private static Tally tally(int[] counts) {
        var tally = new Tally(3, 2);
        for (int arm = 0; arm < 3; arm++) {
            add(tally, Newcomer.at(0, 1), arm, counts[arm]);
            add(tally, Newcomer.at(1, 0), arm, counts[3 + arm]);
        }
        return tally;
    }

    private static void add(Tally tally, Newcomer person, int arm, int times) {
        Stream.generate(() -> person).limit(times).forEach(each -> tally.add(each, arm));
    }

    private static String call(Minimization rule, int[] counts) {
        return "odds <- minimize(c(%s), c(%s), '%s', '%s', c(4, 5), matrix(c(%s), nrow = 2, byrow = TRUE))\n"
                        .formatted(
                                commas(rule.ratio()),
                                commas(rule.weights()),
                                rule.measure(),
                                rule.coin(),
                                commas(IntStream.of(counts).boxed().toList()))
                + "cat(format(odds / Reduce(gcd, odds), scientific = FALSE, trim = TRUE), sep = ':')\ncat('\\n')\n";
    }

    private static String commas(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
