package io.equipoise.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    @Test
    void a_key_of_32_bytes_is_made_once_for_its_owner_only(@TempDir Path home) throws Exception {
        var file = home.resolve("new").resolve("keys");
        KeyFile.ensure(file);
        var line = Files.readString(file);
        KeyFile.ensure(file);

        assertThat(Files.readString(file)).isEqualTo(line);
        assertThat(line).startsWith("master=");
        assertThat(Base64.getDecoder()
                        .decode(line.lines().findFirst().orElseThrow().substring("master=".length())))
                .hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_file_of_an_earlier_release_gets_the_keys_that_it_lacks_and_keeps_its_master_key(@TempDir Path home)
            throws Exception {
        var file = home.resolve("keys");
        Files.writeString(file, "master=old\n");
        KeyFile.ensure(file);
        assertThat(Files.readAllLines(file))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("master=old"),
                        line -> assertThat(line).startsWith("signing="),
                        line -> assertThat(line).startsWith("verifying="),
                        line -> assertThat(line).startsWith("opening="),
                        line -> assertThat(line).startsWith("sealing="));
    }
}
