package io.equipoise.randomization.adapter.page;

import io.equipoise.pages.Refused;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.application.StockOverview;
import io.equipoise.randomization.application.StockViews;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Stock without kinds: every site that somebody sees, and one site with its kits. */
@Controller
class StockPages {
    private final StockOverview overview;
    private final StockViews views;
    private final JsonMapper json;
    private final Clock clock;

    StockPages(StockOverview overview, StockViews views, JsonMapper json, Clock clock) {
        this.overview = overview;
        this.views = views;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping(path = "/supply", produces = MediaType.TEXT_HTML_VALUE)
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR, Role.PHARMACIST, Role.MONITOR, Role.OPERATIONS})
    ModelAndView all(Caller caller) {
        var cards = overview.all(caller::sees, LocalDate.now(clock)).stream()
                .map(stock -> StockCard.of(stock, json))
                .toList();
        return new ModelAndView(
                "supply/overview", Map.of("caller", caller, "cards", cards, "unblinded", caller.is(Role.PHARMACIST)));
    }

    @GetMapping(path = "/supply/{study}/sites/{site}", produces = MediaType.TEXT_HTML_VALUE)
    @Allowed({Role.SITE_COORDINATOR, Role.INVESTIGATOR, Role.PHARMACIST, Role.MONITOR, Role.OPERATIONS})
    ModelAndView site(@PathVariable String study, @PathVariable String site, Caller caller) {
        caller.mustEnter(site);
        var card = StockCard.of(views.of(study, site, LocalDate.now(clock)), json);
        var reports = caller.is(Role.SITE_COORDINATOR) || caller.is(Role.PHARMACIST);
        return new ModelAndView(
                "supply/site",
                Map.of(
                        "caller",
                        caller,
                        "card",
                        card,
                        "kits",
                        views.accountability(study, site),
                        "now",
                        clock.instant().toString(),
                        "reports",
                        reports));
    }

    @ExceptionHandler(Problem.class)
    ModelAndView refused(Problem problem, Caller caller) {
        var refusal = problem.refusal();
        return new Refused("Not for your account", refusal.detail(), refusal.code()).page(problem.status(), caller);
    }
}
