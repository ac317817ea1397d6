package io.equipoise.randomization.domain;

import java.util.List;
import java.util.Optional;

/** The list of a study as it was drawn once and for ever: per stratum, blocks of arms in order. It never prints itself. */
public record DrawnList(Seed seed, List<Design.Share> shares, List<Integer> blockSizes, List<StratumList> strata) {

    /** The places of one stratum. */
    public record StratumList(String stratum, List<Block> blocks) {
        public StratumList {
            blocks = List.copyOf(blocks);
        }

        public List<Arm> arms() {
            return blocks.stream().flatMap(block -> block.arms().stream()).toList();
        }

        @Override
        public String toString() {
            return "StratumList[" + stratum + ", hidden]";
        }
    }

    /** A run of places in which every arm has its exact share. */
    public record Block(List<Arm> arms) {
        public Block {
            arms = List.copyOf(arms);
        }

        @Override
        public String toString() {
            return "Block[hidden]";
        }
    }

    public DrawnList {
        shares = List.copyOf(shares);
        blockSizes = List.copyOf(blockSizes);
        strata = List.copyOf(strata);
    }

    /** Whether the list comes from its seed; an uploaded one has no block sizes, and nor has a design without a list. */
    public boolean isDrawnHere() {
        return !blockSizes.isEmpty();
    }

    public Optional<StratumList> of(String stratum) {
        return strata.stream().filter(list -> list.stratum().equals(stratum)).findFirst();
    }

    public String titleOf(Arm arm) {
        return shares.stream()
                .filter(share -> share.arm().equals(arm))
                .map(Design.Share::title)
                .findFirst()
                .orElse(arm.code());
    }

    @Override
    public String toString() {
        return "DrawnList[hidden]";
    }
}
