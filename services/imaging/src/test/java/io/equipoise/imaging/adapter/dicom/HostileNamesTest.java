package io.equipoise.imaging.adapter.dicom;

import static io.equipoise.imaging.adapter.dicom.Cleansing.cleansed;
import static io.equipoise.imaging.adapter.dicom.Cleansing.refused;
import static io.equipoise.imaging.adapter.dicom.Cleansing.searchable;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.Acceptance;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Files that hide a name where no table looks, or show one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileNamesTest {
    private static final byte[] NAME = "Nobody^Really ".getBytes(StandardCharsets.US_ASCII);

    @Test
    @Acceptance("IN-7")
    void a_name_is_not_left_in_private_elements_however_deep() {
        var inner = new DicomBytes().text(0x0009_0010, "LO", "VENDOR").binary(0x0009_1001, "OB", NAME);
        var data = with(new DicomBytes()
                .text(0x0009_0010, "LO", "VENDOR")
                .binary(0x0009_1001, "UN", NAME)
                .text(0x0009_1002, "PN", "Nobody^Really"));
        assertThat(searchable(cleansed(data))).doesNotContain("Nobody", "VENDOR");
        var nested = with(sequence(0x0008_1140, inner));
        assertThat(searchable(nested)).contains("Nobody^Really ", "VENDOR");
        assertThat(searchable(cleansed(nested))).doesNotContain("Nobody", "VENDOR");
    }

    @Test
    @Acceptance("IN-7")
    void a_name_is_not_left_in_an_attribute_that_is_for_something_else() {
        for (var hidden : new DicomBytes[] {
            new DicomBytes().text(0x0008_0070, "LO", "scanner of NOBODY"),
            new DicomBytes().text(0x0008_0008, "CS", "REALLY"),
            new DicomBytes().text(0x0028_0004, "CS", "REALLY"),
            new DicomBytes().text(0x0028_1056, "CS", "NOBODY"),
            new DicomBytes().text(0x0008_0008, "LO", "Nobody Really"),
            new DicomBytes().text(0x0008_1090, "LO", "HOSPITAL 4711"),
            new DicomBytes().text(0x0008_1090, "LO", "1970-01-02"),
            new DicomBytes().text(0x0018_0050, "DS", "Nobody^Really"),
            new DicomBytes().text(0x0018_0050, "LT", "Nobody^Really"),
            new DicomBytes().binary(0x0018_0050, "UN", NAME),
            new DicomBytes().text(0x0008_1195, "UI", "1.2.840.4711.19700102"),
            new DicomBytes().text(0x0019_0010, "LO", "Nobody"),
            new DicomBytes().text(0x0028_7FE0, "UR", "http://x/Nobody"),
            new DicomBytes().text(0x0018_FFFE, "LO", "Nobody"),
            new DicomBytes().text(0x6000_0022, "LO", "Nobody^Really"),
            new DicomBytes().binary(0x5000_3000, "OW", NAME),
            new DicomBytes().text(0x0012_0040, "LO", "Nobody^Really"),
            new DicomBytes().binary(0x0028_2000, "LO", NAME)
        }) {
            var found = searchable(cleansed(with(hidden))).toLowerCase(java.util.Locale.ROOT);
            assertThat(found).doesNotContain("nobody", "really", "4711", "1970");
        }
    }

    @Test
    void a_sequence_in_disguise_is_looked_into() {
        var hidden = new DicomBytes()
                .explicit(0x0008_1140, "UN", DicomBytes.UNDEFINED)
                .implicit(0xFFFE_E000, DicomBytes.UNDEFINED)
                .implicit(0x0010_0010, NAME.length)
                .raw(NAME)
                .implicit(0xFFFE_E00D, 0)
                .implicit(0xFFFE_E0DD, 0);
        assertThat(searchable(cleansed(with(hidden)))).doesNotContain("Nobody");
    }

    @Test
    void dates_that_are_none_and_zones_are_not_left() {
        var found = searchable(cleansed(with(new DicomBytes()
                .text(0x0008_002A, "DT", "20250306101112.5+0130")
                .text(0x0008_0032, "TM", "Nobody"))));
        assertThat(found).contains("101112.5").doesNotContain("20250306", "+0130", "Nobody");
    }

    @Test
    void words_of_the_standard_stay_even_where_somebody_is_called_by_one() {
        var file = with(
                new DicomBytes().text(0x0010_0010, "PN", "RGB^MR^MONOCHROME2").text(0x0028_0004, "CS", "MONOCHROME2"));
        var data = Part10Test.read(cleansed(file)).data();
        assertThat(data.text(Tag.of(0x0028_0004))).contains("MONOCHROME2");
        assertThat(data.text(Tag.MODALITY)).contains("MR");
    }

    @Test
    void a_thousand_names_are_refused() {
        var names = new DicomBytes();
        for (int number = 0; number < 1_000; number++) {
            names.implicit(0xFFFE_E000, 18).text(0x0040_A123, "PN", "Nobody%04d".formatted(number));
        }
        var hidden = new DicomBytes()
                .explicit(0x0040_A073, "SQ", names.bytes().length)
                .raw(names);
        assertThat(refused(with(hidden), Fault.DICOM_TOO_LARGE)).contains("256 words");
    }

    @Test
    void the_preamble_is_emptied() {
        var file = with(new DicomBytes());
        System.arraycopy(new byte[] {0x49, 0x49, 0x2A, 0, 'N', 'o', 'b', 'o', 'd', 'y'}, 0, file, 0, 10);
        assertThat(Arrays.copyOf(cleansed(file), 128)).containsOnly(0);
    }

    @Test
    @Acceptance("IN-7")
    void an_image_that_says_it_shows_text_is_refused() {
        assertThat(refused(with(new DicomBytes().text(0x0028_0301, "CS", "YES")), Fault.BURNED_IN_ANNOTATION))
                .contains("(0028,0301)");
        assertThat(refused(
                        with(new DicomBytes().text(0x0008_0008, "CS", "DERIVED\\SECONDARY\\SCREEN SAVE")),
                        Fault.BURNED_IN_ANNOTATION))
                .contains("(0008,0008)");
        assertThat(cleansed(with(new DicomBytes().text(0x0028_0301, "CS", "NO"))))
                .isNotEmpty();
    }

    @Test
    @Acceptance("IN-7")
    void screens_documents_and_reports_are_refused() {
        for (var kind : new String[] {"7", "7.4", "104.1", "88.11", "11.1", "6.1", "77.1.4", "66", "9999"}) {
            var file = with(new DicomBytes().text(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1." + kind));
            assertThat(refused(file, Fault.DICOM_CLASS_NOT_TAKEN)).contains("(0008,0016)");
        }
    }

    @Test
    void an_overlay_within_the_pixels_is_refused_and_one_beside_them_removed() {
        var within = new DicomBytes().number(0x6000_0100, "US", 16, 2).number(0x6000_0102, "US", 12, 2);
        assertThat(refused(with(within), Fault.OVERLAY_IN_PIXELS)).contains("(6000,0100)");
        var beside = new DicomBytes().number(0x6000_0100, "US", 1, 2).binary(0x6000_3000, "OW", NAME);
        assertThat(searchable(cleansed(with(beside)))).doesNotContain("Nobody");
    }

    private static DicomBytes sequence(int tag, DicomBytes item) {
        return new DicomBytes()
                .explicit(tag, "SQ", DicomBytes.UNDEFINED)
                .implicit(0xFFFE_E000, DicomBytes.UNDEFINED)
                .raw(item)
                .implicit(0xFFFE_E00D, 0)
                .implicit(0xFFFE_E0DD, 0);
    }

    /** An image with these elements in their places. */
    private static byte[] with(DicomBytes more) {
        var all = new TreeMap<Long, byte[]>();
        put(all, DicomBytes.imageData("2.25.1", "2.25.1.1.1", "20250306").bytes());
        put(all, more.bytes());
        var data = new DicomBytes();
        all.values().forEach(data::raw);
        return DicomBytes.file(DicomBytes.EXPLICIT, "2.25.1.1.1", data);
    }

    private static void put(TreeMap<Long, byte[]> all, byte[] data) {
        var whole = DicomBytes.file(DicomBytes.EXPLICIT, "2.25.1.1.1", new DicomBytes().raw(data));
        long before = whole.length - data.length;
        for (var element : Part10Test.read(whole).data().elements().values()) {
            all.put(
                    ((long) element.tag().group() << 16) | element.tag().element(),
                    Arrays.copyOfRange(whole, (int) before, (int) element.end()));
            before = element.end();
        }
    }
}
