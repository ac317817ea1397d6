package io.equipoise.randomization.domain;

import io.equipoise.platform.Refusal;

/** Refusals of the supply that more than one command gives. Their words are the same for every kind. */
enum SupplyRefusals {
    ;
    /** The longest that somebody may write in a line. */
    static final int LONGEST = 400;

    static final Refusal LOT_UNKNOWN = Refusal.unknown("LOT_UNKNOWN", "No lot of that name is written down.");
    static final Refusal DEPOT_UNKNOWN =
            Refusal.conflict("DEPOT_UNKNOWN", "The study has no depot of that name.", "/depot");
    static final Refusal SHIPMENT_UNKNOWN =
            Refusal.unknown("SHIPMENT_UNKNOWN", "The study has no shipment of that number.");

    static Refusal reasonMissing() {
        return Refusal.invalid(
                "REASON_MISSING", "The reason says why, in 1 to %d characters.".formatted(LONGEST), "/reason");
    }

    static Refusal future(String field) {
        return Refusal.invalid("IN_THE_FUTURE", "What is told happened now or before.", "/" + field);
    }

    static boolean isLine(String text) {
        return !text.isBlank() && text.strip().length() <= LONGEST;
    }
}
