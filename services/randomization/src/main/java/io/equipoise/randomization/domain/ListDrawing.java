package io.equipoise.randomization.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import io.equipoise.randomization.domain.AllocationCommand.DrawList;
import io.equipoise.randomization.domain.AllocationEvent.ListDrawn;
import io.equipoise.randomization.domain.AllocationEvent.SeedCommitted;
import io.equipoise.randomization.domain.AllocationEvent.SequencesSettled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Whether and how a list is drawn: once, from a complete design, in whole blocks. */
enum ListDrawing {
    ;
    private static final int LONGEST_BLOCK = 100;
    private static final int LONGEST_LIST = 20_000;

    static Decision<AllocationEvent> decide(Allocation allocation, DrawList command) {
        var design = command.design();
        if (allocation.list() != null) {
            return refuse(Refusal.conflict(
                    "LIST_ALREADY_DRAWN", "The study has its list; a list is drawn once and never again."));
        }
        if (!design.unknown().isEmpty()) {
            return refuse(Refusal.conflict(
                    "DESIGN_INCOMPLETE",
                    "The study's definition does not say what a list is drawn from.",
                    design.unknown().toArray(String[]::new)));
        }
        var unfit = unfitBlocks(design, command.blockSizes());
        if (unfit.isPresent()) {
            return refuse(unfit.get());
        }
        if (command.slotsPerStratum() < 1 || design.strataCount() * command.slotsPerStratum() > LONGEST_LIST) {
            return refuse(Refusal.invalid(
                    "LIST_LENGTH",
                    "A stratum has at least one slot, and all strata together at most %d.".formatted(LONGEST_LIST),
                    "/slotsPerStratum"));
        }
        return draw(allocation, command);
    }

    private static Decision<AllocationEvent> draw(Allocation allocation, DrawList command) {
        var blocks = new PermutedBlocks(
                command.study(), command.seed(), command.design().shares(), command.blockSizes());
        if (!blocks.fills(command.slotsPerStratum())) {
            return refuse(Refusal.invalid(
                    "SLOTS_NOT_WHOLE_BLOCKS",
                    "The slots of a stratum go exactly into whole blocks, so that every full list is in balance.",
                    "/slotsPerStratum"));
        }
        var drawn = new ListDrawn(
                command.study(),
                PermutedBlocks.ALGORITHM,
                command.seed(),
                command.design().shares(),
                blocks.blockSizes(),
                command.design().strata().stream()
                        .map(stratum -> blocks.draw(stratum, command.slotsPerStratum()))
                        .toList());
        var facts = new ArrayList<AllocationEvent>(List.of(drawn));
        if (command.seed().canBePublished()) {
            facts.add(new SeedCommitted(command.study(), command.seed().sha256()));
        }
        facts.addAll(sequences(allocation, command.study(), command.design()));
        return accept(facts);
    }

    /** What a crossover gives when, settled with the way of deciding; nothing where that stands already. */
    static List<AllocationEvent> sequences(Allocation allocation, String study, Design design) {
        var sequences = design.sequences();
        return sequences.equals(allocation.designs().sequences())
                ? List.of()
                : List.of(new SequencesSettled(study, sequences.spans(), sequences.sequences()));
    }

    /** A list has blocks, and in each the arms are in the ratio. */
    static Optional<Refusal> unfitBlocks(Design design, List<Integer> sizes) {
        int sum = design.ratioSum();
        var unfit = IntStream.range(0, sizes.size())
                .filter(at -> !isBlock(sizes.get(at), sum))
                .mapToObj(at -> "/blockSizes/" + at)
                .toArray(String[]::new);
        return unfit.length == 0 && !sizes.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "BLOCK_SIZE_NOT_MULTIPLE",
                        "There is at least one block size, and each is a multiple of the ratio's sum, %d, up to %d."
                                .formatted(sum, LONGEST_BLOCK),
                        unfit.length > 0 ? unfit : new String[] {"/blockSizes"}));
    }

    private static boolean isBlock(int size, int sum) {
        return size > 0 && size <= LONGEST_BLOCK && size % sum == 0;
    }
}
