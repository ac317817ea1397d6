package io.equipoise.imaging.adapter.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Reads data sets element by element (PS3.5 section 7). Trusts no length, keeps no long value, goes down only so deep. */
final class ElementReader {
    private static final int MOST = 65_536;

    private final Cursor cursor;
    private final ValueReader values;
    private final IntPredicate groups;
    private int read;

    private ElementReader(Cursor cursor, IntPredicate groups) {
        this.cursor = cursor;
        this.values = new ValueReader(cursor.source());
        this.groups = groups;
    }

    static ElementReader ofHeader(Cursor cursor) {
        return new ElementReader(cursor, group -> group == Tag.META_LENGTH.group());
    }

    static ElementReader ofData(Cursor cursor) {
        return new ElementReader(cursor, group -> group >= 0x0008 && group < 0xFFFE);
    }

    DataSet dataSet(Scope outer) throws Malformed {
        var elements = new TreeMap<Tag, Element>();
        var scope = outer;
        while (true) {
            if (!scope.delimited() && cursor.at() == scope.end()) {
                return new DataSet(elements);
            }
            long start = cursor.at();
            var tag = cursor.tag(scope.end());
            if (scope.delimited() && tag.equals(Tag.ITEM_END)) {
                requireEmpty(tag, scope);
                return new DataSet(elements);
            }
            requirePlace(tag, start, elements.isEmpty() ? null : elements.lastKey());
            var element = element(tag, scope, signedPixels(elements));
            elements.put(tag, element);
            if (element.value() instanceof Value.Texts(var texts) && tag.equals(Tag.CHARACTER_SET)) {
                scope = scope.in(texts.isEmpty() ? CharacterSet.DEFAULT : CharacterSet.of(texts.getFirst()));
            }
        }
    }

    private Element element(Tag tag, Scope scope, boolean signedPixels) throws Malformed {
        count(tag);
        var vr = scope.syntax().explicitVr() ? vr(tag, scope) : StandardElements.vr(tag, signedPixels);
        long length = length(tag, vr, scope);
        long at = cursor.at();
        if (length == Cursor.UNDEFINED) {
            var value = undefined(tag, vr, scope);
            return new Element(tag, vr, -1, value, at, cursor.at());
        }
        long end = cursor.after(length, scope.end(), tag);
        if (vr == Vr.SQ) {
            return new Element(tag, vr, length, new Value.Items(items(tag, scope.below(end, tag))), at, end);
        }
        if (tag.equals(Tag.PIXEL_DATA) && scope.syntax().compressedPixels() && scope.depth() == 0) {
            throw new Malformed(
                    Fault.DICOM_PIXELS_REFUSED,
                    "%s at byte %d: the transfer syntax says compressed, the pixels are not"
                            .formatted(tag, cursor.at()));
        }
        var value = values.value(tag, vr, at, length, scope.text());
        cursor.moveTo(end);
        return new Element(tag, vr, length, value, at, end);
    }

    private Vr vr(Tag tag, Scope scope) throws Malformed {
        long at = cursor.at();
        int first = cursor.u8(scope.end(), tag);
        int second = cursor.u8(scope.end(), tag);
        return Vr.of(first, second)
                .orElseThrow(() -> new Malformed(
                        Fault.DICOM_MALFORMED,
                        "%s at byte %d: %02x %02x is no value representation".formatted(tag, at, first, second)));
    }

    private long length(Tag tag, Vr vr, Scope scope) throws Malformed {
        if (!scope.syntax().explicitVr()) {
            return cursor.u32(scope.end(), tag);
        }
        if (!vr.hasLongLength()) {
            return cursor.u16(scope.end(), tag);
        }
        if (cursor.u16(scope.end(), tag) != 0) {
            throw new Malformed(
                    Fault.DICOM_MALFORMED,
                    "%s at byte %d: the reserved bytes are not zero".formatted(tag, cursor.at() - Short.BYTES));
        }
        return cursor.u32(scope.end(), tag);
    }

    private Value undefined(Tag tag, Vr vr, Scope scope) throws Malformed {
        if (tag.equals(Tag.PIXEL_DATA) && scope.syntax().compressedPixels() && (vr == Vr.OB || vr == Vr.OW)) {
            return new Fragments(cursor).read(scope.end());
        }
        return switch (vr) {
            case SQ -> new Value.Items(items(tag, scope.belowUntilDelimiter(tag)));
            case UN -> new Value.Items(items(tag, scope.in(Syntax.IMPLICIT).belowUntilDelimiter(tag)));
            default ->
                throw new Malformed(
                        Fault.DICOM_MALFORMED,
                        "%s at byte %d: %s cannot have an undefined length".formatted(tag, cursor.at(), vr));
        };
    }

    private List<DataSet> items(Tag sequence, Scope scope) throws Malformed {
        var items = new ArrayList<DataSet>();
        while (scope.delimited() || cursor.at() < scope.end()) {
            long start = cursor.at();
            var tag = cursor.tag(scope.end());
            count(sequence);
            if (scope.delimited() && tag.equals(Tag.SEQUENCE_END)) {
                requireEmpty(tag, scope);
                return items;
            }
            if (!tag.equals(Tag.ITEM)) {
                throw new Malformed(
                        Fault.DICOM_MALFORMED,
                        "%s at byte %d: %s stands where an item should".formatted(sequence, start, tag));
            }
            long length = cursor.u32(scope.end(), tag);
            items.add(dataSet(
                    length == Cursor.UNDEFINED
                            ? scope.belowUntilDelimiter(sequence)
                            : scope.below(cursor.after(length, scope.end(), sequence), sequence)));
        }
        return items;
    }

    private void requireEmpty(Tag delimiter, Scope scope) throws Malformed {
        if (cursor.u32(scope.end(), delimiter) != 0) {
            throw new Malformed(
                    Fault.DICOM_MALFORMED,
                    "%s at byte %d: a delimiter has no length".formatted(delimiter, cursor.at() - Integer.BYTES));
        }
    }

    private void requirePlace(Tag tag, long at, @Nullable Tag last) throws Malformed {
        if (!groups.test(tag.group())) {
            throw new Malformed(Fault.DICOM_MALFORMED, "%s at byte %d has no place here".formatted(tag, at));
        }
        if (last != null && tag.compareTo(last) <= 0) {
            throw new Malformed(Fault.DICOM_MALFORMED, "%s at byte %d comes after %s".formatted(tag, at, last));
        }
    }

    private void count(Tag tag) throws Malformed {
        if (++read > MOST) {
            throw new Malformed(Fault.DICOM_TOO_LARGE, "%s: more than %d data elements and items".formatted(tag, MOST));
        }
    }

    private static boolean signedPixels(Map<Tag, Element> elements) {
        var found = elements.get(Tag.PIXEL_REPRESENTATION);
        return found != null
                && found.value() instanceof Value.Numbers(var numbers)
                && !numbers.isEmpty()
                && numbers.getFirst().intValue() == 1;
    }
}
