package io.equipoise.dosing.domain.quantity;

import io.equipoise.platform.Refusal;

/** What an amount comes to, or what is missing for working it out. */
public sealed interface Worked {

    /**
     * The amount, from low to high where nobody has picked yet.
     *
     * @param arithmetic how it came about, for a person to check
     */
    record Out(Quantity<?> low, Quantity<?> high, String arithmetic) implements Worked {
        public boolean exact() {
            return low.equals(high);
        }
    }

    /** It cannot be said yet. */
    record Open(Refusal why) implements Worked {}

    /** There is no amount to work out. */
    record Matched() implements Worked {}
}
