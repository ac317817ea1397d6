package io.equipoise.randomization.domain;

import static java.util.Objects.requireNonNull;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.randomization.domain.AllocationEvent.ArmAllocated;
import io.equipoise.randomization.domain.AllocationEvent.CodeBreakRefused;
import io.equipoise.randomization.domain.AllocationEvent.CodeBreakRequested;
import io.equipoise.randomization.domain.AllocationEvent.CodeBroken;
import io.equipoise.randomization.domain.AllocationEvent.KitDispensed;
import io.equipoise.randomization.domain.AllocationEvent.KitReturned;
import io.equipoise.randomization.domain.AllocationEvent.KitsReceived;
import io.equipoise.randomization.domain.AllocationEvent.ListDrawn;
import io.equipoise.randomization.domain.AllocationEvent.SubjectRandomized;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One study's list, who took which place of it, and the kits. Chance happened when the list was drawn: a subject gets
 * the next place of the stratum, so that every replay allocates alike.
 *
 * @param list absent until it is drawn
 */
public record Allocation(
        @Nullable DrawnList list, Map<SubjectId, Seat> seats, Map<String, Integer> taken, Stock stock) {
    public static final Decider<Allocation, AllocationCommand, AllocationEvent> DECIDER = new Decider<>(
            new Allocation(null, Map.of(), Map.of(), Stock.EMPTY), Allocation::decide, Allocation::evolve);

    Decision<AllocationEvent> decide(AllocationCommand command) {
        return switch (command) {
            case AllocationCommand.DrawList draw -> ListDrawing.decide(this, draw);
            case AllocationCommand.Randomize randomize -> Placing.decide(this, randomize);
            case AllocationCommand.ReceiveKits receive -> stock.receive(receive.shipment(), kinds(receive));
            case AllocationCommand.Dispense dispense -> Dispensing.decide(this, dispense);
            case AllocationCommand.ReturnKit back -> stock.takeBack(back);
            case AllocationCommand.BreakCode broken -> CodeBreaking.decide(this, broken);
            case SupplyCommand supply -> Supplies.decide(stock, supply);
        };
    }

    Allocation evolve(AllocationEvent event) {
        return switch (event) {
            case ListDrawn drawn ->
                new Allocation(
                        new DrawnList(drawn.seed(), drawn.shares(), drawn.blockSizes(), drawn.strata()),
                        seats,
                        taken,
                        stock);
            case SubjectRandomized randomized -> seated(randomized);
            case ArmAllocated whatTheListSays -> this;
            case KitsReceived received -> with(stock.with(received));
            case KitDispensed dispensed -> with(stock.with(dispensed));
            case KitReturned returned -> with(stock.with(returned));
            case CodeBroken stateStaysAsItIs -> this;
            case AllocationEvent.OfEnvelopes ofAnotherStream -> this;
            case CodeBreakRequested stateStaysAsItIs -> this;
            case CodeBreakRefused stateStaysAsItIs -> this;
            case SupplyEvent supplied -> with(StockStory.evolve(stock, supplied));
        };
    }

    /** A drawn list holds for ever, so its arms do too; before it is drawn, those of the definition. */
    private List<Arm> kinds(AllocationCommand.ReceiveKits receive) {
        return list == null
                ? receive.arms()
                : list.shares().stream().map(Design.Share::arm).toList();
    }

    private Allocation seated(SubjectRandomized fact) {
        var arm = requireNonNull(list).of(fact.stratum()).orElseThrow().arms().get(fact.position() - 1);
        var seat = new Seat(fact.stratum(), fact.position(), fact.ordinal(), fact.randomizedOn(), arm);
        return new Allocation(
                list,
                with(seats, SubjectId.parse(fact.subject()).orElseThrow(), seat),
                with(taken, fact.stratum(), fact.position()),
                stock);
    }

    private Allocation with(Stock changed) {
        return new Allocation(list, seats, taken, changed);
    }

    static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        var copy = new HashMap<>(map);
        copy.put(key, value);
        return Collections.unmodifiableMap(copy);
    }
}
