package io.equipoise.randomization.domain;

import static java.util.Objects.requireNonNull;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.randomization.domain.AllocationEvent.ArmAllocated;
import io.equipoise.randomization.domain.AllocationEvent.ArmReallocated;
import io.equipoise.randomization.domain.AllocationEvent.CodeBreakRefused;
import io.equipoise.randomization.domain.AllocationEvent.CodeBreakRequested;
import io.equipoise.randomization.domain.AllocationEvent.CodeBroken;
import io.equipoise.randomization.domain.AllocationEvent.KitDispensed;
import io.equipoise.randomization.domain.AllocationEvent.KitReturned;
import io.equipoise.randomization.domain.AllocationEvent.KitsReceived;
import io.equipoise.randomization.domain.AllocationEvent.ListApproved;
import io.equipoise.randomization.domain.AllocationEvent.ListDrafted;
import io.equipoise.randomization.domain.AllocationEvent.ListDrawn;
import io.equipoise.randomization.domain.AllocationEvent.ListReleased;
import io.equipoise.randomization.domain.AllocationEvent.SchemeDeclared;
import io.equipoise.randomization.domain.AllocationEvent.SeedCommitted;
import io.equipoise.randomization.domain.AllocationEvent.SequencesSettled;
import io.equipoise.randomization.domain.AllocationEvent.SubjectRandomized;
import io.equipoise.randomization.domain.AllocationEvent.SubjectRerandomized;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One study's list, who took which place of it, and the kits. Chance happened when the list was drawn: a subject gets
 * the next place of the stratum, so that every replay allocates alike.
 *
 * @param list absent until it is drawn
 */
