package io.equipoise.randomization.adapter.kafka;

import io.equipoise.randomization.domain.SupplyEvent;
import io.equipoise.randomization.domain.SupplyEvent.ExcursionFound;
import io.equipoise.randomization.domain.SupplyEvent.KitsDestroyed;
import io.equipoise.randomization.domain.SupplyEvent.ReturnSent;
import io.equipoise.randomization.domain.SupplyEvent.ShipmentReceived;
import io.equipoise.randomization.domain.SupplyEvent.ShipmentRequested;
import io.equipoise.randomization.domain.SupplyEvent.ShipmentSent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is told of the supply to the blinded: that kits travel, by number, and nothing of what is in them. */
record SupplyTold(String type, Object data) {

    record Requested(
            String study, String shipment, String depot, String site, int sets, LocalDate requestedOn, String cause) {}

    record Sent(
            String study,
            String shipment,
            String direction,
            String depot,
            String site,
            List<String> kits,
            Instant sentAt) {}

    record Received(
            String study,
            String shipment,
            String site,
            List<String> intact,
            List<String> damaged,
            List<String> missing,
            Instant receivedAt) {}

    record Excursion(
            String study,
            String shipment,
            String site,
            long minutesOutside,
            String lowest,
            String highest,
            List<String> kits) {}

    record Destroyed(String study, List<String> kits, Instant destroyedAt) {}

    static Optional<SupplyTold> of(SupplyEvent event) {
        return switch (event) {
            case ShipmentRequested fact -> told("ShipmentRequested.v1", requested(fact));
            case ShipmentSent fact -> told("ShipmentSent.v1", sent(fact));
            case ReturnSent fact -> told("ShipmentSent.v1", sentBack(fact));
            case ShipmentReceived fact -> told("ShipmentReceived.v1", received(fact));
            case ExcursionFound fact -> told("ExcursionFound.v1", excursion(fact));
            case KitsDestroyed fact ->
                told("KitsDestroyed.v1", new Destroyed(fact.study(), fact.kits(), fact.destroyedAt()));
            case SupplyEvent.LotRegistered secret -> Optional.empty();
            case SupplyEvent.LotTested secret -> Optional.empty();
            case SupplyEvent.LotDecided secret -> Optional.empty();
            case SupplyEvent.KitsPacked secret -> Optional.empty();
            case SupplyEvent.DepotOpened inside -> Optional.empty();
            case SupplyEvent.TemperaturesRead inside -> Optional.empty();
            case SupplyEvent.ExcursionDecided hasAReason -> Optional.empty();
            case SupplyEvent.KitReported hasAReason -> Optional.empty();
            case SupplyEvent.ResupplyPlanned inside -> Optional.empty();
            case SupplyEvent.ResupplyDecided inside -> Optional.empty();
        };
    }

    private static Requested requested(ShipmentRequested fact) {
        return new Requested(
                fact.study(),
                fact.shipment(),
                fact.depot(),
                fact.site(),
                fact.sets(),
                fact.requestedOn(),
                fact.cause().name());
    }

    private static Sent sent(ShipmentSent fact) {
        return new Sent(
                fact.study(), fact.shipment(), "TO_SITE", fact.depot(), fact.site(), fact.kits(), fact.sentAt());
    }

    private static Sent sentBack(ReturnSent fact) {
        return new Sent(
                fact.study(), fact.shipment(), "TO_DEPOT", fact.depot(), fact.site(), fact.kits(), fact.sentAt());
    }

    private static Received received(ShipmentReceived fact) {
        return new Received(
                fact.study(),
                fact.shipment(),
                fact.site(),
                fact.intact(),
                fact.damaged(),
                fact.missing(),
                fact.receivedAt());
    }

    private static Excursion excursion(ExcursionFound fact) {
        return new Excursion(
                fact.study(),
                fact.shipment(),
                fact.site(),
                fact.minutesOutside(),
                fact.lowest(),
                fact.highest(),
                fact.kits());
    }

    private static Optional<SupplyTold> told(String type, Object data) {
        return Optional.of(new SupplyTold(type, data));
    }
}
