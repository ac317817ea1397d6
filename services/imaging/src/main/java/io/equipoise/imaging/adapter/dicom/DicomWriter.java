package io.equipoise.imaging.adapter.dicom;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;

/** Writes a Part 10 file (PS3.10 section 7): what was planned, and of the original, a piece at a time, what is copied. */
final class DicomWriter {
    private static final int PREAMBLE = 128;
    private static final int CHUNK = 65_536;
    private static final int HALF = 16;
    private static final String WRITER = "2.25.254327190884912373120712838216548201793";

    private final OutputStream out;
    private final SeekableByteChannel original;
    private final boolean explicitVr;

    private DicomWriter(OutputStream out, SeekableByteChannel original, boolean explicitVr) {
        this.out = out;
        this.original = original;
        this.explicitVr = explicitVr;
    }

    /** The header is ours: of the original's only the syntax is kept. */
    static void write(Cleaned file, SeekableByteChannel original, OutputStream out) throws IOException {
        var header = new ByteArrayOutputStream();
        var ours = new DicomWriter(header, original, true);
        ours.made(Tag.of(0x0002_0001), new Planned.Made(Vr.OB, "\0\1"));
        ours.identifier(Tag.FILE_SOP_CLASS, file.sopClass());
        ours.identifier(Tag.FILE_SOP_INSTANCE, file.sopInstance());
        ours.identifier(Tag.TRANSFER_SYNTAX, file.transferSyntax());
        ours.identifier(Tag.of(0x0002_0012), WRITER);
        out.write(new byte[PREAMBLE]);
        out.write("DICM".getBytes(StandardCharsets.US_ASCII));
        var length = new DicomWriter(out, original, true);
        length.head(Tag.META_LENGTH, Vr.UL, Integer.BYTES);
        length.u32(header.size());
        header.writeTo(out);
        new DicomWriter(out, original, file.syntax().explicitVr()).dataSet(file.data());
    }

    private void dataSet(SortedMap<Tag, Planned> data) throws IOException {
        for (var entry : data.entrySet()) {
            var tag = entry.getKey();
            switch (entry.getValue()) {
                case Planned.Made made -> made(tag, made);
                case Planned.Copied(var element) -> copied(element);
                case Planned.Sequence(var items) -> sequence(tag, items);
            }
        }
    }

    private void identifier(Tag tag, String uid) throws IOException {
        made(tag, Dummies.text(Vr.UI, List.of(uid)));
    }

    private void made(Tag tag, Planned.Made value) throws IOException {
        head(tag, value.vr(), value.ascii().length());
        out.write(value.ascii().getBytes(StandardCharsets.US_ASCII));
    }

    private void copied(Element element) throws IOException {
        head(element.tag(), element.vr(), element.length() < 0 ? Cursor.UNDEFINED : element.length());
        var chunk = ByteBuffer.allocate(CHUNK);
        original.position(element.at());
        for (long left = element.end() - element.at(); left > 0; left -= chunk.position()) {
            chunk.clear().limit((int) Math.min(CHUNK, left));
            if (original.read(chunk) <= 0) {
                throw new EOFException("the original ends before what was read of it");
            }
            out.write(chunk.array(), 0, chunk.position());
        }
    }

    private void sequence(Tag tag, List<SortedMap<Tag, Planned>> items) throws IOException {
        head(tag, Vr.SQ, Cursor.UNDEFINED);
        for (var item : items) {
            mark(Tag.ITEM, Cursor.UNDEFINED);
            dataSet(item);
            mark(Tag.ITEM_END, 0);
        }
        mark(Tag.SEQUENCE_END, 0);
    }

    private void head(Tag tag, Vr vr, long length) throws IOException {
        if (!explicitVr) {
            mark(tag, length);
            return;
        }
        u16(tag.group());
        u16(tag.element());
        out.write(vr.name().getBytes(StandardCharsets.US_ASCII));
        if (vr.hasLongLength()) {
            u16(0);
            u32(length);
        } else {
            u16((int) length);
        }
    }

    private void mark(Tag tag, long length) throws IOException {
        u16(tag.group());
        u16(tag.element());
        u32(length);
    }

    private void u16(int number) throws IOException {
        out.write(number);
        out.write(number >>> Byte.SIZE);
    }

    private void u32(long number) throws IOException {
        u16((int) number);
        u16((int) (number >>> HALF));
    }
}
