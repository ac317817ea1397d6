package io.equipoise.imaging.adapter.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Seeded: a failure names the seed and the round, and can be had again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MutatedFilesTest {
    private static final long SEED = 20_251_122L;
    private static final int ROUNDS = 20_000;
    private static final int[] TELLING = {0, 1, 0x7F, 0x80, 0xFE, 0xFF, 'S', 'Q', 'U', 'N', '\\'};
    private static final long MOST_PER_FILE = 64L * 1024 * 1024;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void twenty_thousand_mutants_are_read_or_refused_and_nothing_else() throws IOException {
        var seeds = List.of(
                Arrays.copyOf(Part10Test.sample("MR_small.dcm"), 2600),
                Part10Test.sample("MR_small.dcm"),
                Part10Test.sample("MR_small_implicit.dcm"),
                DicomBytes.image("2.25.1", "2.25.1.1.1", "20250306"),
                DicomBytes.file(DicomBytes.JPEG, "2.25.9", Part10Test.fragments(4, 8, 6)),
                nested());
        var chance = new Random(SEED);
        int read = 0;
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var mutant = mutant(seeds.get(round % seeds.size()), chance);
            switch (outcome(mutant, round)) {
                case Reading.Read(var file) -> {
                    assertThat(DicomJson.of(file.data())).as("round %d", round).isNotNull();
                    read++;
                }
                case Reading.Refused(var _, var detail) -> {
                    assertThat(detail).as("round %d", round).isNotBlank();
                    refused++;
                }
            }
        }
        // Both happen, so the mutants are neither all harmless nor all hopeless.
        assertThat(read).isGreaterThan(ROUNDS / 20);
        assertThat(refused).isGreaterThan(ROUNDS / 4);
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void mutants_are_refused_or_become_files_without_a_name_that_are_read_again() throws IOException {
        var seeds = List.of(
                Part10Test.sample("MR_small.dcm"),
                Part10Test.sample("MR_small_implicit.dcm"),
                DicomBytes.image("2.25.1", "2.25.1.1.1", "20250306"));
        var chance = new Random(SEED);
        int made = 0;
        int refused = 0;
        for (int round = 0; round < ROUNDS / 4; round++) {
            var mutant = mutant(seeds.get(round % seeds.size()), chance);
            switch (Cleansing.of(mutant, Cleansing.ANNA)) {
                case Deidentifier.Result.Deidentified _ -> {
                    assertNameless(Part10Test.read(Cleansing.cleansed(mutant)).data(), round);
                    made++;
                }
                case Deidentifier.Result.Refused(var _, var detail) -> {
                    assertThat(detail).as("round %d", round).isNotBlank();
                    refused++;
                }
            }
        }
        assertThat(made).isGreaterThan(ROUNDS / 80);
        assertThat(refused).isGreaterThan(ROUNDS / 80);
    }

    private static void assertNameless(DataSet data, int round) {
        assertThat(data.text(Tag.of(0x0010_0010))).as("round %d", round).isEmpty();
        assertThat(data.text(Tag.of(0x0010_0020))).as("round %d", round).isEmpty();
        assertThat(data.texts(Tag.of(0x0012_0062))).as("round %d", round).containsExactly("YES");
        assertThat(data.elements().keySet()).as("round %d", round).noneMatch(Tag::isPrivate);
    }

    private static Reading outcome(byte[] mutant, int round) {
        long before = allocated();
        try {
            return Part10.read(new InMemory(mutant));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) {
            throw new AssertionError("seed %d, round %d".formatted(SEED, round), broken);
        } finally {
            assertThat(allocated() - before)
                    .as("bytes allocated in round %d", round)
                    .isLessThan(MOST_PER_FILE);
        }
    }

    private static byte[] mutant(byte[] whole, Random chance) {
        var mutant = whole.clone();
        int changes = 1 + chance.nextInt(4);
        for (int change = 0; change < changes; change++) {
            // Most changes go where lengths and tags are, not into pixels.
            int at = chance.nextInt(chance.nextInt(4) == 0 ? mutant.length : Math.min(mutant.length, 1500));
            switch (chance.nextInt(5)) {
                case 0 -> mutant[at] = (byte) chance.nextInt(256);
                case 1 -> mutant[at] ^= (byte) (1 << chance.nextInt(8));
                case 2 -> mutant[at] = (byte) TELLING[chance.nextInt(TELLING.length)];
                case 3 ->
                    mutant = Arrays.copyOf(
                            mutant, chance.nextBoolean() ? at + 1 : mutant.length + 1 + chance.nextInt(9));
                default -> {
                    int from = chance.nextInt(mutant.length);
                    int length = Math.min(1 + chance.nextInt(32), mutant.length - Math.max(from, at));
                    System.arraycopy(mutant, from, mutant, at, length);
                }
            }
        }
        return mutant;
    }

    private static byte[] nested() {
        var data = new DicomBytes();
        for (int depth = 0; depth < 12; depth++) {
            data.explicit(0x0008_1140, "SQ", DicomBytes.UNDEFINED).implicit(0xFFFE_E000, DicomBytes.UNDEFINED);
        }
        data.text(0x0008_1150, "UI", DicomBytes.MR);
        for (int depth = 0; depth < 12; depth++) {
            data.implicit(0xFFFE_E00D, 0).implicit(0xFFFE_E0DD, 0);
        }
        return DicomBytes.file(DicomBytes.EXPLICIT, "2.25.9", data);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
