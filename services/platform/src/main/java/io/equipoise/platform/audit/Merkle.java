package io.equipoise.platform.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** The root over a run of leaves; leaves and inner nodes are hashed apart (RFC 6962, section 2.1). */
final class Merkle {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Merkle() {}

    static byte[] leaf(byte[] content) {
        return sha256(new byte[] {LEAF}, content);
    }

    static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            throw new IllegalArgumentException("a run has at least one leaf");
        }
        var level = new ArrayList<>(leaves);
        while (level.size() > 1) {
            var above = new ArrayList<byte[]>();
            for (int i = 0; i < level.size(); i += 2) {
                above.add(
                        i + 1 < level.size()
                                ? sha256(new byte[] {NODE}, level.get(i), level.get(i + 1))
                                : level.get(i));
            }
            level = above;
        }
        return level.getFirst();
    }

    static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
