package io.equipoise.randomization.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SecretsSpec {
    private static final String LONGEST = "X".repeat(Arm.LENGTH);

    @Test
    void an_arm_a_seed_and_a_lot_never_print_themselves() {
        assertThat(new Arm("CANARY")).hasToString("Arm[hidden]");
        assertThat(new Seed("CAFECAFECAFECAFE")).hasToString("Seed[hidden]");
        assertThat(new ProductLot("CANARY")).hasToString("ProductLot[hidden]");
        assertThat(new ProductOrigin("CANARY")).hasToString("ProductOrigin[hidden]");
    }

    @Test
    void nothing_that_holds_a_list_prints_it() {
        var allocation = Allocation.DECIDER.replay(AllocationSpecification.BOTH_RANDOMIZED);
        var printed = List.of(allocation, AllocationSpecification.BOTH_RANDOMIZED, Trial.DRAW)
                .toString();
        assertThat(printed).contains("NCT07146087", "Arm[hidden]");
        assertThat(printed).doesNotContain("EXOSOMES", "SALINE", "LOT-7", Trial.SEED.hex(), Trial.SEED.sha256());
        assertThat(printed.toLowerCase(Locale.ROOT)).doesNotContain("exosomes", "saline");
    }

    @Test
    void a_printed_list_does_not_even_show_where_blocks_end() {
        var other = Trial.drawn(
                new AllocationCommand.DrawList(Trial.STUDY, Trial.DESIGN, new Seed("ff".repeat(8)), List.of(4), 20));
        assertThat(Trial.DRAWN.toString()).isEqualTo(other.toString());
        assertThat(Trial.DRAWN.strata().toString()).isEqualTo(other.strata().toString());
    }

    @Test
    void every_arm_is_written_at_the_same_length() {
        assertThat(List.of(new Arm("A"), new Arm(LONGEST)))
                .allSatisfy(arm -> assertThat(arm.padded()).hasSize(Arm.LENGTH));
        assertThat(List.of(new ProductLot("A"), new ProductLot("LOT 7/b")))
                .allSatisfy(lot -> assertThat(lot.padded()).hasSize(ProductLot.LENGTH));
        assertThat(List.of(ProductOrigin.NO_DONOR, new ProductOrigin("D"), new ProductOrigin(LONGEST)))
                .allSatisfy(origin -> assertThat(origin.padded()).hasSize(ProductOrigin.LENGTH));
        assertThat(new ProductOrigin(ProductOrigin.NO_DONOR.padded())).isEqualTo(ProductOrigin.NO_DONOR);
        assertThat(new Arm(new Arm("A").padded())).isEqualTo(new Arm("A"));
        assertThat(new Arm("A").code()).isEqualTo("A");
    }

    @Test
    void what_cannot_be_an_arm_a_lot_or_a_seed_is_not_taken_for_one() {
        assertThat(Arm.read(LONGEST)).isPresent();
        assertThat(List.of("", " ", LONGEST + "X", "A B", "\u00e9")).allSatisfy(text -> {
            assertThat(Arm.read(text)).isEmpty();
            assertThatThrownBy(() -> new Arm(text)).isInstanceOf(IllegalArgumentException.class);
        });
        assertThat(ProductLot.isLot(" ")).isFalse();
        assertThat(ProductLot.isLot("L".repeat(65))).isFalse();
        assertThat(List.of("00112233445566", "0011223344556677z", "0".repeat(65), ""))
                .noneMatch(Seed::isSeed);
        assertThat(List.of("0".repeat(16), "ABCDEFabcdef01234", "f".repeat(64))).allMatch(Seed::isSeed);
    }

    @Test
    void the_seeds_hash_and_the_keyed_hash_are_the_standard_ones() {
        assertThat(Trial.SEED.sha256()).isEqualTo("d65df89f702eec58ca3c7bf2001c9ffc7cd80553ae01d42a799ba26756142d96");
        assertThat(hmac(Trial.SEED, "Hi There"))
                .isEqualTo("9313215086e942354ba9e8c71e6ad6b3cfefa60e7ddc8e284594e340a0515c70");
        assertThat(hmac(new Seed("F".repeat(64)), ""))
                .isEqualTo("39ae5d9b22231fede06cc3ffd81dc30da25982c26c520f62f9615b2e68b0dd7d");
    }

    @Test
    void a_stratum_is_written_in_one_way_only() {
        assertThat(new Stratum(Map.of()).key()).isEqualTo("ALL");
        assertThat(new Stratum(Map.of("SEX", "F", "AGE", "OLD")).key()).isEqualTo("AGE=OLD;SEX=F");
        assertThat(new Stratum(Map.of("A", "1;B=2")).key()).isNotEqualTo(new Stratum(Map.of("A", "1", "B", "2")).key());
        assertThat(new Stratum(Map.of("A", "1;B=2%")).key()).isEqualTo("A=1%3BB%3D2%25");
    }

    private static String hmac(Seed seed, String message) {
        return HexFormat.of().formatHex(new HmacSha256(seed).of(message));
    }
}
