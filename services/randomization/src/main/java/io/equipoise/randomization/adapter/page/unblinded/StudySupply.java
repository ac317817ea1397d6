package io.equipoise.randomization.adapter.page.unblinded;

import io.equipoise.randomization.domain.Kit;
import io.equipoise.randomization.domain.Lot;
import io.equipoise.randomization.domain.Stock;
import io.equipoise.randomization.domain.Supply;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A study's lots and kits with what is in them. */
record StudySupply(List<DepotRow> depots, List<LotRow> lots, List<KitRow> kits) {

    /** A packing at a depot: whole sets of it that may still be sent, and why none of it may be handed out. */
    record DepotRow(
            String depot,
            String packagingLot,
            long sets,
            LocalDate lastShipOn,
            LocalDate lastDispenseOn,
            Set<String> obstacles) {}

    /** A lot, and why nothing of it may be handed out. */
    record LotRow(
            String lot,
            String product,
            String kind,
            String verdict,
            boolean released,
            List<String> obstacles,
            List<String> flagged,
            LocalDate expiresOn,
            LocalDate lastDispenseOn) {
        @Override
        public String toString() {
            return "LotRow[hidden]";
        }
    }

    /** A kit with its kind, where it is, and who got it when. */
    record KitRow(
            String kit,
            String kind,
            String lot,
            String packagingLot,
            LocalDate lastDispenseOn,
            String site,
            String state,
            @Nullable String subject,
            @Nullable Integer dose,
            @Nullable Instant dispensedAt,
            Set<String> obstacles) {
        @Override
        public String toString() {
            return "KitRow[" + kit + "]";
        }
    }

    /** @param sites whose kits are shown; of depots all are */
    static StudySupply of(Stock stock, Predicate<String> sites) {
        var lots = stock.supply().lots().entrySet().stream()
                .map(each -> row(each.getKey().text(), each.getValue()))
                .sorted(Comparator.comparing(LotRow::lastDispenseOn).thenComparing(LotRow::lot))
                .toList();
        var kits = stock.kits().values().stream()
                .filter(kit -> kit.site().isEmpty() || sites.test(kit.site()))
                .sorted(Comparator.comparing(Kit::number))
                .map(kit -> row(stock.supply(), kit))
                .toList();
        return new StudySupply(depots(stock), lots, kits);
    }

    private static List<DepotRow> depots(Stock stock) {
        return stock.kits().values().stream()
                .filter(kit -> kit.state().equals("IN_DEPOT"))
                .collect(Collectors.groupingBy(Kit::packing))
                .values()
                .stream()
                .map(kits -> row(stock.supply(), kits))
                .sorted(Comparator.comparing(DepotRow::lastShipOn).thenComparing(DepotRow::packagingLot))
                .toList();
    }

    private static DepotRow row(Supply supply, List<Kit> kits) {
        var packing = kits.getFirst().packing();
        var kinds = kits.stream().collect(Collectors.groupingBy(Kit::type, Collectors.counting()));
        return new DepotRow(
                kits.getFirst().depot(),
                packing.packagingLot(),
                kinds.values().stream().min(Long::compare).orElse(0L),
                packing.lastShipDay(),
                packing.lastDispenseDay(),
                supply.obstacles(packing));
    }

    private static LotRow row(String name, Lot lot) {
        var sheet = lot.sheet();
        return new LotRow(
                name,
                sheet.product(),
                sheet.kind().code(),
                lot.verdict().name(),
                lot.isReleased(),
                lot.obstacles(),
                lot.inWordsOnly(),
                sheet.expiresOn(),
                sheet.expiresOn().minusDays(sheet.doNotDispenseDays()));
    }

    private static KitRow row(Supply supply, Kit kit) {
        var out = kit.handedOut();
        return new KitRow(
                kit.number(),
                kit.type().code(),
                kit.lot().text(),
                kit.packagingLot(),
                kit.packing().lastDispenseDay(),
                kit.site().isEmpty() ? "depot " + kit.depot() : kit.site(),
                kit.state(),
                out == null ? null : out.subject().toString(),
                out == null ? null : out.dose(),
                out == null ? null : out.at(),
                supply.obstacles(kit.packing()));
    }
}
