package io.equipoise.dosing.domain.quantity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a protocol says that one administration holds, in its own words and digits.
 *
 * @param unit absent only where the amount is matched to another arm's
 * @param of what the number counts, where the protocol says more than the unit does
 * @param number one amount; or a range from which somebody picks; or one number an administration, in order
 * @param in the volume that the stated count comes in
 * @param cap never more than this, whatever the arithmetic says
 */
public record AmountRule(
        Per per,
        @Nullable String unit,
        @Nullable String of,
        @Nullable String number,
        @Nullable Range range,
        List<String> sequence,
        @Nullable Measured in,
        @Nullable String cap) {

    /** What the number stands for one of. */
    public enum Per {
        DOSE,
        KG,
        ML,
        UL,
        DROP,
        UNIT,
        MATCHED;

        /** Whether it is a strength in a volume. */
        public boolean isOfVolume() {
            return this == ML || this == UL;
        }
    }

    /** The least and the most that may be picked. */
    public record Range(String low, String high) {}

    public AmountRule {
        sequence = List.copyOf(sequence);
    }

    /** A placebo that looks like the active treatment: there is nothing to work out. */
    public static AmountRule matched() {
        return new AmountRule(Per.MATCHED, null, null, null, null, List.of(), null, null);
    }

    public static AmountRule of(Per per, String number, String unit) {
        return new AmountRule(per, unit, null, number, null, List.of(), null, null);
    }

    public static AmountRule of(Per per, String low, String high, String unit) {
        return new AmountRule(per, unit, null, null, new Range(low, high), List.of(), null, null);
    }

    public static AmountRule of(Per per, List<String> sequence, String unit) {
        return new AmountRule(per, unit, null, null, null, sequence, null, null);
    }
}