public record Allocation(
        @Nullable DrawnList list,
        Map<SubjectId, Seat> seats,
        Map<String, Integer> taken,
        Stock stock,
        Designs designs) {
    public static final Decider<Allocation, AllocationCommand, AllocationEvent> DECIDER = new Decider<>(
            new Allocation(null, Map.of(), Map.of(), Stock.EMPTY, Designs.NONE),
            Allocation::decide,
            Allocation::evolve);

    Decision<AllocationEvent> decide(AllocationCommand command) {
        return switch (command) {
            case AllocationCommand.DrawList draw -> ListDrawing.decide(this, draw);
            case AllocationCommand.DeclareScheme declare -> SchemeDeclaring.decide(this, declare);
            case AllocationCommand.DraftList draft -> ListUploading.decide(this, draft);
            case AllocationCommand.ApproveList approve -> ListUploading.decide(this, approve);
            case AllocationCommand.ReleaseList release -> ListUploading.decide(this, release);
            case AllocationCommand.Rerandomize again -> Rerandomizing.decide(this, again);
            case AllocationCommand.Randomize randomize -> Placing.decide(this, randomize);
            case AllocationCommand.TakeAssignment taken -> Assigning.decide(this, taken);
            case AllocationCommand.ReceiveKits receive -> stock.receive(receive.shipment(), kinds(receive));
            case AllocationCommand.Dispense dispense -> Dispensing.decide(this, dispense);
            case AllocationCommand.ReturnKit back -> stock.takeBack(back);
            case AllocationCommand.BreakCode broken -> CodeBreaking.decide(this, broken);
            case AllocationCommand.BreakForSafety broken -> SafetyBreaking.decide(this, broken);
            case SupplyCommand supply -> Supplies.decide(stock, supply);
        };
    }

    Allocation evolve(AllocationEvent event) {
        return switch (event) {
            case ListDrawn drawn ->
                with(new DrawnList(drawn.seed(), drawn.shares(), drawn.blockSizes(), drawn.strata()));
            case SchemeDeclared declared -> declared(Scheme.of(declared));
            case SeedCommitted committed -> with(designs.committed(committed.sha256()));
            case ListDrafted drafted ->
                with(designs.with(
                        new ListDraft(drafted.seed(), drafted.shares(), drafted.strata(), drafted.draftedBy(), false)));
            case SequencesSettled settled -> with(designs.with(new Sequences(settled.periods(), settled.sequences())));
            case ListApproved approved ->
                with(designs.with(requireNonNull(designs.draft()).approve()));
            case ListReleased released -> released(requireNonNull(designs.draft()));
            case SubjectRerandomized again -> with(designs.placing(again));
            case ArmReallocated again -> again(SubjectId.parse(again.subject()).orElseThrow(), again.arm());
            case SubjectRandomized randomized -> placed(randomized);
            case ArmAllocated allocated -> given(allocated);
            case KitsReceived received -> with(stock.with(received));
            case KitDispensed dispensed -> with(stock.with(dispensed));
            case KitReturned returned -> with(stock.with(returned));
            case AllocationEvent.ProductOriginNoted forTheTelling -> this;
            case AllocationEvent.AssignmentTaken saysWhoDecided -> this;
            case CodeBroken stateStaysAsItIs -> this;
            case AllocationEvent.OfEnvelopes ofAnotherStream -> this;
            case AllocationEvent.CodeBreakAssessed ofAnotherStream -> this;
            case CodeBreakRequested stateStaysAsItIs -> this;
            case CodeBreakRefused stateStaysAsItIs -> this;
            case SafetyEvent stateStaysAsItIs -> this;
            case SupplyEvent supplied -> with(StockStory.evolve(stock, supplied));
        };
    }

    /** A drawn list holds for ever, so its arms do too; before it is drawn, those of the definition. */
    private List<Arm> kinds(AllocationCommand.ReceiveKits receive) {
        if (list == null) {
            return receive.arms();
        }
        return designs.sequences().areNone()
                ? list.shares().stream().map(Design.Share::arm).toList()
                : designs.sequences().kinds().toList();
    }

    /** The first scheme also stands for a list without places: seed, arms and titles are kept there. */
    private Allocation declared(Scheme scheme) {
        var changed = with(designs.with(scheme));
        return scheme.randomization() == 1
                ? changed.with(new DrawnList(scheme.seed(), scheme.shares(), List.of(), List.of()))
                : changed;
    }

    private Allocation released(ListDraft draft) {
        return with(designs.with((ListDraft) null))
                .with(new DrawnList(draft.seed(), draft.shares(), List.of(), draft.strata()));
    }

    /** The seat says what somebody gets now; what the first randomization gave them is in the journal. */
    private Allocation again(SubjectId subject, Arm arm) {
        var first = requireNonNull(seats.get(subject));
        var now = new Seat(first.stratum(), first.position(), first.ordinal(), first.randomizedOn(), arm);
        return new Allocation(list, with(seats, subject, now), taken, stock, designs.given(subject, first, arm));
    }

    /** A place on a list says the arm; otherwise it is the next fact. */
    private Allocation placed(SubjectRandomized fact) {
        return designs.first().isPresent()
                ? with(designs.placing(fact))
                : seated(
                        fact,
                        requireNonNull(list)
                                .of(fact.stratum())
                                .orElseThrow()
                                .arms()
                                .get(fact.position() - 1));
    }

    private Allocation given(ArmAllocated fact) {
        var somebody = designs.placed();
        return somebody == null
                ? this
                : with(designs.placing((SubjectRandomized) null)).seated(somebody, fact.arm());
    }

    /** That a subject takes a place of the stratum, as the next one who comes. */
    SubjectRandomized next(SubjectId subject, String stratum, int position, LocalDate randomizedOn) {
        return new SubjectRandomized(
                subject.study(), subject.toString(), subject.site(), stratum, position, seats.size() + 1, randomizedOn);
    }

    /** What a randomized person was allocated to on a day: before the day of a second randomization, by the first. */
    Arm armOn(SubjectId subject, LocalDate on) {
        var twice = designs.again().get(subject);
        return twice != null && on.isBefore(twice.second().randomizedOn())
                ? twice.first().arm()
                : requireNonNull(seats.get(subject)).arm();
    }

    /** What somebody gets on a day: their arm, or what their sequence gives then; empty outside the periods of a crossover. */
    Optional<Arm> kindFor(Seat seat, LocalDate on) {
        return designs.sequences().areNone()
                ? Optional.of(seat.arm())
                : designs.sequences().kind(seat.arm(), seat.randomizedOn(), on);
    }

    private Allocation seated(SubjectRandomized fact, Arm arm) {
        var seat = new Seat(fact.stratum(), fact.position(), fact.ordinal(), fact.randomizedOn(), arm);
        return new Allocation(
                list,
                with(seats, SubjectId.parse(fact.subject()).orElseThrow(), seat),
                with(taken, fact.stratum(), fact.position()),
                stock,
                designs);
    }

    private Allocation with(DrawnList drawn) {
        return new Allocation(drawn, seats, taken, stock, designs);
    }

    private Allocation with(Stock changed) {
        return new Allocation(list, seats, taken, changed, designs);
    }

    private Allocation with(Designs changed) {
        return new Allocation(list, seats, taken, stock, changed);
    }

    static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        var copy = new HashMap<>(map);
        copy.put(key, value);
        return Collections.unmodifiableMap(copy);
    }
}
