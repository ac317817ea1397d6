package io.equipoise.local.reproduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What a third program gave twenty-four invented people is given again; JSON is written with single quotes here. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecomputationTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SEED = "000102030405060708090a0b0c0d0e0f";
    private static final String AGE_AND_SEX = "'factors':[{'factor':'AGE','weight':1},{'factor':'SEX','weight':%d}]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "simple|1 1|'design':'SIMPLE'|SESEESSESEESEESESSSSESSS",
                "efron|1 1|'design':'EFRON','within':'STUDY','probability':'2/3'|SESEESESSESESESESESESESS",
                "big-stick|1 1|'design':'BIG_STICK','within':'STUDY','limit':2|EESSESSESEEESSESEESESSES",
                "urn|1 1 1|'design':'URN','within':'STUDY','alpha':1,'beta':2|BBCACACAACCCBCCBBAACBCBB",
            },
            quoteCharacter = '"')
    void people_who_are_alike(String algorithm, String ratio, String parameters, String arms) {
        assertThat(recomputed(scheme(algorithm, ratio, "{" + parameters + "}", arms, false)))
                .isEqualTo(arms);
    }

    @Test
    void people_of_four_strata_at_three_sites() {
        assertMinimized(
                "1 1",
                "'measure':'RANGE','coin':'PREFERRED','probability':'4/5',"
                    + "'factors':[{'factor':'SEX','weight':1},{'factor':'AGE','weight':2},{'factor':'SITE','weight':1}]",
                "SESEESSEESSEESSEESESESSE");
        assertMinimized(
                "2 1 1",
                "'measure':'VARIANCE','coin':'HAN','probability':'7/10'," + AGE_AND_SEX.formatted(1),
                "AABAACCAABAABCBCBAACACBA");
        assertMinimized(
                "1 1 1",
                "'measure':'VARIANCE','coin':'RANK_LINEAR','probability':'1/2'," + AGE_AND_SEX.formatted(3),
                "ACAABCAACBABBBBCABACCABC");
        var inStrata = "{'design':'EFRON','within':'STRATUM','probability':'2/3'}";
        var arms = "ESEESSSESSESEESSESEEEESS";
        assertThat(recomputed(scheme("efron", "1 1", inStrata, arms, true))).isEqualTo(arms);
    }

    @Test
    void a_list_of_permuted_blocks() {
        var arms = "ESESSESSEESEESSEESSE";
        var list = scheme("permuted-blocks", "1 1", "null", arms, false)
                .replace("'blocks':null", "'blocks':{'sizes':[2,4],'strata':[{'stratum':'ALL','slots':20}]}");
        assertThat(recomputed(list)).isEqualTo(arms);
    }

    @Test
    void one_arm_changed_is_found_and_so_is_one_person_left_out() {
        var parameters = "{'design':'EFRON','within':'STUDY','probability':'2/3'}";
        var changed = scheme("efron", "1 1", parameters, "EESEESESSESESESESESESESS", false);
        assertThat(recomputation(changed).lines()).anyMatch(line -> !line.agrees());
        var without = scheme("efron", "1 1", parameters, "SESE", false).replaceFirst("\\{'ordinal':2,[^}]*},", "");
        assertThat(recomputation(without).lines())
                .anyMatch(line -> line.recomputed().equals("OUT OF ORDER"));
    }

    /** A copy of the statistician's door, which the service's own test compares with what it shows. */
    @Test
    void a_study_with_two_randomizations_as_the_service_shows_it() throws IOException {
        var shown = Path.of("..", "..", "services/randomization/src/test/resources/scheme/two-randomizations.json");
        var scheme = JSON.readTree(Files.readString(shown));
        assertThat(scheme.path("randomizations")).hasSize(2);
        for (var randomization : scheme.path("randomizations")) {
            var study = scheme.path("study").asString();
            var lines = new Recomputation(study, "c0ffee00c0ffee001234567890abcdef", randomization).lines();
            assertThat(lines).hasSize(12).allMatch(Recomputation.Line::agrees);
            var otherSeed = new Recomputation(study, SEED, randomization).lines();
            assertThat(otherSeed).anyMatch(line -> !line.agrees());
        }
    }

    @Test
    void a_list_that_was_brought_is_not_recomputed() {
        var brought = scheme("efron", "1 1", "null", "ES", false).replace("equipoise.efron.v1", "uploaded list");
        assertThat(recomputation(brought).isFromSeed()).isFalse();
    }

    private static void assertMinimized(String ratio, String parameters, String arms) {
        var given = "{'design':'MINIMIZATION'," + parameters + "}";
        assertThat(recomputed(scheme("minimization", ratio, given, arms, true))).isEqualTo(arms);
    }

    private static String recomputed(String scheme) {
        return recomputation(scheme).lines().stream()
                .map(Recomputation.Line::recomputed)
                .collect(Collectors.joining());
    }

    private static Recomputation recomputation(String scheme) {
        return new Recomputation("NCT07146087", SEED, JSON.readTree(scheme.replace('\'', '"')));
    }

    private static String scheme(String algorithm, String ratio, String parameters, String arms, boolean differ) {
        var letters = ratio.equals("1 1") ? "ES" : "ABC";
        var shares = ratio.split(" ", -1);
        var shown = IntStream.range(0, shares.length)
                .mapToObj(n -> "{'arm':'%s','weight':%s}".formatted(letters.charAt(n), shares[n]))
                .collect(Collectors.joining(","));
        var positions = new HashMap<String, Integer>();
        var people = IntStream.range(0, arms.length())
                .mapToObj(n -> {
                    var stratum = differ ? stratum(n) : "ALL";
                    return "{'ordinal':%d,'subject':'S%d','site':'%s','stratum':'%s','position':%d,'arm':'%s'}"
                            .formatted(
                                    n + 1,
                                    n + 1,
                                    differ ? "0" + (1 + n % 3) : "01",
                                    stratum,
                                    positions.merge(stratum, 1, Integer::sum),
                                    arms.charAt(n));
                })
                .collect(Collectors.joining(","));
        return "{'randomization':1,'algorithm':'equipoise.%s.v1','arms':[%s],'parameters':%s,'blocks':null,'allocations':[%s]}"
                .formatted(algorithm, shown, parameters, people);
    }

    private static String stratum(int n) {
        return "AGE=" + (n / 2 % 2 == 0 ? "YOUNG" : "OLD") + ";SEX=" + (n * 7 / 3 % 2 == 0 ? "F" : "M");
    }
}
