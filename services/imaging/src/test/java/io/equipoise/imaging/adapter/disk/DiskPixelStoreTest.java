package io.equipoise.imaging.adapter.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equipoise.imaging.application.PixelStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DiskPixelStoreTest {
    private static final byte[] IMAGE = "abc".getBytes(StandardCharsets.US_ASCII);
    private static final String SHA_256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path root;

    @Test
    void a_kept_file_is_found_by_its_digest() throws Exception {
        var store = new DiskPixelStore(root);
        var file = store.takeIn(out -> out.write(IMAGE));
        assertThat(file.sha256()).isEqualTo(SHA_256_OF_ABC);
        assertThat(file.bytes()).isEqualTo(3);
        assertThat(store.place(file.sha256())).doesNotExist();
        store.keep(List.of(file));
        assertThat(store.place(file.sha256())).hasBinaryContent(IMAGE);
        store.discard(List.of(file));
        assertThat(store.place(file.sha256())).exists();
    }

    @Test
    void the_same_bytes_are_kept_once() throws Exception {
        var store = new DiskPixelStore(root);
        store.keep(List.of(store.takeIn(out -> out.write(IMAGE))));
        store.keep(List.of(store.takeIn(out -> out.write(IMAGE))));
        assertThat(files()).containsExactly(store.place(SHA_256_OF_ABC));
    }

    @Test
    void a_file_that_is_too_large_leaves_nothing() {
        var store = new DiskPixelStore(root);
        assertThatThrownBy(() -> store.hold(new ByteArrayInputStream(IMAGE), 2))
                .isInstanceOf(PixelStore.TooLarge.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void a_sender_that_breaks_off_leaves_nothing() {
        var store = new DiskPixelStore(root);
        var broken = new SequenceInputStream(new ByteArrayInputStream(IMAGE), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        });
        assertThatThrownBy(() -> store.hold(broken, 100)).isInstanceOf(IOException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void what_was_discarded_is_gone_and_what_a_crash_left_is_gone_after_the_next_start() throws Exception {
        var store = new DiskPixelStore(root);
        store.discard(List.of(store.takeIn(out -> out.write(IMAGE))));
        assertThat(files()).isEmpty();
        store.takeIn(out -> out.write(IMAGE));
        assertThat(files()).hasSize(1);
        new DiskPixelStore(root);
        assertThat(files()).isEmpty();
    }

    @Test
    void a_disk_that_takes_nothing_is_our_trouble() throws IOException {
        var store = new DiskPixelStore(root);
        Files.delete(root.resolve("incoming"));
        assertThatThrownBy(() -> store.takeIn(out -> out.write(IMAGE))).isInstanceOf(PixelStore.Unavailable.class);
    }

    @Test
    void what_is_sent_is_read_back_and_is_on_disk_in_no_readable_form() throws Exception {
        var store = new DiskPixelStore(root);
        var sent = new byte[200_001];
        Arrays.fill(sent, (byte) 'A');
        try (var original = store.hold(new ByteArrayInputStream(sent), 300_000)) {
            assertThat(original.bytes()).isEqualTo(200_001);
            assertThat(files()).hasSize(1);
            assertThat(new String(Files.readAllBytes(files().getFirst()), StandardCharsets.ISO_8859_1))
                    .hasSize(200_001)
                    .doesNotContain("AAAA");
            for (int at : new int[] {0, 1, 15, 16, 17, 65_535, 70_001, 199_000}) {
                var back = ByteBuffer.allocate(1000);
                assertThat(original.content().position(at).read(back)).isEqualTo(1000);
                assertThat(back.array()).containsOnly('A');
            }
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void a_writer_that_fails_leaves_nothing() {
        var store = new DiskPixelStore(root);
        assertThatThrownBy(() -> store.takeIn(out -> {
                    out.write(IMAGE);
                    throw new IOException("broken");
                }))
                .isInstanceOf(PixelStore.Unavailable.class);
        assertThat(files()).isEmpty();
    }

    private List<Path> files() {
        try (var all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
