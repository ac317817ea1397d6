package io.equipoise.randomization.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to lots, kits and shipments. What tells a kind from another (lots, what is in a kit, why somebody decided)
 * is encrypted in the journal; the rest is the same for every kind.
 */
public sealed interface SupplyEvent extends AllocationEvent.Supplied {

    record LotRegistered(String study, ProductLot lot, LotSheet sheet) implements SupplyEvent {}

    record LotTested(String study, ProductLot lot, TestResult result) implements SupplyEvent {}

    record LotDecided(String study, ProductLot lot, LotVerdict verdict, String reason, String decidedBy, Instant at)
            implements SupplyEvent {
        @Override
        public String toString() {
            return "LotDecided[" + study + "]";
        }
    }

    record DepotOpened(String study, String depot, String title) implements SupplyEvent {}

    /** @param reservedFor the donor, where a lot in it is autologous */
    record KitsPacked(
            String study,
            String depot,
            String packagingLot,
            List<PackedKit> kits,
            LocalDate expiresOn,
            LocalDate lastShipDay,
            LocalDate lastDispenseDay,
            Packing.Storage storage,
            @Nullable String reservedFor)
            implements SupplyEvent {

        /** A kit's number, and what is in it. */
        public record PackedKit(String kit, Arm type, ProductLot lot) {}

        public KitsPacked {
            kits = List.copyOf(kits);
        }
    }

    record ShipmentRequested(
            String study,
            String shipment,
            String depot,
            String site,
            int sets,
            @Nullable String subject,
            LocalDate requestedOn,
            Cause cause)
            implements SupplyEvent {

        /** Who or what asked: a person, or the resupply of a fixed day because of its minimum or of the doses to come. */
        public enum Cause {
            ASKED_FOR,
            MINIMUM,
            FORECAST
        }
    }

    record ShipmentSent(String study, String shipment, String depot, String site, List<String> kits, Instant sentAt)
            implements SupplyEvent {
        public ShipmentSent {
            kits = List.copyOf(kits);
        }
    }

    /** Kits on their way back to the depot. */
    record ReturnSent(String study, String shipment, String depot, String site, List<String> kits, Instant sentAt)
            implements SupplyEvent {
        public ReturnSent {
            kits = List.copyOf(kits);
        }
    }

    record ShipmentReceived(
            String study,
            String shipment,
            String site,
            List<String> intact,
            List<String> damaged,
            List<String> missing,
            Instant receivedAt)
            implements SupplyEvent {
        public ShipmentReceived {
            intact = List.copyOf(intact);
            damaged = List.copyOf(damaged);
            missing = List.copyOf(missing);
        }
    }

    /** What a logger in a shipment wrote down. */
    record TemperaturesRead(String study, String shipment, List<Reading> readings) implements SupplyEvent {

        /** A temperature in degrees Celsius that holds until the next reading. */
        public record Reading(Instant at, String degrees) {}

        public TemperaturesRead {
            readings = List.copyOf(readings);
        }
    }

    /**
     * A shipment was too warm or too cold for too long.
     *
     * @param kits that are in quarantine because of it
     * @param handedOut kits of it that people had got before the logger was read
     */
    record ExcursionFound(
            String study,
            String shipment,
            String site,
            long minutesOutside,
            String lowest,
            String highest,
            List<String> kits,
            List<String> handedOut)
            implements SupplyEvent {
        public ExcursionFound {
            kits = List.copyOf(kits);
            handedOut = List.copyOf(handedOut);
        }
    }

    /** A pharmacist decided about a shipment as a whole. */
    record ExcursionDecided(
            String study, String shipment, boolean released, List<String> kits, String reason, String by, Instant at)
            implements SupplyEvent {
        public ExcursionDecided {
            kits = List.copyOf(kits);
        }
    }

    record KitReported(String study, String kit, String site, boolean lost, String reason, Instant at)
            implements SupplyEvent {}

    record KitsDestroyed(
            String study,
            String place,
            List<String> kits,
            String witness,
            String certificate,
            String reason,
            Instant destroyedAt)
            implements SupplyEvent {
        public KitsDestroyed {
            kits = List.copyOf(kits);
        }
    }

    record ResupplyPlanned(String study, ResupplyPlan plan) implements SupplyEvent {}

    /** On a planned day it was decided what every site gets, from pooled counts alone. */
    record ResupplyDecided(String study, LocalDate on, List<Level> levels) implements SupplyEvent {

        /**
         * One site on that day, in whole sets.
         *
         * @param left whole sets on the shelf that do not expire within the horizon
         * @param underWay asked for or sent
         * @param expected doses to come within the horizon
         */
        public record Level(String site, int left, int underWay, int expected, int ordered) {}

        public ResupplyDecided {
            levels = List.copyOf(levels);
        }
    }
}
