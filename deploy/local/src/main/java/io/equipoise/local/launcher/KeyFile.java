package io.equipoise.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The keys of this machine: the master key encrypts what no database administrator may read, one pair signs seals, and with
 * another randomization seals what adverse-event alone opens.
 */
final class KeyFile {

    private static final int BYTES = 32;

    private KeyFile() {}

    /** Made once, readable by its owner only; whoever deletes it forgets everything that was encrypted. */
    static void ensure(Path file) throws IOException {
        var lines = new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
        if (!lacks(lines, "master=") && !lacks(lines, "signing=") && !lacks(lines, "opening=")) {
            return;
        }
        if (lacks(lines, "master=")) {
            byte[] key = new byte[BYTES];
            new SecureRandom().nextBytes(key);
            lines.add("master=" + base64(key));
        }
        if (lacks(lines, "signing=")) {
            lines.addAll(pair("Ed25519", "signing=", "verifying="));
        }
        if (lacks(lines, "opening=")) {
            lines.addAll(pair("X25519", "opening=", "sealing="));
        }
        Files.createDirectories(file.getParent());
        var temporary = Files.createTempFile(file.getParent(), "keys", null); // readable by its owner only
        Files.write(temporary, lines);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static boolean lacks(List<String> lines, String beginning) {
        return lines.stream().noneMatch(line -> line.startsWith(beginning));
    }

    private static List<String> pair(String algorithm, String secret, String open) {
        try {
            var pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
            return List.of(
                    secret + base64(pair.getPrivate().getEncoded()),
                    open + base64(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
