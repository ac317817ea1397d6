package io.equipoise.randomization.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import io.equipoise.randomization.domain.Shipment.BoxedKit;
import io.equipoise.randomization.domain.SupplyCommand.OpenDepot;
import io.equipoise.randomization.domain.SupplyCommand.PackKits;
import io.equipoise.randomization.domain.SupplyEvent.DepotOpened;
import io.equipoise.randomization.domain.SupplyEvent.KitsPacked;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Whether lots become kits: of every kind, under one label with one expiry, of one donor where they are somebody's own. */
enum KitPacking {
    ;
    private static final String NAME = "[A-Z0-9][A-Z0-9-]{0,15}";

    static Decision<AllocationEvent> open(Supply supply, OpenDepot command) {
        if (!command.depot().matches(NAME)) {
            return refuse(Refusal.invalid(
                    "DEPOT_MALFORMED", "A depot is written with capitals, digits and hyphens, at most 16.", "/depot"));
        }
        if (!SupplyRefusals.isLine(command.title())) {
            return refuse(Refusal.invalid("TITLE_MISSING", "A depot has a title of 1 to 400 characters.", "/title"));
        }
        return supply.depots().containsKey(command.depot())
                ? refuse(Refusal.conflict("DEPOT_ALREADY_OPEN", "The study has a depot of that name.", "/depot"))
                : accept(new DepotOpened(
                        command.study(), command.depot(), command.title().strip()));
    }

    static Decision<AllocationEvent> pack(Stock stock, PackKits command) {
        if (!stock.supply().depots().containsKey(command.depot())) {
            return refuse(SupplyRefusals.DEPOT_UNKNOWN);
        }
        var lots = stock.supply().lots();
        if (command.kits().isEmpty()) {
            return refuse(Refusal.invalid("SHIPMENT_SIZE", "At least one kit of every kind is packed.", "/kits"));
        }
        return labels(stock, command)
                .or(() -> at(command, kit -> !lots.containsKey(kit.lot()), LOT))
                .or(() -> at(
                        command,
                        kit -> !stock.supply().lot(kit.lot()).sheet().kind().equals(kit.type()),
                        ANOTHER_KIND))
                .or(() -> storage(command.storage()))
                .or(() -> donors(stock, command))
                .map(Decision::<AllocationEvent>refuse)
                .orElseGet(() -> packed(stock.supply(), command));
    }

    private static final Refusal LOT =
            Refusal.invalid("LOT_NOT_REGISTERED", "A kit is packed from a lot that is written down.");
    private static final Refusal ANOTHER_KIND =
            Refusal.invalid("LOT_OF_ANOTHER_KIND", "A kit is packed from a lot of its own kind.");

    private static Optional<Refusal> labels(Stock stock, PackKits command) {
        var boxes = command.kits().stream()
                .map(kit -> new BoxedKit(kit.kit(), kit.type()))
                .toList();
        var taken = stock.kits().values().stream()
                .anyMatch(kit -> kit.packagingLot().equals(command.packagingLot()));
        return new ShipmentCheck(
                        new Shipment(
                                command.study(),
                                command.depot(),
                                command.kits().getFirst().lot(),
                                command.packagingLot(),
                                boxes,
                                LocalDate.MAX),
                        command.kinds(),
                        stock.kits().keySet())
                .obstacle()
                .or(() -> taken
                        ? Optional.of(Refusal.conflict(
                                "PACKAGING_LOT_TAKEN", "A packaging lot is packed once.", "/packagingLot"))
                        : Optional.empty());
    }

    private static Optional<Refusal> at(PackKits command, Predicate<KitsPacked.PackedKit> wrong, Refusal refusal) {
        var pointers = IntStream.range(0, command.kits().size())
                .filter(index -> wrong.test(command.kits().get(index)))
                .mapToObj(index -> "/kits/" + index + "/lot")
                .toList();
        return pointers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal(refusal.code(), refusal.detail(), refusal.kind(), pointers));
    }

    private static Optional<Refusal> storage(Packing.Storage storage) {
        var sound = Decimals.isDecimal(storage.lowest())
                && Decimals.isDecimal(storage.highest())
                && Decimals.of(storage.lowest()).compareTo(Decimals.of(storage.highest())) <= 0
                && storage.minutesOutside() >= 0;
        return sound
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "STORAGE_MALFORMED",
                        "A storage has a lowest and a highest temperature in degrees Celsius, and minutes from 0 on.",
                        "/storage"));
    }

    /** What is one person's own is packed for that person alone, the other kinds too: else its label would tell. */
    private static Optional<Refusal> donors(Stock stock, PackKits command) {
        return donorsOf(stock.supply(), command).size() < 2
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "DONORS_MIXED", "What comes from one person is packed for that person alone.", "/kits"));
    }

    private static List<String> donorsOf(Supply supply, PackKits command) {
        return command.kits().stream()
                .map(kit -> supply.lot(kit.lot()).sheet().donor())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Decision<AllocationEvent> packed(Supply supply, PackKits command) {
        var sheets = command.kits().stream()
                .map(kit -> supply.lot(kit.lot()).sheet())
                .distinct()
                .toList();
        return accept(new KitsPacked(
                command.study(),
                command.depot(),
                command.packagingLot(),
                command.kits(),
                sheets.stream()
                        .map(LotSheet::expiresOn)
                        .min(LocalDate::compareTo)
                        .orElseThrow(),
                sheets.stream()
                        .map(LotSheet::lastShipDay)
                        .min(LocalDate::compareTo)
                        .orElseThrow(),
                sheets.stream()
                        .map(LotSheet::lastDispenseDay)
                        .min(LocalDate::compareTo)
                        .orElseThrow(),
                command.storage(),
                donorsOf(supply, command).stream().findFirst().orElse(null)));
    }
}
