package io.equipoise.imaging.adapter.dicom;

import static io.equipoise.imaging.adapter.dicom.Cleansing.ANNA;
import static io.equipoise.imaging.adapter.dicom.Cleansing.BORIS;
import static io.equipoise.imaging.adapter.dicom.Cleansing.ELSEWHERE;
import static io.equipoise.imaging.adapter.dicom.Cleansing.cleansed;
import static io.equipoise.imaging.adapter.dicom.Cleansing.searchable;
import static io.equipoise.imaging.adapter.dicom.Part10Test.read;
import static io.equipoise.imaging.adapter.dicom.Part10Test.sample;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.Acceptance;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeidentifierTest {
    private static final Tag SERIES_DATE = Tag.SERIES_DATE;

    @ParameterizedTest
    @ValueSource(strings = {"MR_small.dcm", "MR_small_implicit.dcm"})
    @Acceptance("IN-7")
    void nothing_by_which_a_scanners_file_knows_its_patient_is_left_in_any_byte(String name) throws Exception {
        var original = read(sample(name));
        var found = searchable(cleansed(sample(name)));
        var identifying = new ArrayList<String>();
        for (var tag : List.of(0x0010_0010, 0x0010_0020, 0x0008_0080, 0x0008_1010, 0x0018_1000, 0x0020_4000)) {
            identifying.addAll(original.data().texts(Tag.of(tag)));
        }
        for (var element : original.data().elements().values()) {
            if (element.vr() == Vr.UI && !element.tag().equals(Tag.SOP_CLASS)) {
                identifying.addAll(original.data().texts(element.tag()));
            }
        }
        assertThat(identifying).hasSizeGreaterThan(9).contains("CompressedSamples^MR1", "4MR1", "TOSHIBA");
        assertThat(found).doesNotContain(identifying).doesNotContain("20040826", "CLUNIE1", "DCTOOL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MR_small.dcm", "MR_small_implicit.dcm"})
    @Acceptance("IN-7")
    void pixels_and_what_they_need_are_the_same_bit_by_bit(String name) throws Exception {
        var before = sample(name);
        var after = cleansed(before);
        assertThat(pixels(after)).isEqualTo(pixels(before)).hasSize(8192);
        for (var tag : List.of(Tag.ROWS, Tag.COLUMNS, Tag.BITS_ALLOCATED, Tag.PIXEL_REPRESENTATION)) {
            assertThat(read(after).data().number(tag))
                    .isEqualTo(read(before).data().number(tag))
                    .isPresent();
        }
        for (var tag : List.of(0x0018_0050, 0x0018_0080, 0x0018_0081, 0x0020_0032, 0x0020_0037, 0x0028_0030)) {
            assertThat(read(after).data().texts(Tag.of(tag)))
                    .isEqualTo(read(before).data().texts(Tag.of(tag)))
                    .isNotEmpty();
        }
        assertThat(read(after).transferSyntax()).isEqualTo(read(before).transferSyntax());
    }

    @Test
    void compressed_pixels_are_the_same_bit_by_bit() {
        var fragments = new DicomBytes()
                .explicit(0x7FE0_0010, "OB", DicomBytes.UNDEFINED)
                .implicit(0xFFFE_E000, 0)
                .implicit(0xFFFE_E000, 4)
                .raw(new byte[] {1, 2, 3, 4})
                .implicit(0xFFFE_E0DD, 0)
                .bytes();
        var data = DicomBytes.imageData("2.25.1", "2.25.1.1.1", "20250306").bytes();
        var whole = new DicomBytes().raw(Arrays.copyOf(data, data.length - 44)).raw(fragments);
        var after = cleansed(DicomBytes.file(DicomBytes.JPEG, "2.25.1.1.1", whole));
        assertThat(Arrays.copyOfRange(after, after.length - fragments.length, after.length))
                .isEqualTo(fragments);
        assertThat(read(after).transferSyntax()).isEqualTo(DicomBytes.JPEG);
    }

    @Test
    @Acceptance("IN-7")
    void the_file_says_that_and_how_it_was_de_identified_and_whose_trial_it_is_of() throws Exception {
        var data = read(cleansed(sample("MR_small.dcm"))).data();
        assertThat(data.texts(Tag.of(0x0012_0062))).containsExactly("YES");
        assertThat(data.texts(Tag.of(0x0012_0063)).getFirst())
                .contains("PS3.15 2026c")
                .hasSizeLessThan(65);
        assertThat(data.find(Tag.of(0x0012_0064)).orElseThrow().value())
                .isInstanceOfSatisfying(
                        Value.Items.class,
                        codes -> assertThat(codes.items())
                                .extracting(
                                        code -> code.text(Tag.of(0x0008_0100)).orElse(""))
                                .containsExactly("113100", "113107"));
        assertThat(data.texts(Tag.of(0x0028_0303))).containsExactly("MODIFIED");
        assertThat(data.texts(Tag.of(0x0012_0020))).containsExactly("NCT07146087");
        assertThat(data.texts(Tag.of(0x0012_0030))).containsExactly("01");
        assertThat(data.texts(Tag.of(0x0012_0040))).containsExactly("NCT07146087-01-0001");
        assertThat(data.texts(Tag.of(0x0012_0050))).containsExactly("WEEK_24");
    }

    @Test
    void identifiers_become_others_that_still_belong_together() {
        var first = read(cleansed(DicomBytes.image("2.25.1", "2.25.1.1.1", "20250306")));
        var second = read(cleansed(DicomBytes.image("2.25.1", "2.25.1.1.2", "20250306")));
        assertThat(first.data().text(Tag.STUDY_INSTANCE))
                .isEqualTo(second.data().text(Tag.STUDY_INSTANCE));
        assertThat(first.data().text(Tag.SERIES_INSTANCE))
                .isEqualTo(second.data().text(Tag.SERIES_INSTANCE));
        assertThat(first.data().text(Tag.SOP_INSTANCE))
                .isNotEqualTo(second.data().text(Tag.SOP_INSTANCE));
        for (var file : List.of(first, second)) {
            assertThat(file.data().text(Tag.SOP_INSTANCE).orElseThrow()).matches("2\\.25\\.[1-9][0-9]{30,38}");
            assertThat(file.header().text(Tag.FILE_SOP_INSTANCE))
                    .isEqualTo(file.data().text(Tag.SOP_INSTANCE));
        }
    }

    @Test
    void the_same_file_becomes_the_same_file_and_under_another_key_another() throws Exception {
        var file = sample("MR_small.dcm");
        assertThat(cleansed(file)).isEqualTo(cleansed(file.clone()));
        assertThat(read(cleansed(file, BORIS)).data().text(Tag.SOP_INSTANCE))
                .isEqualTo(read(cleansed(file, ANNA)).data().text(Tag.SOP_INSTANCE));
        assertThat(read(cleansed(file, ELSEWHERE)).data().text(Tag.SOP_INSTANCE))
                .isNotEqualTo(read(cleansed(file, ANNA)).data().text(Tag.SOP_INSTANCE));
    }

    @Test
    void a_persons_days_keep_their_distances_and_each_person_has_another_shift() {
        var march = moved("20250306", Cleansing.cleansed(dated("20250306"), ANNA));
        var august = moved("20250826", Cleansing.cleansed(dated("20250826"), ANNA));
        assertThat(march).isEqualTo(august).isBetween(1L, 3650L);
        assertThat(moved("20250306", Cleansing.cleansed(dated("20250306"), BORIS)))
                .isNotEqualTo(march);
    }

    @Test
    void what_is_asked_of_the_window_is_the_day_before_it_was_moved() {
        var result = Cleansing.of(dated("20250306"), ANNA);
        assertThat(result)
                .isInstanceOfSatisfying(
                        Deidentifier.Result.Deidentified.class,
                        made -> assertThat(made.header().acquiredOn()).isEqualTo("2025-03-06"));
    }

    private static byte[] dated(String date) {
        return DicomBytes.image("2.25.1", "2.25.1.1.1", date);
    }

    private static long moved(String from, byte[] file) {
        var day = DateTimeFormatter.BASIC_ISO_DATE;
        var to = read(file).data().text(Tag.STUDY_DATE).orElseThrow();
        assertThat(read(file).data().find(SERIES_DATE)).isEmpty();
        return ChronoUnit.DAYS.between(LocalDate.parse(to, day), LocalDate.parse(from, day));
    }

    private static byte[] pixels(byte[] file) {
        var element = read(file).data().find(Tag.PIXEL_DATA).orElseThrow();
        return Arrays.copyOfRange(file, (int) element.at(), (int) element.end());
    }
}
