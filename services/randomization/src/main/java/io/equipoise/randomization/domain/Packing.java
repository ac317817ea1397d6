package io.equipoise.randomization.domain;

import io.equipoise.contracts.SubjectId;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Kits of every kind that were packed together under one label. It has one expiry, the earliest of all lots in it, and it
 * stands or falls as a whole: what is printed on a box, and what may be done with it, tells no kind from another.
 *
 * @param lastShipDay on which a kit may still be sent
 * @param lastDispenseDay on which a kit may still be handed out
 * @param storage what its temperature may be; absent where nobody said
 * @param reservedFor the donor of an autologous lot in it: nobody else gets any kit of it (PR-3)
 */
public record Packing(
        String packagingLot,
        LocalDate expiresOn,
        LocalDate lastShipDay,
        LocalDate lastDispenseDay,
        @Nullable Storage storage,
        Set<ProductLot> lots,
        @Nullable SubjectId reservedFor) {

    /**
     * What the temperature of a kit may be, in degrees Celsius, ends included.
     *
     * @param minutesOutside that are still no excursion, all of a journey together
     */
    public record Storage(String lowest, String highest, int minutesOutside) {
        boolean allows(String degrees) {
            return Decimals.of(degrees).compareTo(Decimals.of(lowest)) >= 0
                    && Decimals.of(degrees).compareTo(Decimals.of(highest)) <= 0;
        }
    }

    public Packing {
        lots = Set.copyOf(lots);
    }

    boolean isFor(SubjectId subject) {
        return reservedFor == null || reservedFor.equals(subject);
    }
}
