package io.equipoise.imaging.adapter.dicom;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Other names for what identifies, made with the study's key: the same for the same whenever it comes, and no way back, nor a
 * way to check a guess, for whoever lacks the key.
 */
final class Pseudonyms {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final int MOST_DAYS = 3_650;
    private static final int LABEL = 16;
    private static final int FIRST_YEAR = 1900;
    private static final long VERSION_8 = 0x8000L;
    private static final long NOT_VERSION = ~0xF000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long NOT_VARIANT = 0x3FFF_FFFF_FFFF_FFFFL;

    private final UnaryOperator<String> keyed;
    private final int days;

    /** @param keyed 64 hexadecimal digits for a text, by a key */
    Pseudonyms(UnaryOperator<String> keyed, String subject) {
        this.keyed = keyed;
        this.days = 1
                + new BigInteger(keyed.apply("dicom-days:" + subject), 16)
                        .mod(BigInteger.valueOf(MOST_DAYS))
                        .intValue();
    }

    /** A UUID-derived identifier (PS3.5 annex B.2), the UUID of version 8 (RFC 9562). */
    String uid(String original) {
        var bytes = ByteBuffer.wrap(HexFormat.of().parseHex(keyed.apply("dicom-uid:" + original)));
        long high = (bytes.getLong() & NOT_VERSION) | VERSION_8;
        long low = (bytes.getLong() & NOT_VARIANT) | VARIANT;
        return "2.25."
                + new BigInteger(
                        1,
                        ByteBuffer.allocate(2 * Long.BYTES)
                                .putLong(high)
                                .putLong(low)
                                .array());
    }

    /** A short name for a thing that has to have one. */
    String label(String original) {
        return keyed.apply("dicom-label:" + original).substring(0, LABEL);
    }

    /** A person's days are all moved by as many whole days into the past, so that what lies between them is kept. */
    Optional<String> day(String original) {
        try {
            var day = LocalDate.parse(original, DAY);
            return day.getYear() < FIRST_YEAR
                    ? Optional.empty()
                    : Optional.of(day.minusDays(days).format(DAY));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
