package io.equipoise.imaging.adapter.dicom;

import static io.equipoise.imaging.adapter.dicom.DicomBytes.EXPLICIT;
import static io.equipoise.imaging.adapter.dicom.DicomBytes.IMPLICIT;
import static io.equipoise.imaging.adapter.dicom.DicomBytes.UNDEFINED;
import static io.equipoise.imaging.adapter.dicom.Part10Test.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileFilesTest {
    private static final int ITEM = 0xFFFE_E000;
    private static final int SEQUENCE_END = 0xFFFE_E0DD;

    @Test
    void a_length_of_four_gigabytes_is_not_believed() {
        var data = new DicomBytes().implicit(0x0008_0060, 0xFFFF_FFF0L).raw(new byte[10]);
        assertThat(refused(DicomBytes.file(IMPLICIT, "2.25.9", data), Fault.DICOM_TRUNCATED))
                .contains("(0008,0060)", "announces 4294967280 bytes, 10 are left");
    }

    @Test
    void sequences_a_thousand_deep_are_refused() {
        var data = new DicomBytes();
        for (int depth = 0; depth < 1000; depth++) {
            data.explicit(0x0008_1140, "SQ", UNDEFINED).implicit(ITEM, UNDEFINED);
        }
        assertThat(refused(DicomBytes.file(EXPLICIT, "2.25.9", data), Fault.DICOM_TOO_LARGE))
                .contains("(0008,1140)", "more than 16 deep");
    }

    @Test
    void a_million_empty_items_are_refused() {
        var data = new DicomBytes().explicit(0x0008_1140, "SQ", 8_000_000);
        for (int item = 0; item < 1_000_000; item++) {
            data.implicit(ITEM, 0);
        }
        assertThat(refused(DicomBytes.file(EXPLICIT, "2.25.9", data), Fault.DICOM_TOO_LARGE))
                .contains("more than 65536");
    }

    @Test
    void megabytes_of_metadata_are_refused() {
        var data = new DicomBytes();
        for (int element = 0x1001; element < 0x1061; element++) {
            data.binary(0x0009_0000 | element, "LT", new byte[65_534]);
        }
        assertThat(refused(DicomBytes.file(EXPLICIT, "2.25.9", data), Fault.DICOM_TOO_LARGE))
                .contains("more than 4 MiB");
    }

    @Test
    void an_item_longer_than_its_sequence_is_refused() {
        var data = new DicomBytes()
                .explicit(0x0008_1140, "SQ", 16)
                .implicit(ITEM, 100)
                .raw(new byte[200]);
        assertThat(refused(DicomBytes.file(EXPLICIT, "2.25.9", data), Fault.DICOM_TRUNCATED))
                .contains("(0008,1140)", "announces 100 bytes, 8 are left");
    }

    @Test
    void a_sequence_that_is_never_closed_is_refused() {
        var data = new DicomBytes().explicit(0x0008_1140, "SQ", UNDEFINED).implicit(ITEM, 0);
        assertThat(refused(DicomBytes.file(EXPLICIT, "2.25.9", data), Fault.DICOM_TRUNCATED))
                .contains("0 bytes are left");
    }

    @Test
    void tags_out_of_order_or_twice_are_refused() {
        var twice = new DicomBytes().text(0x0008_0060, "CS", "MR").text(0x0008_0060, "CS", "CT");
        assertThat(refused(DicomBytes.file(EXPLICIT, "2.25.9", twice), Fault.DICOM_MALFORMED))
                .contains("(0008,0060)", "comes after (0008,0060)");
        var back = new DicomBytes().text(0x0010_0020, "LO", "A ").text(0x0008_0060, "CS", "MR");
        assertThat(refused(DicomBytes.file(EXPLICIT, "2.25.9", back), Fault.DICOM_MALFORMED))
                .contains("(0008,0060)", "comes after (0010,0020)");
    }

    @Test
    void odd_lengths_wrong_letters_and_misplaced_tags_are_refused() {
        var odd = new DicomBytes().binary(0x0008_0060, "CS", new byte[] {'M', 'R', 'X'});
        assertThat(refused(DicomBytes.file(EXPLICIT, "2.25.9", odd), Fault.DICOM_MALFORMED))
                .contains("3 is odd");
        var letters = new DicomBytes().text(0x0008_0060, "ZZ", "MR");
        assertThat(refused(DicomBytes.file(EXPLICIT, "2.25.9", letters), Fault.DICOM_MALFORMED))
                .contains("(0008,0060)", "no value representation");
        var item = new DicomBytes().implicit(ITEM, 0);
        assertThat(refused(DicomBytes.file(EXPLICIT, "2.25.9", item), Fault.DICOM_MALFORMED))
                .contains("(fffe,e000)", "no place");
        var half = new DicomBytes().binary(0x0028_0010, "UL", new byte[6]);
        assertThat(refused(DicomBytes.file(EXPLICIT, "2.25.9", half), Fault.DICOM_MALFORMED))
                .contains("no whole number of UL");
    }

    @Test
    void identifiers_and_dates_that_are_none_are_refused() {
        var uid = new DicomBytes().text(0x0008_0018, "UI", "1.2.abc4");
        assertThat(refused(DicomBytes.file(EXPLICIT, "2.25.9", uid), Fault.DICOM_MALFORMED))
                .contains("(0008,0018)", "no UID");
        var date = new DicomBytes().text(0x0008_0020, "DA", "2025-3-6");
        assertThat(refused(DicomBytes.file(EXPLICIT, "2.25.9", date), Fault.DICOM_MALFORMED))
                .contains("(0008,0020)", "YYYYMMDD");
    }

    @Test
    void a_header_that_says_a_wrong_length_is_refused() {
        var file = DicomBytes.image("2.25.1", "2.25.1.1.1", "20250306");
        file[140] = (byte) (file[140] - 20);
        assertThat(refused(file, Fault.DICOM_TRUNCATED)).contains("(0002,0010)", "announces 20 bytes, 14 are left");
    }

    @Test
    void pixels_that_do_not_fit_the_image_are_refused() {
        var data = DicomBytes.imageData("2.25.1", "2.25.1.1.1", "20250306");
        var bytes = data.bytes();
        var larger = new DicomBytes().raw(Arrays.copyOf(bytes, bytes.length - 44));
        larger.binary(0x7FE0_0010, "OW", new byte[30]);
        assertThat(refused(DicomBytes.file(EXPLICIT, "2.25.1.1.1", larger), Fault.DICOM_PIXELS_REFUSED))
                .contains("(7fe0,0010)", "holds 30 bytes where the image announces 32");
    }

    @Test
    void compressed_pixels_are_refused_where_their_frame_is_broken() {
        assertThat(refused(
                        DicomBytes.file(DicomBytes.JPEG, "2.25.9", Part10Test.fragments(0)),
                        Fault.DICOM_PIXELS_REFUSED))
                .contains("without a fragment");
        assertThat(refused(
                        DicomBytes.file(DicomBytes.JPEG, "2.25.9", Part10Test.fragments(6, 8)),
                        Fault.DICOM_PIXELS_REFUSED))
                .contains("table of offsets");
        var open = new DicomBytes()
                .explicit(0x7FE0_0010, "OB", UNDEFINED)
                .implicit(ITEM, UNDEFINED)
                .implicit(SEQUENCE_END, 0);
        assertThat(refused(DicomBytes.file(DicomBytes.JPEG, "2.25.9", open), Fault.DICOM_PIXELS_REFUSED))
                .contains("known length");
        var plain = new DicomBytes().binary(0x7FE0_0010, "OW", new byte[32]);
        assertThat(refused(DicomBytes.file(DicomBytes.JPEG, "2.25.9", plain), Fault.DICOM_PIXELS_REFUSED))
                .contains("says compressed");
        assertThat(refused(DicomBytes.file(EXPLICIT, "2.25.9", Part10Test.fragments(0, 8)), Fault.DICOM_MALFORMED))
                .contains("(7fe0,0010)", "undefined length");
    }
}
