package io.equipoise.randomization.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Kits on the way between a depot and a site, either direction.
 *
 * @param sets how many whole sets were asked for, each with one kit of every kind; 0 for kits that go back
 * @param subject the donor whose own kits were asked for, where somebody's were
 * @param kits that were sent
 */
public record Transport(
        String shipment,
        String depot,
        String site,
        Direction direction,
        int sets,
        @Nullable String subject,
        LocalDate askedOn,
        Stage stage,
        @Nullable Instant sentAt,
        List<String> kits,
        boolean excursion) {

    /** Which way. */
    public enum Direction {
        TO_SITE,
        TO_DEPOT
    }

    /** How far. */
    public enum Stage {
        REQUESTED,
        SENT,
        RECEIVED
    }

    public Transport {
        kits = List.copyOf(kits);
    }

    Transport sent(Instant at, List<String> packed) {
        return new Transport(
                shipment, depot, site, direction, sets, subject, askedOn, Stage.SENT, at, packed, excursion);
    }

    Transport received() {
        return new Transport(
                shipment, depot, site, direction, sets, subject, askedOn, Stage.RECEIVED, sentAt, kits, excursion);
    }

    Transport excursion(boolean open) {
        return new Transport(shipment, depot, site, direction, sets, subject, askedOn, stage, sentAt, kits, open);
    }
}
