package io.equipoise.randomization.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import io.equipoise.randomization.domain.SupplyCommand.DestroyKits;
import io.equipoise.randomization.domain.SupplyCommand.ReportKit;
import io.equipoise.randomization.domain.SupplyEvent.KitReported;
import io.equipoise.randomization.domain.SupplyEvent.KitsDestroyed;
import java.util.HashSet;
import java.util.stream.IntStream;

/** Whether a kit leaves the stock: lost or damaged, or destroyed before a witness with a certificate. */
enum Disposal {
    ;

    static Decision<AllocationEvent> report(Stock stock, ReportKit command) {
        var kit = stock.kits().get(command.kit());
        var onShelf = kit != null
                && kit.site().equals(command.site())
                && kit.station() == Kit.Station.SITE
                && kit.handedOut() == null
                && kit.standing() != Kit.Standing.LOST;
        if (!onShelf) {
            return refuse(
                    Refusal.conflict("KIT_NOT_AT_SITE", "The kit does not stand on the shelf of that site.", "/kit"));
        }
        if (!SupplyRefusals.isLine(command.reason())) {
            return refuse(SupplyRefusals.reasonMissing());
        }
        if (command.told().isBefore(command.at())) {
            return refuse(SupplyRefusals.future("at"));
        }
        return accept(new KitReported(
                command.study(),
                command.kit(),
                command.site(),
                command.lost(),
                command.reason().strip(),
                command.at()));
    }

    static Decision<AllocationEvent> destroy(Stock stock, DestroyKits command) {
        var elsewhere = IntStream.range(0, command.kits().size())
                .filter(index -> !isAt(stock, command.place(), command.kits().get(index)))
                .mapToObj(index -> "/kits/" + index)
                .toArray(String[]::new);
        if (elsewhere.length > 0 || command.kits().isEmpty()) {
            return refuse(Refusal.conflict(
                    "KIT_NOT_THERE",
                    "Kits are destroyed where they stand, while nobody has them.",
                    elsewhere.length > 0 ? elsewhere : new String[] {"/kits"}));
        }
        if (new HashSet<>(command.kits()).size() != command.kits().size()) {
            return refuse(Refusal.invalid("KIT_NAMED_TWICE", "Every kit is named once.", "/kits"));
        }
        if (!SupplyRefusals.isLine(command.witness())
                || command.witness().strip().equals(command.by())) {
            return refuse(
                    Refusal.invalid("WITNESS_MISSING", "Somebody else than who destroys them sees it.", "/witness"));
        }
        if (!SupplyRefusals.isLine(command.certificate())) {
            return refuse(Refusal.invalid(
                    "CERTIFICATE_MISSING", "A destruction has the reference of its certificate.", "/certificate"));
        }
        if (!SupplyRefusals.isLine(command.reason())) {
            return refuse(SupplyRefusals.reasonMissing());
        }
        if (command.told().isBefore(command.destroyedAt())) {
            return refuse(SupplyRefusals.future("destroyedAt"));
        }
        return accept(new KitsDestroyed(
                command.study(),
                command.place(),
                command.kits().stream().sorted().toList(),
                command.witness().strip(),
                command.certificate().strip(),
                command.reason().strip(),
                command.destroyedAt()));
    }

    private static boolean isAt(Stock stock, String place, String number) {
        var kit = stock.kits().get(number);
        if (kit == null || kit.isOut() || kit.isGone()) {
            return false;
        }
        return switch (kit.station()) {
            case SITE -> kit.site().equals(place);
            case DEPOT, BACK_AT_DEPOT -> kit.depot().equals(place);
            case TO_SITE, TO_DEPOT, DESTROYED -> false;
        };
    }
}
