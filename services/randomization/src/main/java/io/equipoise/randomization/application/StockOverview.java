package io.equipoise.randomization.application;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/** Every site's stock at a glance, pooled over all kinds. */
public final class StockOverview {
    private final KnownStudies known;
    private final Studies studies;
    private final StockViews views;

    public StockOverview(KnownStudies known, Studies studies, StockViews views) {
        this.known = known;
        this.studies = studies;
        this.views = views;
    }

    /** Sites of all studies, by study and site. */
    public List<SiteStock> all(Predicate<String> sites, LocalDate today) {
        return known.names().stream()
                .sorted()
                .flatMap(study -> of(study, sites, today).stream())
                .toList();
    }

    public List<SiteStock> of(String study, Predicate<String> sites, LocalDate today) {
        return studies.find(study).stream()
                .flatMap(standing -> standing.zones().keySet().stream())
                .filter(sites)
                .sorted()
                .map(site -> views.of(study, site, today))
                .toList();
    }
}
