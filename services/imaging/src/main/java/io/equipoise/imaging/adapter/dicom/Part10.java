package io.equipoise.imaging.adapter.dicom;

import java.nio.channels.SeekableByteChannel;

/** Reads DICOM files as PS3.10 writes them: preamble, DICM, file meta information, one data set, and nothing behind it. */
public final class Part10 {
    private static final int PREAMBLE = 128;
    private static final int BODY = PREAMBLE + Integer.BYTES;
    private static final long DICM = 0x4D43_4944L;
    private static final long TIFF_LITTLE = 0x002A_4949L;
    private static final long TIFF_BIG = 0x2A00_4D4DL;
    private static final long BIG_TIFF_LITTLE = 0x002B_4949L;
    private static final long BIG_TIFF_BIG = 0x2B00_4D4DL;
    private static final long LONGEST_META = 65_536;

    private Part10() {}

    public static Reading read(SeekableByteChannel channel) {
        try {
            return new Reading.Read(file(new Source(channel)));
        } catch (Malformed malformed) {
            return new Reading.Refused(malformed.fault(), malformed.detail());
        }
    }

    private static DicomFile file(Source source) throws Malformed {
        requireStart(source);
        var cursor = new Cursor(source, BODY);
        var header = header(cursor, source);
        var uid =
                header.text(Tag.TRANSFER_SYNTAX).orElseThrow(() -> missing(Tag.TRANSFER_SYNTAX, "the transfer syntax"));
        var syntax = Syntax.of(uid);
        var data =
                ElementReader.ofData(cursor).dataSet(new Scope(syntax, CharacterSet.DEFAULT, 0, source.size(), false));
        var file = new DicomFile(header, data, uid);
        Pixels.require(file);
        return file;
    }

    private static void requireStart(Source source) throws Malformed {
        if (source.size() < BODY || source.u32(PREAMBLE) != DICM) {
            throw new Malformed(
                    Fault.DICOM_NOT_PART_10, "at byte 128: DICM is not there, so this is no DICOM Part 10 file");
        }
        long start = source.u32(0);
        if (start == TIFF_LITTLE || start == TIFF_BIG || start == BIG_TIFF_LITTLE || start == BIG_TIFF_BIG) {
            return;
        }
        for (int at = 0; at < PREAMBLE; at++) {
            if (source.u8(at) != 0) {
                throw new Malformed(
                        Fault.DICOM_PREAMBLE_REFUSED,
                        "at byte %d: the preamble is neither empty nor a TIFF header".formatted(at));
            }
        }
    }

    /** Group 2 is always explicit VR little endian, and says its own length first (PS3.10 section 7.1). */
    private static DataSet header(Cursor cursor, Source source) throws Malformed {
        var first = cursor.tag(source.size());
        if (!first.equals(Tag.META_LENGTH)) {
            throw new Malformed(
                    Fault.DICOM_NOT_PART_10,
                    "at byte %d: %s stands where %s should".formatted(BODY, first, Tag.META_LENGTH));
        }
        if (cursor.u16(source.size(), first) != 0x4C55 || cursor.u16(source.size(), first) != Integer.BYTES) {
            throw new Malformed(Fault.DICOM_MALFORMED, first + " at byte 136: is not one UL");
        }
        long length = cursor.u32(source.size(), first);
        if (length > LONGEST_META) {
            throw new Malformed(
                    Fault.DICOM_TOO_LARGE, "%s: a header of %d bytes, at most 65536".formatted(first, length));
        }
        long end = cursor.after(length, source.size(), first);
        var header =
                ElementReader.ofHeader(cursor).dataSet(new Scope(Syntax.EXPLICIT, CharacterSet.DEFAULT, 0, end, false));
        if (cursor.at() + Short.BYTES <= source.size() && source.u16(cursor.at()) == first.group()) {
            throw new Malformed(
                    Fault.DICOM_MALFORMED, "%s: the header goes on behind its %d bytes".formatted(first, length));
        }
        return header;
    }

    static Malformed missing(Tag tag, String what) {
        return new Malformed(Fault.DICOM_ATTRIBUTE_MISSING, "%s: %s is missing".formatted(tag, what));
    }
}
