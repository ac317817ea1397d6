package io.equipoise.randomization.domain;

import io.equipoise.platform.Decision;

/** Who decides what of a study's supply. */
enum Supplies {
    ;

    static Decision<AllocationEvent> decide(Stock stock, SupplyCommand command) {
        return switch (command) {
            case SupplyCommand.RegisterLot register -> LotKeeping.register(stock.supply(), register);
            case SupplyCommand.TestLot test -> LotKeeping.test(stock.supply(), test);
            case SupplyCommand.DecideLot decide -> LotKeeping.decide(stock.supply(), decide);
            case SupplyCommand.OpenDepot open -> KitPacking.open(stock.supply(), open);
            case SupplyCommand.PackKits pack -> KitPacking.pack(stock, pack);
            case SupplyCommand.RequestShipment request -> Shipping.request(stock.supply(), request);
            case SupplyCommand.SendShipment send -> Shipping.send(stock, send);
            case SupplyCommand.ReceiveShipment receive -> Receiving.receive(stock.supply(), receive);
            case SupplyCommand.SendBack back -> Receiving.sendBack(stock, back);
            case SupplyCommand.ReadTemperatures read -> Excursions.read(stock, read);
            case SupplyCommand.DecideExcursion decide -> Excursions.decide(stock, decide);
            case SupplyCommand.ReportKit report -> Disposal.report(stock, report);
            case SupplyCommand.DestroyKits destroy -> Disposal.destroy(stock, destroy);
            case SupplyCommand.PlanResupply plan -> Resupply.plan(stock.supply(), plan);
            case SupplyCommand.DecideResupply decide -> Resupply.decide(stock, decide);
        };
    }
}
