package io.equipoise.randomization.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import io.equipoise.randomization.domain.SupplyCommand.RequestShipment;
import io.equipoise.randomization.domain.SupplyCommand.SendShipment;
import io.equipoise.randomization.domain.SupplyEvent.ShipmentRequested;
import io.equipoise.randomization.domain.SupplyEvent.ShipmentSent;
import io.equipoise.randomization.domain.Transport.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether kits are asked for and sent: always in whole sets out of one packing, so that a shipment tells no kind. */
enum Shipping {
    ;
    private static final int MOST_SETS = 500;

    static Decision<AllocationEvent> request(Supply supply, RequestShipment command) {
        if (!supply.depots().containsKey(command.depot())) {
            return refuse(SupplyRefusals.DEPOT_UNKNOWN);
        }
        var subject = command.subject();
        if (subject == null ? command.sets() < 1 || command.sets() > MOST_SETS : command.sets() != 0) {
            return refuse(Refusal.invalid(
                    "SETS_NUMBER",
                    "A shipment has 1 to %d whole sets; a person's own kits go all together, with 0 sets."
                            .formatted(MOST_SETS),
                    "/sets"));
        }
        if (subject != null
                && !(subject.study().equals(command.study()) && subject.site().equals(command.site()))) {
            return refuse(Refusal.invalid("DONOR_MALFORMED", "A donor is a person of this site.", "/subject"));
        }
        if (command.told().isBefore(command.requestedOn())) {
            return refuse(SupplyRefusals.future("requestedOn"));
        }
        return accept(new ShipmentRequested(
                command.study(),
                number(supply, 0),
                command.depot(),
                command.site(),
                command.sets(),
                subject == null ? null : subject.toString(),
                command.requestedOn(),
                ShipmentRequested.Cause.ASKED_FOR));
    }

    static String number(Supply supply, int further) {
        return "S-%04d".formatted(supply.transports().size() + 1 + further);
    }

    static Decision<AllocationEvent> send(Stock stock, SendShipment command) {
        var transport = stock.supply().transports().get(command.shipment());
        if (transport == null) {
            return refuse(SupplyRefusals.SHIPMENT_UNKNOWN);
        }
        if (transport.stage() != Stage.REQUESTED) {
            return refuse(Refusal.conflict("SHIPMENT_ALREADY_SENT", "The shipment was sent already."));
        }
        if (command.told().isBefore(command.sentAt())) {
            return refuse(SupplyRefusals.future("sentAt"));
        }
        var day = command.told().dayOf(command.sentAt());
        if (day.isBefore(transport.askedOn())) {
            return refuse(Refusal.invalid(
                    "SENT_BEFORE_REQUESTED",
                    "The shipment was asked for on %s.".formatted(transport.askedOn()),
                    "/sentAt"));
        }
        var chosen = chosen(stock, transport, day);
        return chosen.isEmpty()
                ? refuse(Refusal.conflict("DEPOT_SHORT", shortOf(stock, transport)))
                : accept(new ShipmentSent(
                        command.study(),
                        command.shipment(),
                        transport.depot(),
                        transport.site(),
                        chosen.stream().map(Kit::number).sorted().toList(),
                        command.sentAt()));
    }

    /** Whole sets, from the packing that expires first on; empty where there are not enough. */
    private static List<Kit> chosen(Stock stock, Transport transport, LocalDate day) {
        var subject = transport.subject();
        var packings = atDepot(stock, transport.depot()).entrySet().stream()
                .filter(each -> !each.getKey().lastShipDay().isBefore(day))
                .filter(each -> stock.supply().isReleased(each.getKey()))
                .filter(each -> String.valueOf(each.getKey().reservedFor()).equals(String.valueOf(subject)))
                .sorted(Comparator.comparing((Map.Entry<Packing, List<Kit>> each) ->
                                each.getKey().lastShipDay())
                        .thenComparing(each -> each.getKey().packagingLot()))
                .toList();
        if (subject != null) {
            return packings.stream().flatMap(each -> each.getValue().stream()).toList();
        }
        var chosen = new ArrayList<Kit>();
        int left = transport.sets();
        for (var packing : packings) {
            var kinds = kinds(stock, packing.getKey(), packing.getValue());
            int sets = Math.min(left, kinds.stream().mapToInt(List::size).min().orElse(0));
            kinds.forEach(kits -> chosen.addAll(kits.subList(0, sets)));
            left -= sets;
        }
        return left == 0 ? chosen : List.of();
    }

    private static Map<Packing, List<Kit>> atDepot(Stock stock, String depot) {
        return stock.kits().values().stream()
                .filter(kit -> kit.depot().equals(depot))
                .filter(kit -> kit.station() == Kit.Station.DEPOT && kit.standing() == Kit.Standing.GOOD)
                .sorted(Comparator.comparing(Kit::number))
                .collect(Collectors.groupingBy(Kit::packing));
    }

    private static List<List<Kit>> kinds(Stock stock, Packing packing, List<Kit> kits) {
        var kinds = stock.kits().values().stream()
                .filter(kit -> kit.packing().equals(packing))
                .map(Kit::type)
                .distinct();
        return kinds.map(kind ->
                        kits.stream().filter(kit -> kit.type().equals(kind)).toList())
                .toList();
    }

    /** The sender is unblinded and is told which tests stand in the way; lots and kinds are not named all the same. */
    private static String shortOf(Stock stock, Transport transport) {
        var withheld = new TreeSet<String>();
        atDepot(stock, transport.depot())
                .keySet()
                .forEach(packing -> stock.supply()
                        .obstacles(packing)
                        .forEach(obstacle -> withheld.add(packing.packagingLot() + ": " + obstacle)));
        return "The depot has not what the shipment asks for in packings that are released and may still be sent%s."
                .formatted(withheld.isEmpty() ? "" : " (" + String.join(", ", withheld) + ")");
    }
}
