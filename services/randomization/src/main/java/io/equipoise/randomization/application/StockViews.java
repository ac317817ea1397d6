package io.equipoise.randomization.application;

import io.equipoise.randomization.application.SiteStock.ForecastDay;
import io.equipoise.randomization.application.SiteStock.KitLine;
import io.equipoise.randomization.application.SiteStock.PackingLine;
import io.equipoise.randomization.application.SiteStock.ShipmentLine;
import io.equipoise.randomization.domain.Kit;
import io.equipoise.randomization.domain.Packing;
import io.equipoise.randomization.domain.Shelf;
import io.equipoise.randomization.domain.Stock;
import io.equipoise.randomization.domain.Transport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Stock as it may be shown to people who must not learn an arm: pooled over all kinds, counted in certain doses. */
public final class StockViews {
    private final Allocations allocations;
    private final ExpectedDoses expected;

    public StockViews(Allocations allocations, ExpectedDoses expected) {
        this.allocations = allocations;
        this.expected = expected;
    }

    public SiteStock of(String study, String site, LocalDate today) {
        var stock = allocations.of(study).stock();
        var shelf = Shelf.of(stock, site);
        var forecast = forecast(shelf, doses(study, site, stock), today);
        return new SiteStock(
                study,
                site,
                today,
                shelf.certainOn(today),
                forecast.stream()
                        .filter(day -> day.doses() > day.certain())
                        .map(ForecastDay::on)
                        .findFirst()
                        .orElse(null),
                packings(stock, shelf, site),
                shipments(study, transport -> transport.site().equals(site)),
                forecast);
    }

    /** Every kit that ever came to the site, by its number. */
    public List<KitLine> accountability(String study, String site) {
        return allocations.of(study).stock().kits().values().stream()
                .filter(kit -> kit.site().equals(site))
                .sorted(Comparator.comparing(Kit::number))
                .map(KitLine::of)
                .toList();
    }

    public List<ShipmentLine> shipments(String study, Predicate<Transport> which) {
        return allocations.of(study).stock().supply().transports().values().stream()
                .filter(which)
                .sorted(Comparator.comparing(Transport::shipment))
                .map(StockViews::shown)
                .toList();
    }

    /** How many doses each site still expects up to a day. */
    public Map<String, Integer> expectedUpTo(String study, List<String> sites, LocalDate day) {
        var stock = allocations.of(study).stock();
        return sites.stream().collect(Collectors.toMap(site -> site, site -> (int) doses(study, site, stock).stream()
                .filter(dose -> !dose.planned().isAfter(day))
                .count()));
    }

    private List<ExpectedDoses.Dose> doses(String study, String site, Stock stock) {
        return expected.at(study, site).stream()
                .filter(dose -> !stock.holdsDose(dose.subject(), dose.dose()))
                .toList();
    }

    /** A dose whose day has passed is still to come: it counts today. */
    private static List<ForecastDay> forecast(Shelf shelf, List<ExpectedDoses.Dose> doses, LocalDate today) {
        var days = new TreeMap<LocalDate, Integer>();
        doses.forEach(dose -> days.merge(dose.planned().isBefore(today) ? today : dose.planned(), 1, Integer::sum));
        var forecast = new ArrayList<ForecastDay>();
        int sum = 0;
        for (var day : days.entrySet()) {
            sum += day.getValue();
            forecast.add(new ForecastDay(day.getKey(), sum, shelf.certainOn(day.getKey())));
        }
        return forecast;
    }

    private static List<PackingLine> packings(Stock stock, Shelf shelf, String site) {
        return stock.kits().values().stream()
                .filter(kit -> kit.site().equals(site) && kit.station() != Kit.Station.TO_SITE)
                .collect(Collectors.groupingBy(Kit::packing))
                .entrySet()
                .stream()
                .sorted(Comparator.comparing((Map.Entry<Packing, List<Kit>> each) ->
                                each.getKey().lastDispenseDay())
                        .thenComparing(each -> each.getKey().packagingLot()))
                .map(each -> line(stock, shelf, each.getKey(), each.getValue()))
                .toList();
    }

    private static PackingLine line(Stock stock, Shelf shelf, Packing packing, List<Kit> kits) {
        int dispensed = count(kits, kit -> kit.handedOut() != null);
        int onShelf = count(kits, kit -> kit.state().equals("ON_SHELF"));
        int setAside = count(
                kits,
                kit -> kit.state().equals("QUARANTINED")
                        || kit.state().equals("CONDEMNED")
                        || kit.state().equals("DAMAGED"));
        return new PackingLine(
                packing.packagingLot(),
                onShelf,
                shelf.certain().getOrDefault(packing, 0),
                setAside,
                dispensed,
                kits.size() - dispensed - onShelf - setAside,
                !stock.supply().isReleased(packing),
                packing.lastDispenseDay(),
                packing.expiresOn());
    }

    private static int count(List<Kit> kits, Predicate<Kit> which) {
        return (int) kits.stream().filter(which).count();
    }

    private static ShipmentLine shown(Transport transport) {
        return new ShipmentLine(
                transport.shipment(),
                transport.depot(),
                transport.site(),
                transport.direction().name(),
                transport.stage().name(),
                transport.sets(),
                transport.kits().size(),
                transport.askedOn(),
                transport.sentAt(),
                transport.excursion());
    }
}
