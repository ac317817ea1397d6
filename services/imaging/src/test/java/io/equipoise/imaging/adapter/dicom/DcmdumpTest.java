package io.equipoise.imaging.adapter.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another reader, dcmtk's dcmdump, sees the same elements in the same files. Says so when it is not installed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DcmdumpTest {
    private static final Path DCMDUMP = Path.of("/usr/bin/dcmdump");
    private static final Pattern LINE =
            Pattern.compile(" *(\\([0-9a-f]{4},[0-9a-f]{4}\\)) ([A-Za-z]{2}) (.*?) +# +(u/l|[0-9]+), *[0-9]+ .*");

    @TempDir
    Path dir;

    @BeforeEach
    void dcmdump_is_installed() {
        assumeTrue(Files.isExecutable(DCMDUMP), "dcmdump (Debian package dcmtk) is not installed: nothing compared");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MR_small.dcm", "MR_small_implicit.dcm"})
    void sees_what_we_see_in_a_scanners_file(String name) throws Exception {
        assertSeenAlike(Part10Test.sample(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MR_small.dcm", "MR_small_implicit.dcm"})
    void sees_what_we_see_in_a_de_identified_file(String name) throws Exception {
        assertSeenAlike(Cleansing.cleansed(Part10Test.sample(name)));
    }

    @Test
    void sees_what_we_see_in_a_file_of_our_own() throws Exception {
        assertSeenAlike(DicomBytes.image("2.25.1", "2.25.1.1.1", "20250306"));
    }

    @Test
    void sees_what_we_see_in_sequences() throws Exception {
        var data = DicomBytes.imageData("2.25.1", "2.25.1.1.1", "20250306").bytes();
        var nested = new DicomBytes()
                .explicit(0x0008_1140, "SQ", DicomBytes.UNDEFINED)
                .implicit(0xFFFE_E000, DicomBytes.UNDEFINED)
                .text(0x0008_1150, "UI", DicomBytes.MR)
                .explicit(0x0040_A170, "SQ", 16)
                .implicit(0xFFFE_E000, 8)
                .number(0x0028_0010, "US", 0, 0)
                .implicit(0xFFFE_E00D, 0)
                .implicit(0xFFFE_E0DD, 0);
        var file = new DicomBytes().raw(data).explicit(0x7FE1_1010, "SQ", nested.bytes().length + 8L);
        file.implicit(0xFFFE_E000, nested.bytes().length).raw(nested);
        assertSeenAlike(DicomBytes.file(DicomBytes.EXPLICIT, "2.25.1.1.1", file));
    }

    private void assertSeenAlike(byte[] bytes) throws Exception {
        var file = Files.write(dir.resolve("file.dcm"), bytes);
        var ours = Part10Test.read(bytes);
        var seen = Stream.concat(seen(ours.header()), seen(ours.data())).toList();
        assertThat(seen).hasSizeGreaterThan(15).isEqualTo(dumped(file));
    }

    private static Stream<String> seen(DataSet data) {
        return data.elements().values().stream()
                .flatMap(element -> Stream.concat(
                        Stream.of("%s %s %s %s"
                                .formatted(element.tag(), element.vr(), length(element), shown(element.value()))),
                        element.value() instanceof Value.Items(var items)
                                ? items.stream().flatMap(DcmdumpTest::seen)
                                : Stream.empty()));
    }

    private static String length(Element element) {
        return element.length() < 0 ? "u/l" : String.valueOf(element.length());
    }

    private static String shown(Value value) {
        return switch (value) {
            case Value.Texts(var texts) -> String.join("\\", texts);
            case Value.Numbers(var numbers) ->
                numbers.stream().map(String::valueOf).collect(Collectors.joining("\\"));
            case Value.Tags(var tags) -> tags.toString();
            case Value.Items _, Value.Left _, Value.Fragments _ -> "";
        };
    }

    private static List<String> dumped(Path file) throws IOException, InterruptedException {
        var process = new ProcessBuilder(DCMDUMP.toString(), "-Un", "+L", file.toString())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        var lines = new ArrayList<String>();
        for (var line : output.lines().toList()) {
            var found = LINE.matcher(line);
            if (found.matches()
                    && !found.group(2).equals("na")
                    && !found.group(1).equals("(0002,0000)")) {
                lines.add("%s %s %s %s"
                        .formatted(
                                found.group(1), found.group(2), found.group(4), value(found.group(2), found.group(3))));
            }
        }
        return lines;
    }

    private static String value(String vr, String printed) {
        if (List.of("SQ", "OB", "OW", "UN").contains(vr) || printed.startsWith("(no value")) {
            return "";
        }
        return printed.startsWith("[") ? printed.substring(1, printed.length() - 1) : printed;
    }
}
