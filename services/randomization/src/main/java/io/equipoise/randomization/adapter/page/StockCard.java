package io.equipoise.randomization.adapter.page;

import io.equipoise.randomization.application.SiteStock;
import io.equipoise.randomization.application.SiteStock.ForecastDay;
import io.equipoise.randomization.application.SiteStock.PackingLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One site's stock as its card says it: what runs out, what expires, and a picture of both. */
public record StockCard(SiteStock stock, String chart) {

    /** @param json writes the picture's numbers */
    public static StockCard of(SiteStock stock, JsonMapper json) {
        var points = new ArrayList<ForecastDay>();
        points.add(new ForecastDay(stock.asOf(), 0, stock.certain()));
        points.addAll(stock.forecast());
        return new StockCard(stock, json.writeValueAsString(Map.of("points", points)));
    }

    public int planned() {
        return stock.forecast().isEmpty() ? 0 : stock.forecast().getLast().doses();
    }

    /** The packing that may be handed out for the shortest time still, of those that are on the shelf and in date. */
    public @Nullable PackingLine next() {
        return inDate().stream().findFirst().orElse(null);
    }

    public List<PackingLine> expired() {
        return stock.packings().stream()
                .filter(packing ->
                        packing.onShelf() > 0 && packing.lastDispenseOn().isBefore(stock.asOf()))
                .toList();
    }

    /** Late: nothing is certain and somebody comes, or kits past their day stand there. Due: it will run out. */
    public String urgency() {
        LocalDate out = stock.runsOutOn();
        if (out != null && !out.isAfter(stock.asOf().plusDays(7))) {
            return "late";
        }
        return out != null || !expired().isEmpty() ? "due" : "done";
    }

    private List<PackingLine> inDate() {
        return stock.packings().stream()
                .filter(packing ->
                        packing.onShelf() > 0 && !packing.lastDispenseOn().isBefore(stock.asOf()))
                .toList();
    }
}
