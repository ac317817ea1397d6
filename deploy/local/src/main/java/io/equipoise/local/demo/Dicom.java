package io.equipoise.local.demo;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** A small MR image as a scanner would send it: DICOM Part 10, explicit VR little endian (PS3.10), 8 by 8 pixels. */
final class Dicom {
    private static final String MR_IMAGE = "1.2.840.10008.5.1.4.1.1.4";
    private static final String EXPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2.1";
    private static final int PREAMBLE = 128;
    private static final int SIDE = 8;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Dicom() {}

    /** The same name gives the same unique identifiers, so that the same scan sent twice is the same scan. */
    static byte[] image(LocalDate acquiredOn, String name) {
        var meta = new Dicom();
        meta.bytes(0x0002_0001, "OB", new byte[] {0, 1});
        meta.text(0x0002_0002, "UI", MR_IMAGE);
        meta.text(0x0002_0003, "UI", uid(name + "/instance"));
        meta.text(0x0002_0010, "UI", EXPLICIT_LITTLE_ENDIAN);
        meta.text(0x0002_0012, "UI", uid("equipoise"));
        var length = new Dicom();
        length.number(0x0002_0000, "UL", 4, meta.out.size());
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(new byte[PREAMBLE]);
        whole.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        whole.writeBytes(length.out.toByteArray());
        whole.writeBytes(meta.out.toByteArray());
        whole.writeBytes(dataSet(acquiredOn, name));
        return whole.toByteArray();
    }

    private static byte[] dataSet(LocalDate acquiredOn, String name) {
        var date = acquiredOn.format(DateTimeFormatter.BASIC_ISO_DATE);
        var set = new Dicom();
        set.text(0x0008_0016, "UI", MR_IMAGE);
        set.text(0x0008_0018, "UI", uid(name + "/instance"));
        set.text(0x0008_0020, "DA", date);
        set.text(0x0008_0022, "DA", date);
        set.text(0x0008_0060, "CS", "MR");
        set.text(0x0010_0010, "PN", "INVENTED^PERSON");
        set.text(0x0010_0020, "LO", "H-0000");
        set.text(0x0018_0010, "LO", "Gd-DTPA");
        set.text(0x0018_0015, "CS", "BRAIN");
        set.text(0x0020_000D, "UI", uid(name + "/study"));
        set.text(0x0020_000E, "UI", uid(name + "/series"));
        set.number(0x0028_0002, "US", 2, 1);
        set.text(0x0028_0004, "CS", "MONOCHROME2");
        set.number(0x0028_0010, "US", 2, SIDE);
        set.number(0x0028_0011, "US", 2, SIDE);
        set.number(0x0028_0100, "US", 2, 16);
        set.number(0x0028_0101, "US", 2, 16);
        set.number(0x0028_0102, "US", 2, 15);
        set.number(0x0028_0103, "US", 2, 0);
        set.bytes(0x7FE0_0010, "OW", new byte[SIDE * SIDE * 2]);
        return set.out.toByteArray();
    }

    private void text(int tag, String vr, String value) {
        var bytes = value.getBytes(StandardCharsets.US_ASCII);
        var padded = bytes.length % 2 == 0 ? bytes : java.util.Arrays.copyOf(bytes, bytes.length + 1);
        if (padded.length > bytes.length && !vr.equals("UI")) {
            padded[bytes.length] = ' ';
        }
        bytes(tag, vr, padded);
    }

    private void number(int tag, String vr, int size, int value) {
        var buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        if (size == 2) {
            buffer.putShort((short) value);
        } else {
            buffer.putInt(value);
        }
        bytes(tag, vr, buffer.array());
    }

    private void bytes(int tag, String vr, byte[] value) {
        boolean longLength = vr.equals("OB") || vr.equals("OW");
        var head = ByteBuffer.allocate(longLength ? 12 : 8).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) (tag >>> 16)).putShort((short) tag).put(vr.getBytes(StandardCharsets.US_ASCII));
        if (longLength) {
            head.putShort((short) 0).putInt(value.length);
        } else {
            head.putShort((short) value.length);
        }
        out.writeBytes(head.array());
        out.writeBytes(value);
    }

    /** A UUID-derived unique identifier (PS3.5 B.2). */
    private static String uid(String name) {
        var uuid = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        var bytes =
                ByteBuffer.allocate(16).putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
        return "2.25." + new BigInteger(1, bytes.array());
    }
}
