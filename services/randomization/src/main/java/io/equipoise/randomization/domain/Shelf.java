package io.equipoise.randomization.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A site's shelf as somebody sees it who does not know what is in a kit. Of each packing it counts the doses that are
 * certain to be served whoever comes: the fewest kits that it arrived with of any kind, less all kits of it that are gone,
 * whatever was in them. This number is the same whichever arm people are in.
 */
public record Shelf(Stock stock, Map<Packing, Integer> certain) {
    public Shelf {
        certain = Map.copyOf(certain);
    }

    public static Shelf of(Stock stock, String site) {
        var arrived = stock.kits().values().stream()
                .filter(kit -> kit.site().equals(site))
                .filter(kit -> kit.station() != Kit.Station.TO_SITE)
                .filter(kit -> !kit.isSetAside())
                .collect(Collectors.groupingBy(Kit::packing));
        var certain = new HashMap<Packing, Integer>();
        arrived.forEach((packing, kits) ->
                certain.put(packing, Math.max(0, fewest(stock, packing, kits) - gone(kits))));
        return new Shelf(stock, certain);
    }

    /** Doses certain to be served on a day by what is released and in date; what is kept for one donor does not count. */
    public int certainOn(LocalDate day) {
        return certain.entrySet().stream()
                .filter(each -> each.getKey().reservedFor() == null)
                .filter(each -> !each.getKey().lastDispenseDay().isBefore(day))
                .filter(each -> stock.supply().isReleased(each.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /**
     * Which packing is handed out from first: one that can serve anybody, then the one that expires first. So the packing
     * lot that a person gets says nothing of the kind, as long as a packing is left that can serve anybody.
     */
    Comparator<Kit> turn() {
        return Comparator.<Kit>comparingInt(kit -> certain.getOrDefault(kit.packing(), 0) > 0 ? 0 : 1)
                .thenComparing(kit -> kit.packing().lastDispenseDay())
                .thenComparing(Kit::packagingLot);
    }

    private static int fewest(Stock stock, Packing packing, List<Kit> kits) {
        var kinds = stock.kits().values().stream()
                .filter(kit -> kit.packing().equals(packing))
                .map(Kit::type)
                .distinct();
        var counts = kits.stream().collect(Collectors.groupingBy(Kit::type, Collectors.counting()));
        return kinds.mapToInt(kind -> counts.getOrDefault(kind, 0L).intValue())
                .min()
                .orElse(0);
    }

    private static int gone(List<Kit> kits) {
        return (int) kits.stream()
                .filter(kit -> kit.handedOut() != null
                        || kit.station() != Kit.Station.SITE
                        || kit.standing() != Kit.Standing.GOOD)
                .count();
    }
}
