package io.equipoise.randomization.application;

import io.equipoise.randomization.domain.Kit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site's stock as everybody may see it: counts over all kinds, packing by packing, and what is to come.
 *
 * @param certain doses certain to be served today, whoever comes
 * @param runsOutOn the first planned dose that is not certain to be served; absent while all are
 */
public record SiteStock(
        String study,
        String site,
        LocalDate asOf,
        int certain,
        @Nullable LocalDate runsOutOn,
        List<PackingLine> packings,
        List<ShipmentLine> shipments,
        List<ForecastDay> forecast) {

    /**
     * What came under one label.
     *
     * @param onShelf kits that are good, in date or not
     * @param certain doses that they are certain to serve
     * @param withheld nothing of it may be handed out for now
     */
    public record PackingLine(
            String packagingLot,
            int onShelf,
            int certain,
            int setAside,
            int dispensed,
            int gone,
            boolean withheld,
            LocalDate lastDispenseOn,
            LocalDate expiresOn) {}

    /** One shipment, as far as anybody may know it. */
    public record ShipmentLine(
            String shipment,
            String depot,
            String site,
            String direction,
            String stage,
            int sets,
            int kits,
            LocalDate askedOn,
            @Nullable Instant sentAt,
            boolean excursion) {}

    /**
     * A day on which a dose is planned.
     *
     * @param doses planned up to and with that day
     * @param certain to be served by what is in date on that day
     */
    public record ForecastDay(LocalDate on, int doses, int certain) {}

    /** A kit in the site's accountability log. */
    public record KitLine(
            String kit,
            String packagingLot,
            LocalDate expiresOn,
            String state,
            @Nullable String subject,
            @Nullable Integer dose,
            @Nullable Instant dispensedAt) {
        static KitLine of(Kit kit) {
            var out = kit.handedOut();
            return new KitLine(
                    kit.number(),
                    kit.packagingLot(),
                    kit.expiresOn(),
                    kit.state(),
                    out == null ? null : out.subject().toString(),
                    out == null ? null : out.dose(),
                    out == null ? null : out.at());
        }
    }

    public SiteStock {
        packings = List.copyOf(packings);
        shipments = List.copyOf(shipments);
        forecast = List.copyOf(forecast);
    }
}
