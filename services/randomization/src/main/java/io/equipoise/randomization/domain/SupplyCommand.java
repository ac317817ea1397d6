package io.equipoise.randomization.domain;

import io.equipoise.contracts.SubjectId;
import io.equipoise.randomization.domain.SupplyEvent.KitsPacked.PackedKit;
import io.equipoise.randomization.domain.SupplyEvent.TemperaturesRead.Reading;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be asked of a study's lots, kits and shipments. */
public sealed interface SupplyCommand extends AllocationCommand.Supplying {

    /** Write down a lot that came, to be tested. */
    record RegisterLot(String study, ProductLot lot, LotSheet sheet, List<Arm> kinds) implements SupplyCommand {
        public RegisterLot {
            kinds = List.copyOf(kinds);
        }
    }

    /** Keep what a test of a lot gave. */
    record TestLot(String study, ProductLot lot, TestResult result, Moment told) implements SupplyCommand {}

    /** Release, quarantine or reject a lot. */
    record DecideLot(
            String study, ProductLot lot, LotVerdict verdict, String reason, String by, Instant at, Moment told)
            implements SupplyCommand {
        @Override
        public String toString() {
            return "DecideLot[" + study + "]";
        }
    }

    /** Name a place that kits are sent from. */
    record OpenDepot(String study, String depot, String title) implements SupplyCommand {}

    /** Put lots into kits of every kind under one label. */
    record PackKits(
            String study,
            String depot,
            String packagingLot,
            List<PackedKit> kits,
            Packing.Storage storage,
            List<Arm> kinds)
            implements SupplyCommand {
        public PackKits {
            kits = List.copyOf(kits);
            kinds = List.copyOf(kinds);
        }
    }

    /** Ask for whole sets, each with one kit of every kind, or for a donor's own kits. */
    record RequestShipment(
            String study,
            String depot,
            String site,
            int sets,
            @Nullable SubjectId subject,
            LocalDate requestedOn,
            Moment told)
            implements SupplyCommand {}

    /** Take kits from the depot's shelf and send them. */
    record SendShipment(String study, String shipment, Instant sentAt, Moment told) implements SupplyCommand {}

    /** Count what came. */
    record ReceiveShipment(
            String study,
            String shipment,
            int counted,
            List<String> intact,
            List<String> damaged,
            Instant receivedAt,
            Moment told)
            implements SupplyCommand {
        public ReceiveShipment {
            intact = List.copyOf(intact);
            damaged = List.copyOf(damaged);
        }
    }

    /** Send kits back to the depot. */
    record SendBack(String study, String site, String depot, List<String> kits, Instant sentAt, Moment told)
            implements SupplyCommand {
        public SendBack {
            kits = List.copyOf(kits);
        }
    }

    /** Read a shipment's logger. */
    record ReadTemperatures(String study, String shipment, List<Reading> readings, Moment told)
            implements SupplyCommand {
        public ReadTemperatures {
            readings = List.copyOf(readings);
        }
    }

    /** Release or condemn the kits that an excursion put into quarantine, all of them. */
    record DecideExcursion(
            String study, String shipment, boolean release, String reason, String by, Instant at, Moment told)
            implements SupplyCommand {}

    /** Say that a kit at a site is lost or damaged. */
    record ReportKit(String study, String site, String kit, boolean lost, String reason, Instant at, Moment told)
            implements SupplyCommand {}

    /** Destroy kits at a site or a depot before a witness. */
    record DestroyKits(
            String study,
            String place,
            List<String> kits,
            String witness,
            String certificate,
            String reason,
            String by,
            Instant destroyedAt,
            Moment told)
            implements SupplyCommand {
        public DestroyKits {
            kits = List.copyOf(kits);
        }
    }

    /** Say when and how sites are filled up. */
    record PlanResupply(String study, ResupplyPlan plan) implements SupplyCommand {}

    /**
     * Decide on a planned day what every site gets.
     *
     * @param expected doses to come within the horizon, by site, whatever is in them
     */
    record DecideResupply(String study, LocalDate on, Map<String, Integer> expected, Moment told)
            implements SupplyCommand {
        public DecideResupply {
            expected = Map.copyOf(expected);
        }
    }
}
