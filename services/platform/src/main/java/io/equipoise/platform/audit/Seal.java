package io.equipoise.platform.audit;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A run of a lane's commits under one hash, chained to the one before, so that a changed, removed, inserted or cut-off
 * commit is found.
 *
 * @param ordinal of the seal in its lane, from 1
 * @param from first position sealed
 * @param to last position sealed
 * @param root Merkle root over the commits, hex
 * @param previous the seal before, hex; 64 zeros for the first
 * @param seal over all of these, hex
 */
public record Seal(
        String service, int lane, long ordinal, long from, long to, String root, String previous, String seal) {
    static final String FIRST = "0".repeat(64);

    static Seal over(Seal before, long to, byte[] root) {
        var open = new Seal(
                before.service(),
                before.lane(),
                before.ordinal() + 1,
                before.to() + 1,
                to,
                hex(root),
                before.seal(),
                "");
        return open.closed();
    }

    static Seal none(String service, int lane) {
        return new Seal(service, lane, 0, 0, 0, FIRST, FIRST, FIRST);
    }

    private Seal closed() {
        var hash = hex(Merkle.sha256(content().getBytes(StandardCharsets.UTF_8)));
        return new Seal(service, lane, ordinal, from, to, root, previous, hash);
    }

    private String content() {
        return String.join("|", service, "" + lane, "" + ordinal, "" + from, "" + to, root, previous);
    }

    /** All of it as one line of text. */
    String line() {
        return content() + "|" + seal;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
