package io.equipoise.randomization.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.randomization.domain.Design.Share;
import io.equipoise.randomization.domain.DrawnList.Block;
import io.equipoise.randomization.domain.DrawnList.StratumList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PermutedBlocksSpec {
    private static final Stratum ALL = new Stratum(Map.of());

    @Test
    void a_seed_gives_the_list_that_an_independent_program_draws_from_it() {
        var demonstration = new PermutedBlocks(Trial.STUDY, Trial.SEED, Trial.ONE_TO_ONE, List.of(4, 2));
        assertThat(letters(demonstration.draw(ALL, 20))).isEqualTo("ES/ESSE/SSEE/SE/ESSE/ES/SE");
        var threeArms = new PermutedBlocks(Trial.STUDY, Trial.SEED, shares("A1B2C3"), List.of(6, 12));
        assertThat(letters(threeArms.draw(new Stratum(Map.of("SEX", "F", "AGE", "OVER_65")), 24)))
                .isEqualTo("CABBACCBCBCC/BCCBAC/CACBBC");
        var sixtyFour = new PermutedBlocks("T1", new Seed("FEDCBA9876543210"), shares("A1B1"), List.of(4, 6));
        assertThat(letters(sixtyFour.draw(new Stratum(Map.of("SEX", "M")), 64)))
                .isEqualTo("ABBA/ABBA/ABBAAB/BAAB/ABBAAB/BBBAAA/ABAB/BBAA/ABBAAB/AABB/ABABAB/AABB/ABAABB");
    }

    @Test
    void the_surplus_of_a_byte_is_thrown_away_as_the_independent_program_does() {
        var hundred = new PermutedBlocks("T1", new Seed("FEDCBA9876543210"), shares("A1B1"), List.of(100));
        assertThat(letters(hundred.draw(ALL, 100)))
                .isEqualTo("ABBABABBAABBBBBBAABBBBBBBABAAABAAAAABAAAAABAAAABBB"
                        + "ABABAABAAABBBBAAABABABAABBBAABABBBAABBBBBAABBAAAAB");
    }

    @ParameterizedTest(name = "{0} in blocks of {1}: {2} sequences")
    @CsvSource({"A1B1,2,2", "A1B1,4,6", "A1B1,6,20", "A1B1,8,70", "A1B1C1,3,6", "A1B1C1,6,90", "A2B1,3,3", "A2B1,6,15"})
    void all_the_sequences_of_a_block_occur_and_no_others(String ratio, int size, int count) {
        var possible = arrangements(remaining(ratio, size));
        assertThat(possible).hasSize(count);
        assertThat(sequences(ratio, size, 60 * count).keySet()).isEqualTo(possible);
    }

    @ParameterizedTest(name = "{0} in blocks of {1}")
    @CsvSource({"A1B1,4,20.515", "A1B1,6,43.820", "A1B1C1,3,20.515", "A2B1,6,36.123"})
    void each_sequence_is_as_likely_as_another(String ratio, int size, double chiSquareAtOneInAThousand) {
        var counts = sequences(ratio, size, 20_000);
        double expected = counts.values().stream().mapToInt(Integer::intValue).sum() / (double) counts.size();
        double chiSquare = counts.values().stream()
                .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                .sum();
        assertThat(chiSquare).isLessThan(chiSquareAtOneInAThousand);
    }

    @Test
    void block_sizes_are_mixed_at_random() {
        var blocks = new PermutedBlocks("T1", Trial.SEED, shares("A1B1"), List.of(2, 4, 6));
        var counts = blocks.draw(ALL, 12_000).blocks().stream()
                .collect(Collectors.groupingBy(block -> block.arms().size(), TreeMap::new, Collectors.counting()));
        assertThat(counts.keySet()).containsExactly(2, 4, 6);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(880L, 1120L));
    }

    @ParameterizedTest
    @CsvSource({"A1B1,1", "A2B1,2", "A1B1C1,3", "A3B2C1D1,4"})
    void every_full_block_is_in_exact_balance(String ratio, int seed) {
        var shares = shares(ratio);
        int sum = shares.stream().mapToInt(Share::weight).sum();
        var list = new PermutedBlocks("T1", seed(seed), shares, List.of(sum, 2 * sum, 5 * sum)).draw(ALL, 100 * sum);
        assertThat(list.arms()).hasSize(100 * sum);
        assertThat(list.blocks())
                .allSatisfy(block -> shares.forEach(share -> assertThat(block.arms())
                        .filteredOn(share.arm()::equals)
                        .hasSize(block.arms().size() / sum * share.weight())));
    }

    @Test
    void the_last_block_ends_where_the_list_ends() {
        var blocks = new PermutedBlocks("T1", Trial.SEED, shares("A1B1"), List.of(4, 6));
        assertThat(IntStream.rangeClosed(0, 12).filter(blocks::fills)).containsExactly(0, 4, 6, 8, 10, 12);
        IntStream.range(0, 200)
                .forEach(seed -> assertThat(new PermutedBlocks("T1", seed(seed), shares("A1B1"), List.of(4, 6))
                                .draw(ALL, 14)
                                .arms())
                        .hasSize(14));
    }

    @Test
    void another_seed_another_study_and_another_stratum_give_another_list() {
        var here = new PermutedBlocks("T1", seed(1), shares("A1B1"), List.of(2, 4));
        var lists = List.of(
                letters(here.draw(ALL, 60)),
                letters(here.draw(new Stratum(Map.of("SEX", "F")), 60)),
                letters(new PermutedBlocks("T2", seed(1), shares("A1B1"), List.of(2, 4)).draw(ALL, 60)),
                letters(new PermutedBlocks("T1", seed(2), shares("A1B1"), List.of(2, 4)).draw(ALL, 60)));
        assertThat(Set.copyOf(lists)).hasSize(4);
    }

    private static Map<String, Integer> sequences(String ratio, int size, int blocks) {
        var counts = new HashMap<String, Integer>();
        new PermutedBlocks("T1", seed(7), shares(ratio), List.of(size))
                .draw(ALL, blocks * size)
                .blocks()
                .forEach(block -> counts.merge(letters(block), 1, Integer::sum));
        return counts;
    }

    private static Set<String> arrangements(Map<String, Integer> remaining) {
        if (remaining.values().stream().allMatch(left -> left == 0)) {
            return Set.of("");
        }
        var found = new TreeSet<String>();
        remaining.forEach((letter, left) -> {
            if (left > 0) {
                var rest = new TreeMap<>(remaining);
                rest.put(letter, left - 1);
                arrangements(rest).forEach(tail -> found.add(letter + tail));
            }
        });
        return found;
    }

    private static Map<String, Integer> remaining(String ratio, int size) {
        var shares = shares(ratio);
        int sum = shares.stream().mapToInt(Share::weight).sum();
        return shares.stream()
                .collect(Collectors.toMap(share -> share.arm().code(), share -> size / sum * share.weight()));
    }

    private static List<Share> shares(String ratio) {
        return Arrays.stream(ratio.split("(?<=[0-9])"))
                .map(part -> new Share(new Arm(part.substring(0, 1)), part, Integer.parseInt(part.substring(1))))
                .toList();
    }

    private static Seed seed(int number) {
        return new Seed("%016x".formatted(number));
    }

    private static String letters(StratumList list) {
        return list.blocks().stream().map(PermutedBlocksSpec::letters).collect(Collectors.joining("/"));
    }

    private static String letters(Block block) {
        return block.arms().stream().map(arm -> arm.code().substring(0, 1)).collect(Collectors.joining());
    }
}
