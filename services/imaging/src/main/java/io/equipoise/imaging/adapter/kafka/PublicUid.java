package io.equipoise.imaging.adapter.kafka;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The identifier by which a study is known outside: made from the random scan number alone (PS3.5 annex B.2), so that it
 * leads back to no hospital's archive. The scanner's own stays here, to know a repeat by.
 */
final class PublicUid {
    private static final String ROOT = "2.25.";

    private PublicUid() {}

    static String of(String scan) {
        var name = UUID.nameUUIDFromBytes(("scan/" + scan).getBytes(StandardCharsets.US_ASCII));
        return ROOT + new BigInteger(name.toString().replace("-", ""), 16);
    }
}
