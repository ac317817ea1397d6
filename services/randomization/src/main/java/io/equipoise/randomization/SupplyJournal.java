package io.equipoise.randomization;

import io.equipoise.platform.journal.EventCodec;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.SupplyEvent.DepotOpened;
import io.equipoise.randomization.domain.SupplyEvent.ExcursionDecided;
import io.equipoise.randomization.domain.SupplyEvent.ExcursionFound;
import io.equipoise.randomization.domain.SupplyEvent.KitReported;
import io.equipoise.randomization.domain.SupplyEvent.KitsDestroyed;
import io.equipoise.randomization.domain.SupplyEvent.KitsPacked;
import io.equipoise.randomization.domain.SupplyEvent.LotDecided;
import io.equipoise.randomization.domain.SupplyEvent.LotRegistered;
import io.equipoise.randomization.domain.SupplyEvent.LotTested;
import io.equipoise.randomization.domain.SupplyEvent.ResupplyDecided;
import io.equipoise.randomization.domain.SupplyEvent.ResupplyPlanned;
import io.equipoise.randomization.domain.SupplyEvent.ReturnSent;
import io.equipoise.randomization.domain.SupplyEvent.ShipmentReceived;
import io.equipoise.randomization.domain.SupplyEvent.ShipmentRequested;
import io.equipoise.randomization.domain.SupplyEvent.ShipmentSent;
import io.equipoise.randomization.domain.SupplyEvent.TemperaturesRead;

/** The names of the supply's facts in the journal. Lots, what is in a kit, and what people wrote are encrypted. */
final class SupplyJournal {
    private SupplyJournal() {}

    static EventCodec<AllocationEvent> named(EventCodec<AllocationEvent> codec) {
        return codec.secret("LotRegistered.v1", LotRegistered.class, fact -> scope(fact.study()), "lot", "sheet")
                .secret("LotTested.v1", LotTested.class, fact -> scope(fact.study()), "lot", "result")
                .secret("LotDecided.v1", LotDecided.class, fact -> scope(fact.study()), "lot", "verdict", "reason")
                .event("DepotOpened.v1", DepotOpened.class)
                .secret("KitsPacked.v1", KitsPacked.class, fact -> scope(fact.study()), "kits")
                .event("ShipmentRequested.v1", ShipmentRequested.class)
                .event("ShipmentSent.v1", ShipmentSent.class)
                .event("ReturnSent.v1", ReturnSent.class)
                .event("ShipmentReceived.v1", ShipmentReceived.class)
                .event("TemperaturesRead.v1", TemperaturesRead.class)
                .event("ExcursionFound.v1", ExcursionFound.class)
                .secret("ExcursionDecided.v1", ExcursionDecided.class, fact -> scope(fact.study()), "reason")
                .secret("KitReported.v1", KitReported.class, fact -> scope(fact.study()), "reason")
                .secret("KitsDestroyed.v1", KitsDestroyed.class, fact -> scope(fact.study()), "reason")
                .event("ResupplyPlanned.v1", ResupplyPlanned.class)
                .event("ResupplyDecided.v1", ResupplyDecided.class);
    }

    private static String scope(String study) {
        return "study/" + study;
    }
}
