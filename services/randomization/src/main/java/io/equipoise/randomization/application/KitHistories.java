package io.equipoise.randomization.application;

import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.journal.Journal;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.AllocationEvent.KitDispensed;
import io.equipoise.randomization.domain.AllocationEvent.KitReturned;
import io.equipoise.randomization.domain.AllocationEvent.KitsReceived;
import io.equipoise.randomization.domain.ProductLot;
import io.equipoise.randomization.domain.SupplyEvent;
import io.equipoise.randomization.domain.SupplyEvent.ExcursionDecided;
import io.equipoise.randomization.domain.SupplyEvent.ExcursionFound;
import io.equipoise.randomization.domain.SupplyEvent.KitReported;
import io.equipoise.randomization.domain.SupplyEvent.KitsDestroyed;
import io.equipoise.randomization.domain.SupplyEvent.KitsPacked;
import io.equipoise.randomization.domain.SupplyEvent.LotDecided;
import io.equipoise.randomization.domain.SupplyEvent.LotTested;
import io.equipoise.randomization.domain.SupplyEvent.ReturnSent;
import io.equipoise.randomization.domain.SupplyEvent.ShipmentReceived;
import io.equipoise.randomization.domain.SupplyEvent.ShipmentSent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that ever happened to one kit, from the journal, for those who may know what is in it. */
public final class KitHistories {
    private final Journal<AllocationEvent> journal;
    private final Allocations allocations;

    public KitHistories(Journal<AllocationEvent> journal, Allocations allocations) {
        this.journal = journal;
        this.allocations = allocations;
    }

    /** One thing that happened. */
    public record Step(
            String what,
            String detail,
            String by,
            Instant recordedAt,
            @Nullable Instant happenedAt) {
        @Override
        public String toString() {
            return "Step[" + what + "]";
        }
    }

    public List<Step> of(String study, String number) {
        var kit = allocations.of(study).stock().kits().get(number);
        return kit == null
                ? List.of()
                : journal.read(Allocations.stream(study)).stream()
                        .flatMap(commit -> commit.facts().stream()
                                .flatMap(fact -> detail(fact, number, kit.lot()).stream()
                                        .map(detail -> step(commit, fact, detail))))
                        .toList();
    }

    private static Step step(Commit<AllocationEvent> commit, AllocationEvent fact, String detail) {
        return new Step(
                fact.getClass().getSimpleName(),
                detail,
                commit.by().actor(),
                commit.by().recordedAt(),
                commit.by().happenedAt());
    }

    /** Empty where the fact is not about this kit. */
    private static Optional<String> detail(AllocationEvent event, String number, ProductLot lot) {
        return switch (event) {
            case KitsReceived fact ->
                only(
                        fact.kits().stream().anyMatch(box -> box.kit().equals(number)),
                        "at site %s, packaging lot %s".formatted(fact.site(), fact.packagingLot()));
            case KitDispensed fact ->
                only(fact.kit().equals(number), "to %s, dose %d".formatted(fact.subject(), fact.dose()));
            case KitReturned fact ->
                only(fact.kit().equals(number), "by %s: %s".formatted(fact.subject(), fact.reason()));
            case SupplyEvent supplied -> supplied(supplied, number, lot);
            case AllocationEvent notOfKits -> Optional.empty();
        };
    }

    private static Optional<String> supplied(SupplyEvent event, String number, ProductLot lot) {
        return switch (event) {
            case LotTested fact ->
                only(
                        fact.lot().equals(lot),
                        "%s %s".formatted(fact.result().test(), fact.result().passed() ? "passed" : "failed"));
            case LotDecided fact -> only(fact.lot().equals(lot), "%s: %s".formatted(fact.verdict(), fact.reason()));
            case KitsPacked fact ->
                only(
                        fact.kits().stream().anyMatch(kit -> kit.kit().equals(number)),
                        "at depot %s, packaging lot %s".formatted(fact.depot(), fact.packagingLot()));
            case ShipmentSent fact ->
                only(fact.kits().contains(number), "%s to site %s".formatted(fact.shipment(), fact.site()));
            case ReturnSent fact ->
                only(fact.kits().contains(number), "%s to depot %s".formatted(fact.shipment(), fact.depot()));
            case ShipmentReceived fact ->
                only(fact.intact().contains(number), fact.shipment() + ", intact")
                        .or(() -> only(fact.damaged().contains(number), fact.shipment() + ", damaged"))
                        .or(() -> only(fact.missing().contains(number), fact.shipment() + ", missing"));
            case ExcursionFound fact ->
                only(
                        fact.kits().contains(number) || fact.handedOut().contains(number),
                        "%s, %d min outside, %s to %s C"
                                .formatted(fact.shipment(), fact.minutesOutside(), fact.lowest(), fact.highest()));
            case ExcursionDecided fact ->
                only(
                        fact.kits().contains(number),
                        "%s: %s".formatted(fact.released() ? "released" : "condemned", fact.reason()));
            case KitReported fact ->
                only(fact.kit().equals(number), "%s: %s".formatted(fact.lost() ? "lost" : "damaged", fact.reason()));
            case KitsDestroyed fact ->
                only(
                        fact.kits().contains(number),
                        "witness %s, certificate %s: %s".formatted(fact.witness(), fact.certificate(), fact.reason()));
            case SupplyEvent notOfKits -> Optional.empty();
        };
    }

    private static Optional<String> only(boolean isAboutIt, String detail) {
        return isAboutIt ? Optional.of(detail) : Optional.empty();
    }
}
