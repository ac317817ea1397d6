package io.equipoise.randomization.application;

import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.ResupplyPlan;
import io.equipoise.randomization.domain.ResupplyPlan.SiteLevels;
import io.equipoise.randomization.domain.SupplyCommand.DecideResupply;
import io.equipoise.randomization.domain.SupplyCommand.PlanResupply;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sites are filled up on fixed days, by the plan alone: no dispensing, no shipment and no person sets it off. */
public final class Resupplying {
    private final StockKeeping keeping;
    private final Allocations allocations;
    private final StockViews views;

    public Resupplying(StockKeeping keeping, Allocations allocations, StockViews views) {
        this.keeping = keeping;
        this.allocations = allocations;
        this.views = views;
    }

    public Outcome<AllocationEvent> plan(String study, ResupplyPlan plan, Attribution by) {
        var sites = plan.levels().stream().map(SiteLevels::site).toList();
        return keeping.notOpen(study, sites)
                .map(Allocations::siteNotOpen)
                .orElseGet(() -> keeping.ask(study, (kinds, now) -> new PlanResupply(study, plan), by));
    }

    public Optional<ResupplyPlan> planOf(String study) {
        return Optional.ofNullable(allocations.of(study).stock().supply().plan());
    }

    public Outcome<AllocationEvent> decide(String study, LocalDate on, Attribution by) {
        var expected = planOf(study)
                .map(plan -> views.expectedUpTo(
                        study, plan.levels().stream().map(SiteLevels::site).toList(), on.plusDays(plan.horizonDays())))
                .orElse(Map.of());
        return keeping.ask(study, (kinds, now) -> new DecideResupply(study, on, expected, now), by);
    }

    /** Decides in every study the planned day whose turn it is; two instances that do it at once decide it once. */
    public void round(List<String> studies, Instant now) {
        for (var study : studies) {
            dayDue(study, now).ifPresent(day -> decide(study, day, system(study, day, now)));
        }
    }

    private static Attribution system(String study, LocalDate day, Instant now) {
        var id = "randomization:resupply:" + study + ":" + day;
        return new Attribution(id, id, "system:randomization", "system", now, null, null, id, null, null);
    }

    /** The planned day whose turn it is; empty while none is, or when it was decided. */
    public Optional<LocalDate> dayDue(String study, Instant now) {
        var supply = allocations.of(study).stock().supply();
        var today = now.atZone(ZoneOffset.UTC).toLocalDate();
        return Optional.ofNullable(supply.plan())
                .filter(plan -> !today.isBefore(plan.firstOn()))
                .map(plan -> plan.lastDayUpTo(today))
                .filter(day -> supply.decidedOn() == null || supply.decidedOn().isBefore(day));
    }
}
