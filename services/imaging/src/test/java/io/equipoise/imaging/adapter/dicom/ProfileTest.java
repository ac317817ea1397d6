package io.equipoise.imaging.adapter.dicom;

import static io.equipoise.imaging.adapter.dicom.Cleansing.cleansed;
import static io.equipoise.imaging.adapter.dicom.Cleansing.searchable;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.Acceptance;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Every line of the table, in one file. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProfileTest {
    private static final String MARK = "MARK";
    private static final String MARKED_UID = "1.2.3.4711";

    @Test
    void the_table_is_whole() {
        assertThat(Profile.all()).hasSize(652);
        assertThat(Profile.of(Tag.of(0x0010_0010))).contains(new Profile.Rule(Profile.Action.EMPTY, false));
        assertThat(Profile.of(Tag.STUDY_DATE)).contains(new Profile.Rule(Profile.Action.EMPTY, true));
        assertThat(Profile.of(Tag.SOP_INSTANCE)).contains(new Profile.Rule(Profile.Action.RENAME, false));
        assertThat(Profile.of(Tag.of(0x0009_0010))).contains(new Profile.Rule(Profile.Action.REMOVE, false));
        assertThat(Profile.of(Tag.of(0x6002_3000))).contains(new Profile.Rule(Profile.Action.REMOVE, false));
        assertThat(Profile.of(Tag.ROWS)).isEmpty();
    }

    @Test
    @Acceptance("IN-7")
    void no_attribute_that_the_table_names_keeps_its_value() {
        var marked = everything();
        assertThat(searchable(marked)).contains(MARK, MARKED_UID, "19990405");
        var after = cleansed(marked);
        assertThat(searchable(after)).doesNotContain(MARK, MARKED_UID, "19990405");
        var data = Part10Test.read(after).data();
        for (var entry : Profile.all().entrySet()) {
            var found = data.find(entry.getKey());
            if (entry.getValue().action() == Profile.Action.REMOVE
                    && !entry.getValue().dates()) {
                assertThat(found.filter(element -> element.tag().group() != 0x0012))
                        .as("%s", entry)
                        .isEmpty();
            }
            if (entry.getValue().action() == Profile.Action.RENAME
                    && entry.getKey().group() >= 0x0008) {
                assertThat(found).as("%s", entry).isPresent();
            }
        }
    }

    @Test
    @Acceptance("IN-7")
    void nor_does_it_within_a_sequence() {
        var inner = new DicomBytes();
        elements().forEach((tag, bytes) -> inner.raw(bytes));
        var sequence = new DicomBytes()
                .explicit(0x0040_A170, "SQ", DicomBytes.UNDEFINED)
                .implicit(0xFFFE_E000, DicomBytes.UNDEFINED)
                .raw(inner)
                .implicit(0xFFFE_E00D, 0)
                .implicit(0xFFFE_E0DD, 0)
                .bytes();
        var image = image();
        image.put(0x0040_A170L, sequence);
        var file = file(image);
        assertThat(searchable(file)).contains(MARK);
        assertThat(searchable(cleansed(file))).doesNotContain(MARK, MARKED_UID, "19990405");
    }

    private static byte[] everything() {
        var all = elements();
        image().forEach(all::putIfAbsent);
        all.put(
                0x0008_0018L,
                new DicomBytes().text(0x0008_0018, "UI", MARKED_UID).bytes());
        return file(all);
    }

    private static byte[] file(Map<Long, byte[]> elements) {
        var data = new DicomBytes();
        elements.forEach((tag, bytes) -> data.raw(bytes));
        return DicomBytes.file(DicomBytes.EXPLICIT, elements.containsKey(0x0008_0018L) ? instance(elements) : "", data);
    }

    private static String instance(Map<Long, byte[]> elements) {
        return searchable(elements.get(0x0008_0018L)).substring(8).replace("\0", "");
    }

    private static TreeMap<Long, byte[]> image() {
        var image = new TreeMap<Long, byte[]>();
        image.put(
                0x0008_0016L,
                new DicomBytes().text(0x0008_0016, "UI", DicomBytes.MR).bytes());
        image.put(
                0x0008_0018L,
                new DicomBytes().text(0x0008_0018, "UI", "2.25.1.1").bytes());
        image.put(
                0x0008_0020L,
                new DicomBytes().text(0x0008_0020, "DA", "20250306").bytes());
        image.put(0x0008_0060L, new DicomBytes().text(0x0008_0060, "CS", "MR").bytes());
        image.put(
                0x0020_000DL, new DicomBytes().text(0x0020_000D, "UI", "2.25.1").bytes());
        image.put(
                0x0020_000EL,
                new DicomBytes().text(0x0020_000E, "UI", "2.25.1.2").bytes());
        return image;
    }

    /** Each attribute that a data set may hold, in its own form, with a value that can be searched for. */
    private static TreeMap<Long, byte[]> elements() {
        var elements = new TreeMap<Long, byte[]>();
        for (var tag : Profile.all().keySet()) {
            if (tag.group() >= 0x0008 && tag.group() < 0xFFFE && !tag.equals(Tag.of(0x0008_0018))) {
                int number = tag.group() << 16 | tag.element();
                elements.put(Integer.toUnsignedLong(number), element(tag, number));
            }
        }
        return elements;
    }

    private static byte[] element(Tag tag, int number) {
        var known = StandardElements.vr(tag, false);
        boolean renamed = Profile.of(tag).orElseThrow().action() == Profile.Action.RENAME;
        var vr = renamed ? Vr.UI : known == Vr.UN ? Vr.LO : known;
        return switch (vr) {
            case SQ ->
                new DicomBytes()
                        .explicit(number, "SQ", 20)
                        .implicit(0xFFFE_E000, 12)
                        .text(0x0010_0010, "PN", MARK)
                        .bytes();
            case UI -> new DicomBytes().text(number, "UI", MARKED_UID).bytes();
            case DA -> new DicomBytes().text(number, "DA", "19990405").bytes();
            case DT -> new DicomBytes().text(number, "DT", "19990405060708").bytes();
            case UC, UR, UT -> new DicomBytes().text(number, vr.name(), MARK).bytes();
            default -> value(number, vr);
        };
    }

    private static byte[] value(int number, Vr vr) {
        return switch (vr.kind()) {
            case NUMBER, BINARY, TAG ->
                new DicomBytes()
                        .binary(number, vr.name(), (MARK + MARK).getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                        .bytes();
            default ->
                new DicomBytes()
                        .text(number, vr.name(), List.of("TM").contains(vr.name()) ? "MARK01" : MARK)
                        .bytes();
        };
    }
}
