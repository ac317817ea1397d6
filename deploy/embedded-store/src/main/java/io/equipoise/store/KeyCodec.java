package io.equipoise.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values as bytes whose unsigned order is the server's order of values, equal where the values are equal. No encoding is a
 * prefix of another. Each starts with an even tag, so tag + 1 lies behind every value of the type.
 */
final class KeyCodec {

    private static final Set<Class<?>> ORDERED = Set.of(
            Integer.class,
            Long.class,
            Double.class,
            String.class,
            Boolean.class,
            Missing.class,
            ObjectId.class,
            Instant.class,
            UUID.class);

    /** Stands for an empty array, which has no element to index. */
    enum EmptyArray {
        VALUE
    }

    private KeyCodec() {}

    static byte[] encode(@Nullable Object value) {
        var out = new ByteArrayOutputStream(32);
        write(out, value);
        return out.toByteArray();
    }

    /** Whether the bytes order (not only tell apart) the value exactly as the server does, so that it can be a bound. */
    static boolean isOrdered(@Nullable Object value) {
        return value == null || ORDERED.stream().anyMatch(type -> type.isInstance(value));
    }

    /** The tag of a value that has no content besides its type, or 0. */
    private static int tagOfContentless(@Nullable Object value) {
        if (value instanceof MinKey) {
            return 2;
        }
        if (value instanceof EmptyArray) {
            return 4;
        }
        if (value == null || value instanceof Missing) {
            return 6;
        }
        return value instanceof MaxKey ? 32 : 0;
    }

    private static void write(ByteArrayOutputStream out, @Nullable Object value) {
        int tag = tagOfContentless(value);
        if (value == null || tag > 0) {
            out.write(tag);
            return;
        }
        switch (value) {
            case Number number -> write(out, 8, number(number));
            case String text -> writeText(out, 10, text);
            case Map<?, ?> document -> writeDocument(out, document);
            case Collection<?> array -> writeArray(out, array);
            case BinData binary -> writeText(out, 16, new String(binary.getData(), StandardCharsets.ISO_8859_1));
            case LegacyUUID legacy -> writeText(out, 18, legacy.getUuid().toString());
            case UUID uuid ->
                write(
                        out,
                        20,
                        ByteBuffer.allocate(16)
                                .putLong(uuid.getMostSignificantBits())
                                .putLong(uuid.getLeastSignificantBits())
                                .array());
            case ObjectId id -> write(out, 22, id.toByteArray());
            case Boolean bool -> write(out, 24, (byte) (bool ? 1 : 0));
            case Instant date -> write(out, 26, eight(date.toEpochMilli() ^ Long.MIN_VALUE));
            case BsonTimestamp time -> write(out, 28, eight(time.getValue()));
            default -> writeText(out, 30, value.getClass().getSimpleName() + value);
        }
    }

    /** By the nearest double, and what a long differs from it. */
    private static byte[] number(Number number) {
        double rounded = number.doubleValue() + 0.0; // -0.0 becomes 0.0
        long bits = Double.doubleToLongBits(rounded);
        int rest = number instanceof Long exact ? (int) (exact - (long) rounded) : 0;
        return ByteBuffer.allocate(10)
                .putLong(bits ^ ((bits >> 63) | Long.MIN_VALUE))
                .putShort((short) (rest ^ Short.MIN_VALUE))
                .array();
    }

    private static byte[] eight(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static void writeDocument(ByteArrayOutputStream out, Map<?, ?> document) {
        out.write(12);
        document.forEach((name, field) -> {
            writeText(out, 1, (String) name);
            write(out, field);
        });
        out.write(0);
    }

    private static void writeArray(ByteArrayOutputStream out, Collection<?> array) {
        out.write(14);
        array.forEach(element -> write(out, element));
        out.write(0);
    }

    private static void write(ByteArrayOutputStream out, int tag, byte... bytes) {
        out.write(tag);
        out.writeBytes(bytes);
    }

    /** UTF-16 units in order, in one to three bytes each; the end is 0, so 0 and 1 are written as two bytes. */
    private static void writeText(ByteArrayOutputStream out, int tag, String text) {
        out.write(tag);
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < 2) {
                out.write(1);
                out.write(unit + 1);
            } else if (unit < 0x80) {
                out.write(unit);
            } else if (unit < 0x800) {
                out.write(0xC0 | (unit >> 6));
                out.write(0x80 | (unit & 0x3F));
            } else {
                out.write(0xE0 | (unit >> 12));
                out.write(0x80 | ((unit >> 6) & 0x3F));
                out.write(0x80 | (unit & 0x3F));
            }
        }
        out.write(0);
    }
}
