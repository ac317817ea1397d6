package io.equipoise.randomization.domain;

import io.equipoise.contracts.SubjectId;
import io.equipoise.randomization.domain.Kit.Standing;
import io.equipoise.randomization.domain.Kit.Station;
import io.equipoise.randomization.domain.SupplyEvent.DepotOpened;
import io.equipoise.randomization.domain.SupplyEvent.ExcursionDecided;
import io.equipoise.randomization.domain.SupplyEvent.ExcursionFound;
import io.equipoise.randomization.domain.SupplyEvent.KitReported;
import io.equipoise.randomization.domain.SupplyEvent.KitsDestroyed;
import io.equipoise.randomization.domain.SupplyEvent.KitsPacked;
import io.equipoise.randomization.domain.SupplyEvent.LotDecided;
import io.equipoise.randomization.domain.SupplyEvent.LotRegistered;
import io.equipoise.randomization.domain.SupplyEvent.LotTested;
import io.equipoise.randomization.domain.SupplyEvent.ResupplyDecided;
import io.equipoise.randomization.domain.SupplyEvent.ResupplyPlanned;
import io.equipoise.randomization.domain.SupplyEvent.ReturnSent;
import io.equipoise.randomization.domain.SupplyEvent.ShipmentReceived;
import io.equipoise.randomization.domain.SupplyEvent.ShipmentRequested;
import io.equipoise.randomization.domain.SupplyEvent.ShipmentSent;
import io.equipoise.randomization.domain.SupplyEvent.TemperaturesRead;
import io.equipoise.randomization.domain.Transport.Direction;
import io.equipoise.randomization.domain.Transport.Stage;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** How the stock changes by what happens to lots, kits and shipments. */
enum StockStory {
    ;

    static Stock evolve(Stock stock, SupplyEvent event) {
        var supply = stock.supply();
        return switch (event) {
            case LotRegistered fact ->
                stock.with(supply.with(fact.lot(), new Lot(fact.sheet(), List.of(), LotVerdict.QUARANTINED)));
            case LotTested fact ->
                stock.with(supply.with(fact.lot(), supply.lot(fact.lot()).with(fact.result())));
            case LotDecided fact ->
                stock.with(supply.with(fact.lot(), supply.lot(fact.lot()).with(fact.verdict())));
            case DepotOpened fact -> stock.with(supply.withDepot(fact.depot(), fact.title()));
            case KitsPacked fact -> packed(stock, fact);
            case ShipmentRequested fact -> stock.with(supply.with(requested(fact)));
            case ShipmentSent fact ->
                stock.with(supply.with(supply.transport(fact.shipment()).sent(fact.sentAt(), fact.kits())))
                        .each(fact.kits(), kit -> kit.sentTo(fact.site()));
            case ReturnSent fact ->
                stock.with(supply.with(returning(fact))).each(fact.kits(), kit -> kit.sentBackTo(fact.depot()));
            case ShipmentReceived fact -> received(stock, fact);
            case TemperaturesRead whatTheLoggerSays -> stock;
            case ExcursionFound fact ->
                stock.with(supply.with(supply.transport(fact.shipment()).excursion(true)))
                        .each(fact.kits(), kit -> kit.standing(Standing.QUARANTINED));
            case ExcursionDecided fact ->
                stock.with(supply.with(supply.transport(fact.shipment()).excursion(false)))
                        .each(fact.kits(), kit -> kit.standing(fact.released() ? Standing.GOOD : Standing.CONDEMNED));
            case KitReported fact ->
                stock.each(List.of(fact.kit()), kit -> kit.standing(fact.lost() ? Standing.LOST : Standing.DAMAGED));
            case KitsDestroyed fact -> stock.each(fact.kits(), kit -> kit.at(Station.DESTROYED));
            case ResupplyPlanned fact -> stock.with(supply.with(fact.plan()));
            case ResupplyDecided fact -> stock.with(supply.decided(fact.on()));
        };
    }

    private static Stock packed(Stock stock, KitsPacked fact) {
        var packing = new Packing(
                fact.packagingLot(),
                fact.expiresOn(),
                fact.lastShipDay(),
                fact.lastDispenseDay(),
                fact.storage(),
                fact.kits().stream().map(KitsPacked.PackedKit::lot).collect(Collectors.toSet()),
                fact.reservedFor() == null
                        ? null
                        : SubjectId.parse(fact.reservedFor()).orElseThrow());
        return stock.with(fact.kits().stream()
                .map(kit -> new Kit(
                        kit.kit(),
                        kit.type(),
                        kit.lot(),
                        packing,
                        fact.depot(),
                        "",
                        Station.DEPOT,
                        Standing.GOOD,
                        null))
                .toList());
    }

    private static Transport requested(ShipmentRequested fact) {
        return new Transport(
                fact.shipment(),
                fact.depot(),
                fact.site(),
                Direction.TO_SITE,
                fact.sets(),
                fact.subject(),
                fact.requestedOn(),
                Stage.REQUESTED,
                null,
                List.of(),
                false);
    }

    private static Transport returning(ReturnSent fact) {
        return new Transport(
                fact.shipment(),
                fact.depot(),
                fact.site(),
                Direction.TO_DEPOT,
                0,
                null,
                fact.sentAt().atZone(ZoneOffset.UTC).toLocalDate(),
                Stage.SENT,
                fact.sentAt(),
                fact.kits(),
                false);
    }

    private static Stock received(Stock stock, ShipmentReceived fact) {
        var transport = stock.supply().transport(fact.shipment());
        var where = transport.direction() == Direction.TO_SITE ? Station.SITE : Station.BACK_AT_DEPOT;
        return stock.with(stock.supply().with(transport.received()))
                .each(fact.intact(), kit -> kit.at(where))
                .each(fact.damaged(), kit -> kit.at(where).standing(Standing.DAMAGED))
                .each(fact.missing(), kit -> kit.at(where).standing(Standing.LOST));
    }
}
