package io.equipoise.imaging.adapter.dicom;

import static io.equipoise.imaging.adapter.dicom.DicomBytes.EXPLICIT;
import static io.equipoise.imaging.adapter.dicom.DicomBytes.UNDEFINED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class Part10Test {
    private static final int REFERENCED = 0x0008_1140;
    private static final int ITEM = 0xFFFE_E000;
    private static final int ITEM_END = 0xFFFE_E00D;
    private static final int SEQUENCE_END = 0xFFFE_E0DD;
    private static final DicomBytes IMAGE = DicomBytes.imageData("2.25.1", "2.25.1.1.1", "20250306");

    @ParameterizedTest
    @ValueSource(strings = {"MR_small.dcm", "MR_small_implicit.dcm"})
    void reads_an_image_that_a_scanner_wrote(String name) throws IOException {
        var data = read(sample(name)).data();
        assertThat(data.text(Tag.MODALITY)).contains("MR");
        assertThat(data.text(Tag.STUDY_DATE)).contains("20040826");
        assertThat(data.text(Tag.CONTRAST_AGENT)).isEmpty();
        assertThat(data.number(Tag.ROWS)).contains(64L);
        assertThat(data.texts(new Tag(0x0020, 0x0032))).containsExactly("-83.9063", "-91.2000", "6.6406");
        assertThat(data.find(new Tag(0x0028, 0x0106)).orElseThrow().vr()).isEqualTo(Vr.SS);
        assertThat(data.find(Tag.PIXEL_DATA).orElseThrow().value()).isInstanceOf(Value.Left.class);
    }

    @Test
    void implicit_and_explicit_say_the_same() throws IOException {
        var explicit = DicomJson.of(read(sample("MR_small.dcm")).data());
        assertThat(DicomJson.of(read(sample("MR_small_implicit.dcm")).data())).isEqualTo(explicit);
    }

    @Test
    void reads_sequences_of_every_form_of_length() {
        var item = new DicomBytes().text(0x0008_1150, "UI", DicomBytes.MR);
        for (boolean sequenceOpen : List.of(true, false)) {
            for (boolean itemOpen : List.of(true, false)) {
                var read = read(DicomBytes.file(EXPLICIT, "2.25.9", sequence(item, sequenceOpen, itemOpen)));
                var value =
                        read.data().find(new Tag(0x0008, 0x1140)).orElseThrow().value();
                assertThat(value).isInstanceOfSatisfying(Value.Items.class, items -> {
                    assertThat(items.items()).hasSize(1);
                    assertThat(items.items().getFirst().elements()).hasSize(1);
                    assertThat(items.items().getFirst().texts(Tag.REFERENCED_SOP_CLASS))
                            .containsExactly(DicomBytes.MR);
                });
            }
        }
    }

    @Test
    void reads_an_unknown_sequence_of_undefined_length_as_implicit() {
        var data = new DicomBytes()
                .explicit(0x0009_1001, "UN", UNDEFINED)
                .implicit(ITEM, UNDEFINED)
                .implicit(0x0008_0060, 2)
                .raw("MR".getBytes(StandardCharsets.US_ASCII))
                .implicit(ITEM_END, 0)
                .implicit(SEQUENCE_END, 0);
        var value = read(DicomBytes.file(EXPLICIT, "2.25.9", data))
                .data()
                .find(new Tag(0x0009, 0x1001))
                .orElseThrow()
                .value();
        assertThat(((Value.Items) value).items().getFirst().text(Tag.MODALITY)).contains("MR");
    }

    @Test
    void reads_text_in_the_character_set_that_the_file_names() {
        var data = new DicomBytes().text(0x0008_0005, "CS", "ISO_IR 100").text(0x0008_0080, "LO", "Universit\u00e4t");
        assertThat(read(DicomBytes.file(EXPLICIT, "2.25.9", data)).data().text(new Tag(0x0008, 0x0080)))
                .contains("Universit\u00e4t");
    }

    @Test
    void counts_the_fragments_of_compressed_pixels() {
        var read = read(DicomBytes.file(DicomBytes.JPEG, "2.25.9", fragments(0, 8, 6)));
        assertThat(read.data().find(Tag.PIXEL_DATA).orElseThrow().value()).isEqualTo(new Value.Fragments(2, 14));
    }

    @Test
    void every_shorter_file_is_refused_and_says_where() throws IOException {
        for (var name : List.of("MR_small.dcm", "MR_small_implicit.dcm")) {
            var whole = sample(name);
            for (int length = 0; length < whole.length; length++) {
                assertSaysWhere(Part10.read(new InMemory(Arrays.copyOf(whole, length))), name + " cut to " + length);
            }
        }
    }

    /** A file that ends between two elements is a file; that pixels are missing is for the intake to see. */
    private static void assertSaysWhere(Reading reading, String cut) {
        switch (reading) {
            case Reading.Refused(var fault, var detail) -> {
                assertThat(fault)
                        .as(cut)
                        .isIn(Fault.DICOM_TRUNCATED, Fault.DICOM_NOT_PART_10, Fault.DICOM_ATTRIBUTE_MISSING);
                assertThat(detail).as(cut).containsPattern("\\([0-9a-f]{4},[0-9a-f]{4}\\)|at byte [0-9]+");
            }
            case Reading.Read(var file) ->
                assertThat(file.data().elements().values())
                        .as(cut)
                        .allSatisfy(element -> assertThat(element.length()).isNotNegative());
        }
    }

    @Test
    void names_the_tag_whose_value_is_cut_off() throws IOException {
        var cut = sample("MR_small.dcm");
        assertThat(refused(Arrays.copyOf(cut, 9000), Fault.DICOM_TRUNCATED))
                .isEqualTo("(7fe0,0010) at byte 1500: announces 8192 bytes, 7500 are left");
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.840.10008.1.2.2, it is big-endian",
        "1.2.840.10008.1.2.1.99, it is deflated",
        "1.2.840.10008.1.2.9, we do not know it"
    })
    void transfer_syntaxes_that_are_not_taken_are_refused_by_name(String uid, String why) {
        assertThat(refused(DicomBytes.file(uid, "2.25.9", IMAGE), Fault.DICOM_SYNTAX_NOT_TAKEN))
                .contains(uid, why, "(0002,0010)");
    }

    @Test
    void a_preamble_that_hides_a_program_is_refused() {
        var file = DicomBytes.file(EXPLICIT, "2.25.9", IMAGE);
        file[0] = 'M';
        file[1] = 'Z';
        assertThat(refused(file, Fault.DICOM_PREAMBLE_REFUSED)).contains("at byte 0");
        file[0] = 0;
        assertThat(refused(file, Fault.DICOM_PREAMBLE_REFUSED)).contains("at byte 1");
    }

    @Test
    void a_preamble_that_is_a_tiff_header_is_taken() {
        for (var start : List.of("II*\0", "MM\0*", "II+\0", "MM\0+")) {
            var file = DicomBytes.file(EXPLICIT, "2.25.9", IMAGE);
            System.arraycopy(start.getBytes(StandardCharsets.US_ASCII), 0, file, 0, 4);
            file[60] = 42;
            assertThat(read(file).data().text(Tag.MODALITY)).contains("MR");
        }
    }

    @Test
    void what_is_not_dicom_is_refused() {
        assertThat(refused("<html>".repeat(40).getBytes(StandardCharsets.US_ASCII), Fault.DICOM_NOT_PART_10))
                .contains("byte 128");
        assertThat(refused(new byte[0], Fault.DICOM_NOT_PART_10)).contains("byte 128");
    }

    private static DicomBytes sequence(DicomBytes item, boolean sequenceOpen, boolean itemOpen) {
        var inner = new DicomBytes()
                .implicit(ITEM, itemOpen ? UNDEFINED : item.bytes().length)
                .raw(item);
        if (itemOpen) {
            inner.implicit(ITEM_END, 0);
        }
        var outer = new DicomBytes()
                .explicit(REFERENCED, "SQ", sequenceOpen ? UNDEFINED : inner.bytes().length)
                .raw(inner);
        return sequenceOpen ? outer.implicit(SEQUENCE_END, 0) : outer;
    }

    static DicomBytes fragments(int table, int... lengths) {
        var pixels = new DicomBytes()
                .explicit(0x7FE0_0010, "OB", UNDEFINED)
                .implicit(ITEM, table)
                .raw(new byte[table]);
        for (int length : lengths) {
            pixels.implicit(ITEM, length).raw(new byte[length]);
        }
        return pixels.implicit(SEQUENCE_END, 0);
    }

    static byte[] sample(String name) throws IOException {
        try (var in = Part10Test.class.getResourceAsStream("/dicom/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    static DicomFile read(byte[] file) {
        var reading = Part10.read(new InMemory(file));
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).file();
    }

    static String refused(byte[] file, Fault fault) {
        var reading = Part10.read(new InMemory(file));
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        assertThat(((Reading.Refused) reading).fault()).isEqualTo(fault);
        return ((Reading.Refused) reading).detail();
    }
}
