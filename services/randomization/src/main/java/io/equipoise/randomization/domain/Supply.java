package io.equipoise.randomization.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a study's supply beside its kits.
 *
 * @param depots by name, with their titles
 * @param plan of the resupply; absent while nobody made one
 * @param decidedOn the last day of the plan on which it was decided
 */
public record Supply(
        Map<ProductLot, Lot> lots,
        Map<String, String> depots,
        Map<String, Transport> transports,
        @Nullable ResupplyPlan plan,
        @Nullable LocalDate decidedOn) {
    static final Supply NONE = new Supply(Map.of(), Map.of(), Map.of(), null, null);

    /** Whether every lot in a packing that is written down is released: it stands or falls as a whole. */
    public boolean isReleased(Packing packing) {
        return packing.lots().stream().map(lots::get).allMatch(lot -> lot == null || lot.isReleased());
    }

    /** Why a packing is withheld, by its tests and not by its lots; empty where it is not. */
    public Set<String> obstacles(Packing packing) {
        var obstacles = new TreeSet<String>();
        for (var name : packing.lots()) {
            var lot = lots.get(name);
            if (lot != null) {
                obstacles.addAll(lot.obstacles());
            }
        }
        return obstacles;
    }

    /** Only a kit that was packed from lots has a donor: one that came another way says nothing of what is in it. */
    ProductOrigin originOf(Kit kit) {
        var lot = kit.depot().isEmpty() ? null : lots.get(kit.lot());
        return lot == null ? ProductOrigin.NO_DONOR : lot.sheet().origin();
    }

    Supply with(ProductLot name, Lot lot) {
        return new Supply(Allocation.with(lots, name, lot), depots, transports, plan, decidedOn);
    }

    Supply with(Transport transport) {
        return new Supply(lots, depots, Allocation.with(transports, transport.shipment(), transport), plan, decidedOn);
    }

    Supply withDepot(String depot, String title) {
        return new Supply(lots, Allocation.with(depots, depot, title), transports, plan, decidedOn);
    }

    Supply with(ResupplyPlan next) {
        return new Supply(lots, depots, transports, next, decidedOn);
    }

    Supply decided(LocalDate on) {
        return new Supply(lots, depots, transports, plan, on);
    }

    Lot lot(ProductLot name) {
        return known(lots.get(name));
    }

    Transport transport(String shipment) {
        return known(transports.get(shipment));
    }

    private static <T> T known(@Nullable T thing) {
        if (thing == null) {
            throw new IllegalStateException("a fact about a lot or a shipment that there is not");
        }
        return thing;
    }
}
