package io.equipoise.randomization.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import io.equipoise.randomization.domain.AllocationCommand.ReturnKit;
import io.equipoise.randomization.domain.AllocationEvent.KitDispensed;
import io.equipoise.randomization.domain.AllocationEvent.KitReturned;
import io.equipoise.randomization.domain.AllocationEvent.KitsReceived;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Every kit of a study, by number, at its depots, on the way and on all its sites. */
public record Stock(Map<String, Kit> kits, Supply supply) {
    static final Stock EMPTY = new Stock(Map.of(), Supply.NONE);

    Decision<AllocationEvent> receive(Shipment shipment, List<Arm> kinds) {
        return new ShipmentCheck(shipment, kinds, kits.keySet())
                .obstacle()
                .map(Decision::<AllocationEvent>refuse)
                .orElseGet(() -> accept(new KitsReceived(
                        shipment.study(),
                        shipment.site(),
                        shipment.lot(),
                        shipment.packagingLot(),
                        shipment.kits(),
                        shipment.expiresOn())));
    }

    Decision<AllocationEvent> takeBack(ReturnKit command) {
        var kit = kits.get(command.kit());
        var handedOut = kit == null ? null : kit.handedOut();
        if (handedOut == null || !handedOut.subject().equals(command.subject())) {
            return refuse(
                    Refusal.conflict("KIT_NOT_WITH_SUBJECT", "That kit was not handed out to this subject.", "/kit"));
        }
        if (handedOut.returned()) {
            return refuse(Refusal.conflict("KIT_ALREADY_RETURNED", "That kit is back already.", "/kit"));
        }
        if (command.told().isBefore(command.returnedAt())) {
            return refuse(Refusal.invalid("IN_THE_FUTURE", "A kit comes back now or did before.", "/returnedAt"));
        }
        if (command.returnedAt().isBefore(handedOut.at())) {
            return refuse(Refusal.invalid(
                    "RETURNED_BEFORE_DISPENSED",
                    "The kit was handed out at %s; it comes back later.".formatted(handedOut.at()),
                    "/returnedAt"));
        }
        if (command.reason().isBlank()) {
            return refuse(Refusal.invalid("REASON_MISSING", "The reason says why the kit came back.", "/reason"));
        }
        return accept(new KitReturned(
                command.subject().study(),
                command.subject().toString(),
                command.subject().site(),
                command.kit(),
                handedOut.dose(),
                command.returnedAt(),
                command.reason().strip()));
    }

    /** A kit that came back makes room for another one for the same dose. */
    public boolean holdsDose(SubjectId subject, int dose) {
        return kits.values().stream()
                .map(Kit::handedOut)
                .anyMatch(out -> out != null && out.subject().equals(subject) && out.dose() == dose && !out.returned());
    }

    /** Whether a kit may be handed out to somebody, whatever is in it. */
    boolean mayGive(Kit kit, SubjectId subject, LocalDate on) {
        return kit.onShelf(subject.site(), on) && kit.packing().isFor(subject) && supply.isReleased(kit.packing());
    }

    Stock with(KitsReceived fact) {
        var packing = new Packing(
                fact.packagingLot(),
                fact.expiresOn(),
                fact.expiresOn(),
                fact.expiresOn(),
                null,
                Set.of(fact.lot()),
                null);
        return with(fact.kits().stream()
                .map(box -> new Kit(
                        box.kit(),
                        box.type(),
                        fact.lot(),
                        packing,
                        "",
                        fact.site(),
                        Kit.Station.SITE,
                        Kit.Standing.GOOD,
                        null))
                .toList());
    }

    Stock with(List<Kit> more) {
        var all = new HashMap<>(kits);
        more.forEach(kit -> all.put(kit.number(), kit));
        return new Stock(Collections.unmodifiableMap(all), supply);
    }

    Stock with(Supply changed) {
        return new Stock(kits, changed);
    }

    Stock each(List<String> numbers, UnaryOperator<Kit> change) {
        return with(numbers.stream().map(this::known).map(change).toList());
    }

    Stock with(KitDispensed fact) {
        var subject = SubjectId.parse(fact.subject()).orElseThrow();
        return replaced(known(fact.kit()).to(subject, fact.dose(), fact.dispensedAt()));
    }

    Stock with(KitReturned fact) {
        return replaced(known(fact.kit()).back());
    }

    Kit.@Nullable Standing standingOf(String number) {
        var kit = kits.get(number);
        return kit == null ? null : kit.standing();
    }

    private Kit known(String number) {
        var kit = kits.get(number);
        if (kit == null) {
            throw new IllegalStateException("a fact about a kit that was never received");
        }
        return kit;
    }

    private Stock replaced(Kit kit) {
        return with(List.of(kit));
    }
}
