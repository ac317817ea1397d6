package io.equipoise.imaging.adapter.dicom;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Turns the bytes of one value into what they mean; leaves long ones where they are. */
final class ValueReader {
    private static final int LONGEST = 65_536;
    private static final long ALL_TOGETHER = 4L * 1024 * 1024;
    private static final int LONGEST_UID = 64;
    private static final Pattern UID = Pattern.compile("(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*))*");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])");
    private static final Pattern BACKSLASH = Pattern.compile("\\\\");

    private final Source source;
    private long kept;

    ValueReader(Source source) {
        this.source = source;
    }

    Value value(Tag tag, Vr vr, long at, long length, Charset text) throws Malformed {
        if (length % vr.unit() != 0) {
            throw new Malformed(
                    Fault.DICOM_MALFORMED,
                    "%s at byte %d: %d bytes are no whole number of %s".formatted(tag, at, length, vr));
        }
        if (vr.kind() == Vr.Kind.BINARY || length > LONGEST) {
            return new Value.Left(at, length);
        }
        kept += length;
        if (kept > ALL_TOGETHER) {
            throw new Malformed(Fault.DICOM_TOO_LARGE, "%s at byte %d: more than 4 MiB of metadata".formatted(tag, at));
        }
        var bytes = source.bytes(at, (int) length);
        return switch (vr.kind()) {
            case NUMBER -> new Value.Numbers(numbers(vr, bytes));
            case TAG -> new Value.Tags(tags(bytes));
            case PARAGRAPH -> new Value.Texts(length == 0 ? List.of() : List.of(decoded(vr, bytes, text)));
            default -> new Value.Texts(checked(tag, vr, at, texts(decoded(vr, bytes, text))));
        };
    }

    private static String decoded(Vr vr, ByteBuffer bytes, Charset text) {
        var whole = (vr.followsCharacterSet() ? text : CharacterSet.DEFAULT)
                .decode(bytes)
                .toString();
        int end = whole.length();
        while (end > 0 && (whole.charAt(end - 1) == ' ' || whole.charAt(end - 1) == 0)) {
            end--;
        }
        return whole.substring(0, end);
    }

    private static List<String> texts(String whole) {
        return whole.isEmpty() ? List.of() : List.of(BACKSLASH.split(whole, -1));
    }

    private static List<String> checked(Tag tag, Vr vr, long at, List<String> texts) throws Malformed {
        for (var text : texts) {
            boolean right = switch (vr) {
                case UI ->
                    text.isEmpty()
                            || (text.length() <= LONGEST_UID
                                    && UID.matcher(text).matches());
                case DA -> text.isBlank() || DATE.matcher(text).matches();
                default -> true;
            };
            if (!right) {
                throw new Malformed(
                        Fault.DICOM_MALFORMED,
                        "%s at byte %d: the value is no %s".formatted(tag, at, vr == Vr.UI ? "UID" : "date YYYYMMDD"));
            }
        }
        return texts;
    }

    private static List<Number> numbers(Vr vr, ByteBuffer bytes) {
        var numbers = new ArrayList<Number>();
        while (bytes.remaining() >= vr.unit()) {
            numbers.add(number(vr, bytes));
        }
        return numbers;
    }

    private static Number number(Vr vr, ByteBuffer bytes) {
        return switch (vr) {
            case US -> Short.toUnsignedInt(bytes.getShort());
            case SS -> bytes.getShort();
            case UL -> Integer.toUnsignedLong(bytes.getInt());
            case SL -> bytes.getInt();
            case SV -> bytes.getLong();
            case UV -> new BigInteger(Long.toUnsignedString(bytes.getLong()));
            case FL -> bytes.getFloat();
            case FD -> bytes.getDouble();
            default -> throw new IllegalStateException(vr + " holds no numbers");
        };
    }

    private static List<Tag> tags(ByteBuffer bytes) {
        var tags = new ArrayList<Tag>();
        while (bytes.remaining() >= Vr.AT.unit()) {
            tags.add(new Tag(Short.toUnsignedInt(bytes.getShort()), Short.toUnsignedInt(bytes.getShort())));
        }
        return tags;
    }
}
