package io.equipoise.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;

/** The master key of this machine, which encrypts what no database administrator may read. */
final class KeyFile {

    private static final int BYTES = 32;

    private KeyFile() {}

    /** Made once, readable by its owner only; whoever deletes it forgets everything that was encrypted. */
    static void ensure(Path file) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(file.getParent());
        var temporary = Files.createTempFile(file.getParent(), "keys", null); // readable by its owner only
        Files.writeString(temporary, "master=" + Base64.getEncoder().encodeToString(key) + "\n");
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
