package io.equipoise.imaging.adapter.dicom;

/** A place in a file. Every step is checked against what is really there. */
final class Cursor {
    static final long UNDEFINED = 0xFFFF_FFFFL;

    private final Source source;
    private long at;

    Cursor(Source source, long at) {
        this.source = source;
        this.at = at;
    }

    Source source() {
        return source;
    }

    long at() {
        return at;
    }

    Tag tag(long end) throws Malformed {
        if (end - at < 2 * Short.BYTES) {
            throw new Malformed(
                    Fault.DICOM_TRUNCATED,
                    "at byte %d: a data element is cut off, %d bytes are left".formatted(at, end - at));
        }
        var tag = new Tag(source.u16(at), source.u16(at + Short.BYTES));
        at += 2 * Short.BYTES;
        return tag;
    }

    int u8(long end, Tag tag) throws Malformed {
        require(1, end, tag);
        return source.u8(at++);
    }

    int u16(long end, Tag tag) throws Malformed {
        require(Short.BYTES, end, tag);
        int found = source.u16(at);
        at += Short.BYTES;
        return found;
    }

    long u32(long end, Tag tag) throws Malformed {
        require(Integer.BYTES, end, tag);
        long found = source.u32(at);
        at += Integer.BYTES;
        return found;
    }

    /** Where so many bytes from here end, if they are there and even. */
    long after(long length, long end, Tag tag) throws Malformed {
        require(length, end, tag);
        if (length % 2 != 0) {
            throw new Malformed(
                    Fault.DICOM_MALFORMED, "%s at byte %d: a length of %d is odd".formatted(tag, at, length));
        }
        return at + length;
    }

    void moveTo(long to) {
        at = to;
    }

    private void require(long length, long end, Tag tag) throws Malformed {
        if (length > end - at) {
            throw new Malformed(
                    Fault.DICOM_TRUNCATED,
                    "%s at byte %d: announces %d bytes, %d are left".formatted(tag, at, length, end - at));
        }
    }
}
