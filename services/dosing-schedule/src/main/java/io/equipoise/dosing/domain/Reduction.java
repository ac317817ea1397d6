package io.equipoise.dosing.domain;

import java.util.List;

/**
 * How far a protocol lets a dose of one course be reduced, and what that means for the next.
 *
 * @param steps the permitted parts of the stated amount, such as 0.75 and 0.5
 */
public record Reduction(List<String> steps, Next next) {

    /** What follows after a reduced dose. */
    public enum Next {
        /** No later dose is higher than the one before it. */
        STAYS,
        /** The next dose is the stated one again, unless it is reduced in its turn. */
        RETURNS
    }

    public Reduction {
        steps = List.copyOf(steps);
    }
}
