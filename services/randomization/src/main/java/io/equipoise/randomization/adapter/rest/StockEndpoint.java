package io.equipoise.randomization.adapter.rest;

import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.application.SiteStock;
import io.equipoise.randomization.application.SiteStock.KitLine;
import io.equipoise.randomization.application.StockViews;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A site's stock without kinds: how many doses are certain, what runs out or expires when, and every kit's state. */
@RestController
@RequestMapping("/api/sites/{site}")
class StockEndpoint {
    private final StockViews views;
    private final Clock clock;

    StockEndpoint(StockViews views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/stock")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR, Role.PHARMACIST, Role.MONITOR, Role.OPERATIONS})
    SiteStock stock(@PathVariable String site, @RequestParam String study, Caller caller) {
        caller.mustEnter(site);
        return views.of(study, site, LocalDate.now(clock));
    }

    @GetMapping("/accountability")
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR, Role.PHARMACIST, Role.MONITOR, Role.OPERATIONS})
    List<KitLine> accountability(@PathVariable String site, @RequestParam String study, Caller caller) {
        caller.mustEnter(site);
        return views.accountability(study, site);
    }
}
