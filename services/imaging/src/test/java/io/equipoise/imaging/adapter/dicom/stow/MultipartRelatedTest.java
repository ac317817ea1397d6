package io.equipoise.imaging.adapter.dicom.stow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equipoise.imaging.adapter.dicom.stow.MultipartRelated.BrokenBody;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MultipartRelatedTest {
    private static final String BOUNDARY = "BB";

    @Test
    void gives_the_parts_with_their_headers() throws Exception {
        var body = "--BB\r\n"
                + "Content-Type: application/dicom\r\n\r\n"
                + "first\r\n"
                + "--BB\r\n"
                + "content-type:a/b\r\n"
                + "X: y\r\n\r\n\r\n"
                + "--BB--\r\n";
        var parser = parser(body.getBytes(StandardCharsets.ISO_8859_1), 65_536);
        var first = parser.next().orElseThrow();
        assertThat(first.headers()).containsEntry("content-type", "application/dicom");
        assertThat(first.content().readAllBytes()).asString().isEqualTo("first");
        var second = parser.next().orElseThrow();
        assertThat(second.headers()).containsEntry("content-type", "a/b").containsEntry("x", "y");
        assertThat(second.content().readAllBytes()).isEmpty();
        assertThat(parser.next()).isEmpty();
    }

    @Test
    void a_part_that_nobody_read_is_skipped() throws Exception {
        var parser = parser(
                "ignored\r\n--BB\r\n\r\nfirst\r\n--BB  \r\n\r\nsecond\r\n--BB--".getBytes(StandardCharsets.ISO_8859_1),
                3);
        parser.next();
        assertThat(parser.next().orElseThrow().content().readAllBytes())
                .asString()
                .isEqualTo("second");
        assertThat(parser.next()).isEmpty();
    }

    /** Parts full of carriage returns, dashes and half boundaries, handed over in pieces of every size. */
    @Test
    void any_content_comes_out_as_it_went_in_however_it_arrives() throws Exception {
        var chance = new Random(7);
        var letters = "\r\n-B-BBx".getBytes(StandardCharsets.ISO_8859_1);
        for (int round = 0; round < 3000; round++) {
            var parts = new ArrayList<byte[]>();
            for (int part = 0; part < 1 + chance.nextInt(3); part++) {
                parts.add(content(chance, letters));
            }
            var parser = parser(body(parts), 1 + chance.nextInt(9));
            for (var part : parts) {
                assertThat(parser.next().orElseThrow().content().readAllBytes())
                        .as("round %d", round)
                        .isEqualTo(part);
            }
            assertThat(parser.next()).isEmpty();
        }
    }

    @Test
    void a_part_larger_than_the_buffer_comes_through() throws Exception {
        var large = new byte[1_000_000];
        new Random(11).nextBytes(large);
        var parser = parser(body(List.of(large)), 4096);
        assertThat(parser.next().orElseThrow().content().readAllBytes()).isEqualTo(large);
        assertThat(parser.next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no boundary at all",
                "--BB\r\nContent-Type: application/dicom\r\n\r\ncut off",
                "--BB\r\nContent-Type: application/dicom\r\n\r\ncut off\r\n--B",
                "--BB\r\nContent-Type: applic",
                "--BB\r\nno colon\r\n\r\nx\r\n--BB--",
                "--BBB\r\n\r\nx\r\n--BBB--"
            })
    void a_broken_body_is_refused(String body) {
        assertThatThrownBy(() -> readAll(body.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(BrokenBody.class)
                .message()
                .isNotBlank();
    }

    @Test
    void endless_headers_and_endless_lines_are_refused() {
        assertThatThrownBy(() -> readAll(("--BB\r\n" + "A: b\r\n".repeat(100)).getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessageContaining("more than 16 header lines");
        assertThatThrownBy(() -> readAll(("--BB\r\n" + "A".repeat(5000)).getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessageContaining("1024");
        assertThatThrownBy(() -> readAll("x".repeat(20_000).getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessageContaining("boundary");
    }

    @Test
    void every_shorter_body_is_refused() throws IOException {
        var whole = body(List.of("first".getBytes(StandardCharsets.ISO_8859_1), new byte[3]));
        for (int length = 0; length < whole.length - 2; length++) {
            var cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> readAll(cut)).as("cut to %d", length).isInstanceOf(BrokenBody.class);
        }
    }

    private static void readAll(byte[] body) throws IOException, BrokenBody {
        var parser = parser(body, 65_536);
        for (var part = parser.next(); part.isPresent(); part = parser.next()) {
            part.get().content().readAllBytes();
        }
    }

    private static byte[] content(Random chance, byte[] letters) {
        while (true) {
            var content = new byte[chance.nextInt(40)];
            for (int i = 0; i < content.length; i++) {
                content[i] = letters[chance.nextInt(letters.length)];
            }
            if (!new String(content, StandardCharsets.ISO_8859_1).contains("\r\n--BB")
                    && !new String(content, StandardCharsets.ISO_8859_1).startsWith("--BB")) {
                return content;
            }
        }
    }

    private static byte[] body(List<byte[]> parts) throws IOException {
        var body = new ByteArrayOutputStream();
        for (var part : parts) {
            body.write("--BB\r\nContent-Type: application/dicom\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            body.write(part);
            body.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        body.write("--BB--".getBytes(StandardCharsets.ISO_8859_1));
        return body.toByteArray();
    }

    private static MultipartRelated parser(byte[] body, int atOnce) {
        InputStream slow = new FilterInputStream(new ByteArrayInputStream(body)) {
            @Override
            public int read(byte[] into, int at, int most) throws IOException {
                return super.read(into, at, Math.min(most, atOnce));
            }
        };
        return new MultipartRelated(slow, BOUNDARY);
    }
}
