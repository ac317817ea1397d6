package io.equipoise.imaging.adapter.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes DICOM bytes by hand, wrong ones too. */
public final class DicomBytes {
    public static final String IMPLICIT = "1.2.840.10008.1.2";
    public static final String EXPLICIT = "1.2.840.10008.1.2.1";
    public static final String JPEG = "1.2.840.10008.1.2.4.70";
    public static final String MR = "1.2.840.10008.5.1.4.1.1.4";
    public static final long UNDEFINED = 0xFFFF_FFFFL;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A whole file: an empty preamble, DICM, the header, this data set. */
    public static byte[] file(String syntax, String instance, DicomBytes data) {
        var header = new DicomBytes()
                .binary(0x0002_0001, "OB", new byte[] {0, 1})
                .text(0x0002_0002, "UI", MR)
                .text(0x0002_0003, "UI", instance)
                .text(0x0002_0010, "UI", syntax)
                .text(0x0002_0012, "UI", "2.25.7")
                .bytes();
        return new DicomBytes()
                .raw(new byte[128])
                .raw("DICM".getBytes(StandardCharsets.US_ASCII))
                .number(0x0002_0000, "UL", header.length, 4)
                .raw(header)
                .raw(data.bytes())
                .bytes();
    }

    /** One small MR image of a study. */
    public static byte[] image(String study, String instance, String date) {
        return file(EXPLICIT, instance, imageData(study, instance, date));
    }

    public static DicomBytes imageData(String study, String instance, String date) {
        return new DicomBytes()
                .text(0x0008_0016, "UI", MR)
                .text(0x0008_0018, "UI", instance)
                .text(0x0008_0020, "DA", date)
                .text(0x0008_0060, "CS", "MR")
                .text(0x0010_0010, "PN", "Nobody^Really")
                .text(0x0010_0020, "LO", "HOSPITAL-4711")
                .text(0x0010_0030, "DA", "19700102")
                .text(0x0018_0010, "LO", "Gadobutrol")
                .text(0x0018_0015, "CS", "BRAIN")
                .text(0x0020_000D, "UI", study)
                .text(0x0020_000E, "UI", study + ".1")
                .number(0x0028_0002, "US", 1, 2)
                .number(0x0028_0010, "US", 4, 2)
                .number(0x0028_0011, "US", 4, 2)
                .number(0x0028_0100, "US", 16, 2)
                .binary(0x7FE0_0010, "OW", new byte[32]);
    }

    public DicomBytes text(int tag, String vr, String text) {
        var padded = text.length() % 2 == 0 ? text : text + (vr.equals("UI") ? "\0" : " ");
        return binary(tag, vr, padded.getBytes(StandardCharsets.ISO_8859_1));
    }

    public DicomBytes number(int tag, String vr, long number, int bytes) {
        var value = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number)
                .array();
        return explicit(tag, vr, bytes).raw(Arrays.copyOf(value, bytes));
    }

    public DicomBytes binary(int tag, String vr, byte[] value) {
        return explicit(tag, vr, value.length).raw(value);
    }

    /** Tag, VR and length as explicit VR writes them. */
    public DicomBytes explicit(int tag, String vr, long length) {
        tag(tag).raw(vr.getBytes(StandardCharsets.US_ASCII));
        return List.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "UC", "UN", "UR", "UT")
                        .contains(vr)
                ? u16(0).u32(length)
                : u16((int) length);
    }

    /** Tag and length as implicit VR writes them, and as items and delimiters are always written. */
    public DicomBytes implicit(int tag, long length) {
        return tag(tag).u32(length);
    }

    public DicomBytes tag(int tag) {
        return u16(tag >>> 16).u16(tag & 0xFFFF);
    }

    public DicomBytes u16(int number) {
        out.write(number);
        out.write(number >>> 8);
        return this;
    }

    public DicomBytes u32(long number) {
        return u16((int) (number & 0xFFFF)).u16((int) (number >>> 16));
    }

    public DicomBytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public DicomBytes raw(DicomBytes other) {
        return raw(other.bytes());
    }

    public byte[] bytes() {
        return out.toByteArray();
    }
}
