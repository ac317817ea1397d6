package io.equipoise.randomization.adapter.page.unblinded;

import io.equipoise.pages.Refused;
import io.equipoise.platform.web.Allowed;
import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.Problem;
import io.equipoise.platform.web.Role;
import io.equipoise.randomization.adapter.page.StockCard;
import io.equipoise.randomization.application.Allocations;
import io.equipoise.randomization.application.KitHistories;
import io.equipoise.randomization.application.StockOverview;
import io.equipoise.randomization.application.StockViews;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** The pharmacist's closed pages: a study's supply with kinds, and one kit with its history. */
@Controller
class PharmacyPages {
    private final Allocations allocations;
    private final StockOverview overview;
    private final StockViews views;
    private final KitHistories histories;
    private final Look look;

    /** What a page is drawn with. */
    record Look(JsonMapper json, Clock clock) {}

    PharmacyPages(
            Allocations allocations, StockOverview overview, StockViews views, KitHistories histories, Look look) {
        this.allocations = allocations;
        this.overview = overview;
        this.views = views;
        this.histories = histories;
        this.look = look;
    }

    @GetMapping(path = "/supply/{study}", produces = MediaType.TEXT_HTML_VALUE)
    @Allowed(Role.PHARMACIST)
    ModelAndView study(@PathVariable String study, Caller caller) {
        var cards = overview.of(study, caller::sees, LocalDate.now(look.clock())).stream()
                .map(stock -> StockCard.of(stock, look.json()))
                .toList();
        var shipments = views.shipments(study, transport -> caller.sees(transport.site()));
        return new ModelAndView("supply/study", Map.of("caller", caller, "study", study))
                .addObject("cards", cards)
                .addObject("shipments", shipments)
                .addObject(
                        "excursions",
                        shipments.stream()
                                .filter(shipment -> shipment.excursion())
                                .toList())
                .addObject("supply", StudySupply.of(allocations.of(study).stock(), caller::sees))
                .addObject("now", look.clock().instant().toString());
    }

    @GetMapping(path = "/supply/{study}/kits/{kit}", produces = MediaType.TEXT_HTML_VALUE)
    @Allowed(Role.PHARMACIST)
    ModelAndView kit(@PathVariable String study, @PathVariable String kit, Caller caller) {
        return StudySupply.of(allocations.of(study).stock(), caller::sees).kits().stream()
                .filter(row -> row.kit().equals(kit))
                .findFirst()
                .map(row -> new ModelAndView("supply/kit", Map.of("caller", caller, "study", study, "kit", row))
                        .addObject("history", histories.of(study, kit)))
                .orElseGet(() -> new Refused(
                                "No kit " + kit + " here", "Your sites have no kit of that number.", "KIT_UNKNOWN")
                        .page(HttpStatus.NOT_FOUND, caller));
    }

    @ExceptionHandler(Problem.class)
    ModelAndView refused(Problem problem, Caller caller) {
        var refusal = problem.refusal();
        return new Refused("Not for your account", refusal.detail(), refusal.code()).page(problem.status(), caller);
    }
}
