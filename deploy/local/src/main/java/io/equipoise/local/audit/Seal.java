package io.equipoise.local.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;

/** A service's seal as its door shows it; computed here a second time, without the service's own code. */
public record Seal(
        String service, int lane, long ordinal, long from, long to, String root, String previous, String seal) {

    static final String FIRST = "0".repeat(64);

    static Seal of(JsonNode json) {
        return new Seal(
                json.path("service").asString(""),
                json.path("lane").asInt(-1),
                json.path("ordinal").asLong(-1),
                json.path("from").asLong(-1),
                json.path("to").asLong(-1),
                json.path("root").asString(""),
                json.path("previous").asString(""),
                json.path("seal").asString(""));
    }

    /** Whether the seal is the hash of what it says; nothing sealed yet is all zeros. */
    boolean holds() {
        return ordinal == 0 ? seal.equals(FIRST) : seal.equals(sha256(content()));
    }

    String line() {
        return content() + "|" + seal;
    }

    String name() {
        return "seal " + ordinal + " of lane " + lane + " (positions " + from + " to " + to + ")";
    }

    private String content() {
        return String.join("|", service, "" + lane, "" + ordinal, "" + from, "" + to, root, previous);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
