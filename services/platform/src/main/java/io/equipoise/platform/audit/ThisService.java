package io.equipoise.platform.audit;

import io.equipoise.platform.Refusal;
import io.equipoise.platform.web.Problem;

/** The one service whose audit doors these are. */
public record ThisService(String name) {

    /** @throws Problem 404 SERVICE_UNKNOWN if another one is asked for */
    void mustBe(String asked) {
        if (!asked.equals(name)) {
            throw new Problem(Refusal.unknown("SERVICE_UNKNOWN", "this is " + name));
        }
    }
}
