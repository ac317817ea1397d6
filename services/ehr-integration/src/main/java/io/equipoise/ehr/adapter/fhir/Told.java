package io.equipoise.ehr.adapter.fhir;

import io.equipoise.ehr.domain.ScreeningFact;

/** What one resource of a Bundle says of what a study asks for: a fact, or why none. */
sealed interface Told {
    record Taken(ScreeningFact fact) implements Told {}

    /** @param element of the resource, because of which it is left out */
    record LeftOut(String element, String why) implements Told {}
}
