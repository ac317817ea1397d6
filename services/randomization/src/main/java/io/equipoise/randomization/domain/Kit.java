package io.equipoise.randomization.domain;

import io.equipoise.contracts.SubjectId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A box with a number.
 *
 * @param depot that it was packed at, or that it went back to; empty for a kit that came to its site another way
 * @param site the site that it was sent to first; empty while it never left the depot
 * @param handedOut absent while nobody got it; a kit that was handed out once never goes back on the shelf
 */
public record Kit(
        String number,
        Arm type,
        ProductLot lot,
        Packing packing,
        String depot,
        String site,
        Station station,
        Standing standing,
        @Nullable HandedOut handedOut) {

    /** Who has a kit, for which dose, since when, and whether it came back. */
    public record HandedOut(SubjectId subject, int dose, Instant at, boolean returned) {}

    /** Where a kit is. */
    public enum Station {
        DEPOT,
        TO_SITE,
        SITE,
        TO_DEPOT,
        BACK_AT_DEPOT,
        DESTROYED
    }

    /** Whether a kit is good. */
    public enum Standing {
        GOOD,
        QUARANTINED,
        CONDEMNED,
        DAMAGED,
        LOST
    }

    boolean onShelf(String atSite, LocalDate on) {
        return handedOut == null
                && station == Station.SITE
                && standing == Standing.GOOD
                && site.equals(atSite)
                && !packing.lastDispenseDay().isBefore(on);
    }

    public String packagingLot() {
        return packing.packagingLot();
    }

    public LocalDate expiresOn() {
        return packing.expiresOn();
    }

    /** One word for where it is and how it is, the same for every kind. */
    public String state() {
        return switch (station) {
            case DEPOT -> standing == Standing.GOOD ? "IN_DEPOT" : standing.name();
            case TO_SITE -> "ON_ITS_WAY";
            case TO_DEPOT -> "ON_ITS_WAY_BACK";
            case BACK_AT_DEPOT -> standing == Standing.LOST ? "LOST" : "BACK_AT_DEPOT";
            case DESTROYED -> "DESTROYED";
            case SITE -> atSite();
        };
    }

    private String atSite() {
        if (handedOut != null) {
            return handedOut.returned() ? "RETURNED" : "DISPENSED";
        }
        return standing == Standing.GOOD ? "ON_SHELF" : standing.name();
    }

    /** Whether a person has it now. */
    public boolean isOut() {
        return handedOut != null && !handedOut.returned();
    }

    /** Whether it was taken out with its whole shipment, so that its absence says nothing about its kind. */
    boolean isSetAside() {
        return handedOut == null && (standing == Standing.QUARANTINED || standing == Standing.CONDEMNED);
    }

    /** Whether it is not there any more, wherever it was. */
    public boolean isGone() {
        return standing == Standing.LOST || station == Station.DESTROYED;
    }

    Kit to(SubjectId subject, int dose, Instant at) {
        return handed(new HandedOut(subject, dose, at, false));
    }

    Kit back() {
        return handedOut == null
                ? this
                : handed(new HandedOut(handedOut.subject(), handedOut.dose(), handedOut.at(), true));
    }

    Kit at(Station next) {
        return new Kit(number, type, lot, packing, depot, site, next, standing, handedOut);
    }

    Kit sentTo(String firstSite) {
        return new Kit(number, type, lot, packing, depot, firstSite, Station.TO_SITE, standing, handedOut);
    }

    Kit sentBackTo(String other) {
        return new Kit(number, type, lot, packing, other, site, Station.TO_DEPOT, standing, handedOut);
    }

    Kit standing(Standing now) {
        return new Kit(number, type, lot, packing, depot, site, station, now, handedOut);
    }

    private Kit handed(HandedOut out) {
        return new Kit(number, type, lot, packing, depot, site, station, standing, out);
    }
}
