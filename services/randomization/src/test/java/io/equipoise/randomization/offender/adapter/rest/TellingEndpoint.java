package io.equipoise.randomization.offender.adapter.rest;

import io.equipoise.randomization.domain.Arm;

/** A blinded door that knows the arm, on purpose: the rule has to find it. */
public final class TellingEndpoint {
    public String tell(Arm arm) {
        return arm.code();
    }
}
