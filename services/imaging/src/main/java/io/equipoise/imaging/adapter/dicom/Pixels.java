package io.equipoise.imaging.adapter.dicom;

import java.math.BigInteger;

/** Whether the pixels are as many as the image announces (PS3.3 C.7.6.3). What compressed ones hold is not looked into. */
final class Pixels {
    private Pixels() {}

    static void require(DicomFile file) throws Malformed {
        var data = file.data();
        var pixels = data.find(Tag.PIXEL_DATA);
        if (pixels.isEmpty() || !(pixels.get().value() instanceof Value.Left(var _, var length))) {
            return;
        }
        long samples = data.number(Tag.SAMPLES).orElseThrow(() -> Part10.missing(Tag.SAMPLES, "samples per pixel"));
        long bits =
                data.number(Tag.BITS_ALLOCATED).orElseThrow(() -> Part10.missing(Tag.BITS_ALLOCATED, "bits allocated"));
        long rows = data.number(Tag.ROWS).orElseThrow(() -> Part10.missing(Tag.ROWS, "rows"));
        long columns = data.number(Tag.COLUMNS).orElseThrow(() -> Part10.missing(Tag.COLUMNS, "columns"));
        if (samples != 1) {
            return;
        }
        var expected = BigInteger.valueOf(rows * columns * bits)
                .multiply(frames(data))
                .add(BigInteger.valueOf(Byte.SIZE - 1L))
                .shiftRight(3);
        var padded = expected.testBit(0) ? expected.add(BigInteger.ONE) : expected;
        if (!padded.equals(BigInteger.valueOf(length))) {
            throw new Malformed(
                    Fault.DICOM_PIXELS_REFUSED,
                    "%s: holds %d bytes where the image announces %s".formatted(Tag.PIXEL_DATA, length, padded));
        }
    }

    private static BigInteger frames(DataSet data) throws Malformed {
        var text = data.text(Tag.FRAMES).orElse("1");
        if (!text.matches("[0-9]{1,9}")) {
            throw new Malformed(Fault.DICOM_MALFORMED, Tag.FRAMES + ": the number of frames is no number");
        }
        return new BigInteger(text);
    }
}
