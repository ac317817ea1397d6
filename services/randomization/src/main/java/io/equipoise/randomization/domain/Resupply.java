package io.equipoise.randomization.domain;

import static io.equipoise.platform.Decision.accept;
import static io.equipoise.platform.Decision.refuse;

import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import io.equipoise.randomization.domain.ResupplyPlan.SiteLevels;
import io.equipoise.randomization.domain.SupplyCommand.DecideResupply;
import io.equipoise.randomization.domain.SupplyCommand.PlanResupply;
import io.equipoise.randomization.domain.SupplyEvent.ResupplyDecided;
import io.equipoise.randomization.domain.SupplyEvent.ResupplyDecided.Level;
import io.equipoise.randomization.domain.SupplyEvent.ResupplyPlanned;
import io.equipoise.randomization.domain.SupplyEvent.ShipmentRequested;
import io.equipoise.randomization.domain.SupplyEvent.ShipmentRequested.Cause;
import io.equipoise.randomization.domain.Transport.Direction;
import io.equipoise.randomization.domain.Transport.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.stream.IntStream;

/**
 * When a site gets how much. Decided on fixed days and in whole sets, from numbers that are the same whichever arm people
 * are in: doses certain to be served, sets under way, doses to come. Nothing that one person gets sets it off.
 */
enum Resupply {
    ;
    private static final int MOST_DAYS = 365;
    private static final int MOST_SETS = 500;

    static Decision<AllocationEvent> plan(Supply supply, PlanResupply command) {
        var plan = command.plan();
        if (!supply.depots().containsKey(plan.depot())) {
            return refuse(SupplyRefusals.DEPOT_UNKNOWN);
        }
        var sites = plan.levels().stream().map(SiteLevels::site).distinct().count();
        var unsound = IntStream.range(0, plan.levels().size())
                .filter(index -> !isSound(plan.levels().get(index)))
                .mapToObj(index -> "/levels/" + index)
                .toArray(String[]::new);
        if (unsound.length > 0 || sites != plan.levels().size() || plan.levels().isEmpty()) {
            return refuse(Refusal.invalid(
                    "RESUPPLY_LEVELS_MALFORMED",
                    "Each site has one minimum from 1 on and a maximum that is not lower, up to %d sets."
                            .formatted(MOST_SETS),
                    unsound.length > 0 ? unsound : new String[] {"/levels"}));
        }
        if (!isDays(plan.everyDays()) || !isDays(plan.horizonDays())) {
            return refuse(Refusal.invalid(
                    "RESUPPLY_DAYS_MALFORMED",
                    "It is decided every 1 to %1$d days, looking 1 to %1$d days ahead.".formatted(MOST_DAYS),
                    "/everyDays",
                    "/horizonDays"));
        }
        return accept(new ResupplyPlanned(command.study(), plan));
    }

    static Decision<AllocationEvent> decide(Stock stock, DecideResupply command) {
        var plan = stock.supply().plan();
        if (plan == null) {
            return refuse(Refusal.conflict("RESUPPLY_NOT_PLANNED", "Nobody planned when sites are filled up."));
        }
        if (!plan.isDay(command.on())) {
            return refuse(Refusal.conflict(
                    "NOT_A_RESUPPLY_DAY",
                    "It is decided from %s on, every %d days.".formatted(plan.firstOn(), plan.everyDays()),
                    "/on"));
        }
        if (command.told().isBefore(command.on())) {
            return refuse(SupplyRefusals.future("on"));
        }
        var last = stock.supply().decidedOn();
        if (last != null && !last.isBefore(command.on())) {
            return accept();
        }
        var facts = new ArrayList<AllocationEvent>();
        var levels = plan.levels().stream()
                .map(site -> level(stock, plan, site, command))
                .toList();
        facts.add(new ResupplyDecided(command.study(), command.on(), levels));
        levels.stream()
                .filter(level -> level.ordered() > 0)
                .forEach(level -> facts.add(new ShipmentRequested(
                        command.study(),
                        Shipping.number(stock.supply(), facts.size() - 1),
                        plan.depot(),
                        level.site(),
                        level.ordered(),
                        null,
                        command.on(),
                        cause(plan, level))));
        return accept(facts);
    }

    private static Level level(Stock stock, ResupplyPlan plan, SiteLevels site, DecideResupply command) {
        int left = certain(stock, site.site(), command.on().plusDays(plan.horizonDays()));
        int underWay = underWay(stock.supply(), site.site());
        int expected = command.expected().getOrDefault(site.site(), 0);
        int needed = Math.max(site.minimum(), expected);
        int ordered = left + underWay >= needed ? 0 : Math.max(site.maximum(), expected) - left - underWay;
        return new Level(site.site(), left, underWay, expected, Math.min(ordered, MOST_SETS));
    }

    private static int certain(Stock stock, String site, LocalDate day) {
        return Shelf.of(stock, site).certainOn(day);
    }

    private static int underWay(Supply supply, String site) {
        return supply.transports().values().stream()
                .filter(transport -> transport.direction() == Direction.TO_SITE
                        && transport.stage() != Stage.RECEIVED
                        && transport.site().equals(site))
                .mapToInt(Transport::sets)
                .sum();
    }

    private static Cause cause(ResupplyPlan plan, Level level) {
        return plan.levels().stream()
                        .anyMatch(site ->
                                site.site().equals(level.site()) && level.left() + level.underWay() < site.minimum())
                ? Cause.MINIMUM
                : Cause.FORECAST;
    }

    private static boolean isSound(SiteLevels site) {
        return site.minimum() >= 1 && site.maximum() >= site.minimum() && site.maximum() <= MOST_SETS;
    }

    private static boolean isDays(int days) {
        return days >= 1 && days <= MOST_DAYS;
    }
}
