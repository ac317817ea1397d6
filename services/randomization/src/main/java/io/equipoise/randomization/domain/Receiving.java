package io.equipoise.randomization.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import io.equipoise.randomization.domain.SupplyCommand.ReceiveShipment;
import io.equipoise.randomization.domain.SupplyCommand.SendBack;
import io.equipoise.randomization.domain.SupplyEvent.ReturnSent;
import io.equipoise.randomization.domain.SupplyEvent.ShipmentReceived;
import io.equipoise.randomization.domain.Transport.Stage;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether a shipment is taken in, counted kit by kit, and whether kits may go back to the depot. */
enum Receiving {
    ;

    static Decision<AllocationEvent> receive(Supply supply, ReceiveShipment command) {
        var transport = supply.transports().get(command.shipment());
        if (transport == null) {
            return refuse(SupplyRefusals.SHIPMENT_UNKNOWN);
        }
        var sentAt = transport.sentAt();
        if (transport.stage() != Stage.SENT || sentAt == null) {
            return refuse(Refusal.conflict("SHIPMENT_NOT_UNDER_WAY", "The shipment is not on its way."));
        }
        if (command.told().isBefore(command.receivedAt())) {
            return refuse(SupplyRefusals.future("receivedAt"));
        }
        if (command.receivedAt().isBefore(sentAt)) {
            return refuse(Refusal.invalid(
                    "RECEIVED_BEFORE_SENT", "The shipment was sent at %s.".formatted(sentAt), "/receivedAt"));
        }
        return miscounted(transport, command)
                .map(Decision::<AllocationEvent>refuse)
                .orElseGet(() -> accept(new ShipmentReceived(
                        command.study(),
                        command.shipment(),
                        transport.site(),
                        command.intact(),
                        command.damaged(),
                        transport.kits().stream()
                                .filter(kit -> !command.intact().contains(kit)
                                        && !command.damaged().contains(kit))
                                .toList(),
                        command.receivedAt())));
    }

    private static Optional<Refusal> miscounted(Transport transport, ReceiveShipment command) {
        Predicate<String> strange = kit -> !transport.kits().contains(kit);
        var pointers = Stream.concat(
                        at("/intact/", command.intact(), strange), at("/damaged/", command.damaged(), strange))
                .toList();
        if (!pointers.isEmpty()) {
            return Optional.of(Refusal.invalid(
                    "KIT_NOT_IN_SHIPMENT",
                    "That kit was not sent with this shipment.",
                    pointers.toArray(String[]::new)));
        }
        var named = Stream.concat(command.intact().stream(), command.damaged().stream())
                .toList();
        if (new HashSet<>(named).size() != named.size()) {
            return Optional.of(Refusal.invalid("KIT_NAMED_TWICE", "Every kit is named once.", "/intact", "/damaged"));
        }
        return named.size() == command.counted()
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "COUNT_DIFFERS",
                        "%d kits were counted and %d are named: count again."
                                .formatted(command.counted(), named.size()),
                        "/counted"));
    }

    static Decision<AllocationEvent> sendBack(Stock stock, SendBack command) {
        if (!stock.supply().depots().containsKey(command.depot())) {
            return refuse(SupplyRefusals.DEPOT_UNKNOWN);
        }
        if (command.told().isBefore(command.sentAt())) {
            return refuse(SupplyRefusals.future("sentAt"));
        }
        var elsewhere = at("/kits/", command.kits(), number -> !isThere(stock, command.site(), number))
                .toList();
        if (!elsewhere.isEmpty() || command.kits().isEmpty()) {
            return refuse(Refusal.conflict(
                    "KIT_NOT_AT_SITE",
                    "Kits go back that stand at the site and that nobody has.",
                    elsewhere.isEmpty() ? new String[] {"/kits"} : elsewhere.toArray(String[]::new)));
        }
        return new HashSet<>(command.kits()).size() == command.kits().size()
                ? accept(new ReturnSent(
                        command.study(),
                        Shipping.number(stock.supply(), 0),
                        command.depot(),
                        command.site(),
                        command.kits().stream().sorted().toList(),
                        command.sentAt()))
                : refuse(Refusal.invalid("KIT_NAMED_TWICE", "Every kit is named once.", "/kits"));
    }

    private static boolean isThere(Stock stock, String site, String number) {
        var kit = stock.kits().get(number);
        return kit != null
                && kit.site().equals(site)
                && kit.station() == Kit.Station.SITE
                && !kit.isOut()
                && !kit.isGone();
    }

    private static Stream<String> at(String field, List<String> kits, Predicate<String> wrong) {
        return IntStream.range(0, kits.size())
                .filter(index -> wrong.test(kits.get(index)))
                .mapToObj(index -> field + index);
    }
}
