package io.equipoise.randomization.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import io.equipoise.randomization.domain.SupplyCommand.DecideExcursion;
import io.equipoise.randomization.domain.SupplyCommand.ReadTemperatures;
import io.equipoise.randomization.domain.SupplyEvent.ExcursionDecided;
import io.equipoise.randomization.domain.SupplyEvent.ExcursionFound;
import io.equipoise.randomization.domain.SupplyEvent.TemperaturesRead;
import io.equipoise.randomization.domain.SupplyEvent.TemperaturesRead.Reading;
import io.equipoise.randomization.domain.Transport.Stage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What a logger's readings mean. A reading holds until the next one; minutes outside a kit's range are added up over the
 * whole journey; more of them than its storage allows is an excursion, and the shipment goes into quarantine as a whole.
 */
enum Excursions {
    ;
    private static final int FEWEST = 2;
    private static final int MOST = 20_000;

    static Decision<AllocationEvent> read(Stock stock, ReadTemperatures command) {
        var transport = stock.supply().transports().get(command.shipment());
        if (transport == null) {
            return refuse(SupplyRefusals.SHIPMENT_UNKNOWN);
        }
        if (transport.stage() == Stage.REQUESTED) {
            return refuse(Refusal.conflict("SHIPMENT_NOT_UNDER_WAY", "The shipment was not sent yet."));
        }
        var readings = command.readings().stream()
                .sorted(Comparator.comparing(Reading::at))
                .toList();
        var malformed = IntStream.range(0, command.readings().size())
                .filter(index ->
                        !Decimals.isDecimal(command.readings().get(index).degrees()))
                .mapToObj(index -> "/readings/" + index + "/degrees")
                .toArray(String[]::new);
        if (readings.size() < FEWEST || readings.size() > MOST || malformed.length > 0) {
            return refuse(Refusal.invalid(
                    "READINGS_MALFORMED",
                    "A logger has %d to %d readings, each with its degrees Celsius.".formatted(FEWEST, MOST),
                    malformed.length > 0 ? malformed : new String[] {"/readings"}));
        }
        if (command.told().isBefore(readings.getLast().at())) {
            return refuse(SupplyRefusals.future("readings"));
        }
        var read = new TemperaturesRead(command.study(), command.shipment(), readings);
        var storage = transport.kits().stream()
                .map(number -> stock.kits().get(number))
                .filter(Objects::nonNull)
                .map(kit -> kit.packing().storage())
                .filter(Objects::nonNull)
                .filter(range -> minutesOutside(readings, range) > range.minutesOutside())
                .max(Comparator.comparingLong(range -> minutesOutside(readings, range)));
        return storage.map(range -> accept(List.of(read, found(command.study(), stock, transport, readings, range))))
                .orElseGet(() -> accept(read));
    }

    static long minutesOutside(List<Reading> readings, Packing.Storage storage) {
        return IntStream.range(0, readings.size() - 1)
                .filter(index -> !storage.allows(readings.get(index).degrees()))
                .mapToLong(index -> Duration.between(
                                readings.get(index).at(),
                                readings.get(index + 1).at())
                        .toMinutes())
                .sum();
    }

    private static AllocationEvent found(
            String study, Stock stock, Transport transport, List<Reading> readings, Packing.Storage range) {
        var kits = transport.kits().stream()
                .map(number -> Objects.requireNonNull(stock.kits().get(number)))
                .toList();
        return new ExcursionFound(
                study,
                transport.shipment(),
                transport.site(),
                minutesOutside(readings, range),
                degrees(readings, Comparator.naturalOrder()),
                degrees(readings, Comparator.reverseOrder()),
                kits.stream()
                        .filter(kit -> kit.handedOut() == null && kit.standing() == Kit.Standing.GOOD)
                        .map(Kit::number)
                        .toList(),
                kits.stream()
                        .filter(kit -> kit.handedOut() != null)
                        .map(Kit::number)
                        .toList());
    }

    static Decision<AllocationEvent> decide(Stock stock, DecideExcursion command) {
        var transport = stock.supply().transports().get(command.shipment());
        if (transport == null) {
            return refuse(SupplyRefusals.SHIPMENT_UNKNOWN);
        }
        if (!transport.excursion()) {
            return refuse(Refusal.conflict("NO_EXCURSION_OPEN", "No excursion of this shipment waits for a decision."));
        }
        if (!SupplyRefusals.isLine(command.reason())) {
            return refuse(SupplyRefusals.reasonMissing());
        }
        if (command.told().isBefore(command.at())) {
            return refuse(SupplyRefusals.future("at"));
        }
        var kits = transport.kits().stream()
                .filter(number -> stock.standingOf(number) == Kit.Standing.QUARANTINED)
                .toList();
        return accept(new ExcursionDecided(
                command.study(),
                command.shipment(),
                command.release(),
                kits,
                command.reason().strip(),
                command.by(),
                command.at()));
    }

    private static String degrees(List<Reading> readings, Comparator<BigDecimal> order) {
        return readings.stream()
                .min(Comparator.comparing(reading -> Decimals.of(reading.degrees()), order))
                .orElseThrow()
                .degrees();
    }
}
