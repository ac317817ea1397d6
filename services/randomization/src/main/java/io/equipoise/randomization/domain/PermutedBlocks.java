package io.equipoise.randomization.domain;

import io.equipoise.randomization.domain.DrawnList.Block;
import io.equipoise.randomization.domain.DrawnList.StratumList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Draws lists of permuted blocks of random size (domain rules 4.9). The same study, seed, ratio and sizes give the same
 * list on every machine for ever; the README tells an outsider how to redo it.
 */
public record PermutedBlocks(String study, Seed seed, List<Design.Share> shares, List<Integer> blockSizes) {
    /** The name under which this way of drawing is kept; another way gets another name. */
    public static final String ALGORITHM = "equipoise.permuted-blocks.v1";

    public PermutedBlocks {
        shares = List.copyOf(shares);
        blockSizes = blockSizes.stream().distinct().sorted().toList();
    }

    /** Whether this many places can be filled with whole blocks. */
    public boolean fills(int slots) {
        return filled(slots)[slots];
    }

    /** Exactly this many places in whole blocks; where they do not go into whole blocks, ask {@link #fills} first. */
    public StratumList draw(Stratum stratum, int slots) {
        var numbers = new Numbers(new HmacSha256(seed), String.join("|", ALGORITHM, study, stratum.key()));
        boolean[] filled = filled(slots);
        var blocks = new ArrayList<Block>();
        for (int left = slots; left > 0; ) {
            int open = left;
            var sizes = blockSizes.stream()
                    .filter(size -> size <= open && filled[open - size])
                    .toList();
            int size = sizes.get(numbers.below(sizes.size()));
            blocks.add(block(size, numbers));
            left -= size;
        }
        return new StratumList(stratum.key(), blocks);
    }

    private Block block(int size, Numbers numbers) {
        int sum = shares.stream().mapToInt(Design.Share::weight).sum();
        var arms = new ArrayList<Arm>(size);
        for (var share : shares) {
            arms.addAll(Collections.nCopies(size / sum * share.weight(), share.arm()));
        }
        for (int last = size - 1; last > 0; last--) {
            Collections.swap(arms, last, numbers.below(last + 1));
        }
        return new Block(arms);
    }

    /** For each number of places: whether whole blocks fill it. */
    private boolean[] filled(int slots) {
        var filled = new boolean[slots + 1];
        filled[0] = true;
        for (int count = 1; count <= slots; count++) {
            int places = count;
            filled[count] = blockSizes.stream().anyMatch(size -> size <= places && filled[places - size]);
        }
        return filled;
    }

    /** Bytes of HMAC(seed, label|0), HMAC(seed, label|1) and so on, made into fair numbers by throwing away the surplus. */
    private static final class Numbers {
        private static final int VALUES = 256;
        private final HmacSha256 hmac;
        private final String label;
        private int counter;
        private int next;
        private byte[] bytes = {};

        Numbers(HmacSha256 hmac, String label) {
            this.hmac = hmac;
            this.label = label;
        }

        /** A number from 0 to bound - 1, each as likely as another; the bound is at most 256. */
        int below(int bound) {
            int fair = VALUES - VALUES % bound;
            int drawn = octet();
            while (drawn >= fair) {
                drawn = octet();
            }
            return drawn % bound;
        }

        private int octet() {
            if (next == bytes.length) {
                bytes = hmac.of(label + "|" + counter++);
                next = 0;
            }
            return Byte.toUnsignedInt(bytes[next++]);
        }
    }
}
