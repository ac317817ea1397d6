package io.equipoise.dosing.domain;

import io.equipoise.dosing.domain.quantity.AmountRule;
import io.equipoise.dosing.domain.quantity.Measured;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a site says about a dose that it has given.
 *
 * @param kit absent where the study has no numbered kits
 * @param volume absent where none went in that could be measured
 * @param acceptDeviation why a dose outside its window was given all the same
 */
public record Infusion(
        int dose,
        @Nullable String kit,
        Instant startedAt,
        Instant stoppedAt,
        @Nullable Volume volume,
        List<Interruption> interruptions,
        @Nullable String acceptDeviation,
        Details details) {

    /** A time in which nothing flowed, and why. */
    public record Interruption(Instant from, Instant to, String why) {}

    /** A person's weight, and the day of the weighing. */
    public record Weight(String kg, LocalDate weighedOn) {}

    /** What a lot holds in each millilitre or unit, by its certificate. */
    public record Strength(String number, String unit, AmountRule.Per per) {}

    /** Which part of the stated amount was given, on purpose, and why. */
    public record Reduced(String to, String reason) {}

    /**
     * What is said about a dose beside its times and volume, as far as its course asks for it.
     *
     * @param amount how much was given, or how many drops or units
     * @param pick which amount of a range was chosen
     * @param more needle, spinal level, eye and the like, by their names
     */
    public record Details(
            @Nullable Measured amount,
            @Nullable String pick,
            @Nullable Weight weight,
            @Nullable String lot,
            List<Strength> strength,
            @Nullable String route,
            Map<String, String> more,
            @Nullable Reduced reduced) {
        public static final Details NONE = new Details(null, null, null, null, List.of(), null, Map.of(), null);

        public Details {
            strength = List.copyOf(strength);
            more = Collections.unmodifiableMap(new TreeMap<>(more));
        }
    }

    /** What did not go as the protocol asks, and was recorded as such. */
    public enum Deviation {
        OUT_OF_WINDOW,
        INCOMPLETE_VOLUME,
        INCOMPLETE_AMOUNT,
        INFUSION_DURATION
    }

    public Infusion {
        interruptions = List.copyOf(interruptions);
    }

    /** One about which nothing more is said. */
    public static Infusion plain(int dose, String kit, Instant startedAt, Instant stoppedAt, Volume volume) {
        return new Infusion(dose, kit, startedAt, stoppedAt, volume, List.of(), null, Details.NONE);
    }
}
