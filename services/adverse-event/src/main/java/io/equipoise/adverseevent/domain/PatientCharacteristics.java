package io.equipoise.adverseevent.domain;

import io.equipoise.platform.Refusal;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a report tells of the person beside the number in the trial (ICH E2B(R3) D), as far as anybody told the office. No
 * name and no date of birth: nobody needs them to judge a case.
 *
 * @param age at the onset of the first event (D.2.2)
 * @param sex D.5
 * @param weight in kilograms, 0.2 to 650 to two places (D.3)
 * @param height in whole centimetres, 20 to 280 (D.4)
 * @param history what matters of earlier and other illnesses and medicines, at most 10000 characters (D.7.2)
 */
public record PatientCharacteristics(
        @Nullable Age age,
        @Nullable Sex sex,
        @Nullable BigDecimal weight,
        @Nullable BigDecimal height,
        @Nullable String history) {
    /** Nobody told anything. */
    public static final PatientCharacteristics NONE = new PatientCharacteristics(null, null, null, null, null);

    private static final int LONGEST_HISTORY = 10_000;
    private static final BigDecimal LIGHTEST = new BigDecimal("0.2");
    private static final BigDecimal HEAVIEST = new BigDecimal("650");
    private static final BigDecimal SHORTEST = new BigDecimal("20");
    private static final BigDecimal TALLEST = new BigDecimal("280");

    /** As a report has it (D.5: 1 and 2). */
    public enum Sex {
        MALE("1"),
        FEMALE("2");

        private final String code;

        Sex(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        public static Optional<Sex> of(String code) {
            return Arrays.stream(values()).filter(sex -> sex.code.equals(code)).findFirst();
        }
    }

    /** In what an age is counted, with its unit in UCUM, and how much of it is an age at all. */
    public enum AgeUnit {
        YEARS("a", 130),
        MONTHS("mo", 999),
        WEEKS("wk", 999),
        DAYS("d", 999);

        private final String ucum;
        private final int most;

        AgeUnit(String ucum, int most) {
            this.ucum = ucum;
            this.most = most;
        }

        public String ucum() {
            return ucum;
        }

        /** Such as "years". */
        public String words() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<AgeUnit> of(String ucum) {
            return Arrays.stream(values())
                    .filter(unit -> unit.ucum.equals(ucum))
                    .findFirst();
        }
    }

    /** A completed number of years, months, weeks or days. */
    public record Age(BigDecimal number, AgeUnit unit) {}

    public boolean tellsNothing() {
        return equals(NONE);
    }

    /** What cannot be so of anybody, or cannot be written into a report. */
    Optional<Refusal> refusal() {
        return Stream.of(
                        broken(
                                !isAge(age),
                                "AGE_INVALID",
                                "an age is 0 to 130 completed years, or 0 to 999 months, weeks or days",
                                "/age"),
                        broken(
                                !isWeight(weight),
                                "WEIGHT_INVALID",
                                "a weight is 0.2 to 650 kg, to two places",
                                "/weight"),
                        broken(!isHeight(height), "HEIGHT_INVALID", "a height is 20 to 280 whole cm", "/height"),
                        broken(
                                !isHistory(history),
                                "HISTORY_INVALID",
                                "a medical history has 1 to 10000 characters (ICH E2B(R3) D.7.2)",
                                "/history"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Without what cannot be so: another sender's report may say anything. */
    public PatientCharacteristics plausible() {
        return new PatientCharacteristics(
                isAge(age) ? age : null,
                sex,
                isWeight(weight) ? weight : null,
                isHeight(height) ? height : null,
                isHistory(history) ? history : null);
    }

    private static Optional<Refusal> broken(boolean broken, String code, String detail, String pointer) {
        return broken ? Optional.of(Refusal.invalid(code, detail, pointer)) : Optional.empty();
    }

    private static boolean isAge(@Nullable Age age) {
        return age == null || isBetween(age.number(), BigDecimal.ZERO, BigDecimal.valueOf(age.unit().most), 0);
    }

    private static boolean isWeight(@Nullable BigDecimal weight) {
        return weight == null || isBetween(weight, LIGHTEST, HEAVIEST, 2);
    }

    private static boolean isHeight(@Nullable BigDecimal height) {
        return height == null || isBetween(height, SHORTEST, TALLEST, 0);
    }

    private static boolean isHistory(@Nullable String history) {
        return history == null || (!history.isBlank() && history.length() <= LONGEST_HISTORY);
    }

    private static boolean isBetween(BigDecimal number, BigDecimal least, BigDecimal most, int places) {
        return number.compareTo(least) >= 0
                && number.compareTo(most) <= 0
                && number.stripTrailingZeros().scale() <= places;
    }
}
