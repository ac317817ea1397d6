package io.equipoise.adverseevent.domain.icsr;

import java.util.Set;

/** A rule as a question to a report: where is it broken? Nowhere, if it is kept. */
@FunctionalInterface
interface Question {
    Set<Place> broken(Icsr report, Sending sending);

    /** The places, or nowhere. */
    static Set<Place> brokenIf(boolean broken, String element, Integer... at) {
        return broken ? Set.of(Place.of(element, at)) : Set.of();
    }
}
