package io.equipoise.imaging.adapter.dicom;

/** Compressed pixels: a table of offsets, then fragments, then a delimiter; none of them looked into (PS3.5 annex A.4). */
final class Fragments {
    private static final int MOST = 65_536;

    private final Cursor cursor;

    Fragments(Cursor cursor) {
        this.cursor = cursor;
    }

    Value read(long end) throws Malformed {
        int items = 0;
        long bytes = 0;
        while (true) {
            long start = cursor.at();
            var tag = cursor.tag(end);
            long length = cursor.u32(end, tag);
            if (tag.equals(Tag.SEQUENCE_END)) {
                return finished(items, bytes, length, start);
            }
            if (!tag.equals(Tag.ITEM) || length == Cursor.UNDEFINED) {
                throw refused("at byte %d: %s stands where a fragment of a known length should".formatted(start, tag));
            }
            long after = cursor.after(length, end, Tag.PIXEL_DATA);
            if (items == 0 && length % Integer.BYTES != 0) {
                throw refused("at byte %d: the table of offsets is %d bytes long".formatted(start, length));
            }
            if (++items > MOST) {
                throw new Malformed(
                        Fault.DICOM_TOO_LARGE, "%s: more than %d fragments".formatted(Tag.PIXEL_DATA, MOST));
            }
            bytes += items == 1 ? 0 : length;
            cursor.moveTo(after);
        }
    }

    private static Value finished(int items, long bytes, long length, long at) throws Malformed {
        if (length != 0) {
            throw refused("at byte %d: a delimiter has no length".formatted(at));
        }
        if (items < 2 || bytes == 0) {
            throw refused("at byte %d: compressed pixels without a fragment".formatted(at));
        }
        return new Value.Fragments(items - 1, bytes);
    }

    private static Malformed refused(String detail) {
        return new Malformed(Fault.DICOM_PIXELS_REFUSED, Tag.PIXEL_DATA + " " + detail);
    }
}
