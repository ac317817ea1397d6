package io.equipoise.contracts.envelope;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.equipoise.contracts.SubjectId;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * One subject's arm in a file of {@value #LENGTH} bytes, whatever the arm: AES-256-GCM under a key of the envelope's own,
 * which two shares of the study's opening key make. What stands on it in clear is bound to what is in it.
 */
public record SealedEnvelope(SubjectId subject, Instant madeAt, String key, String sealed) {
    /** The size of every envelope, in bytes. */
    public static final int LENGTH = 2048;

    /** How many random bytes sealing takes. */
    public static final int NONCE = 12;

    private static final String NAME = "equipoise.sealed-envelope.v1";
    private static final int CONTENT = 1024;
    private static final int TAG_BITS = 128;
    private static final Pattern FORM = Pattern.compile(
            NAME + "\nsubject: (\\S+)\nmade-at: (\\S+)\nkey: ([0-9a-f]{8})\nsealed: ([A-Za-z0-9_-]+)\n.*",
            Pattern.DOTALL);

    /** @param nonce of {@value #NONCE} random bytes, never used twice */
    public static SealedEnvelope seal(Enclosed enclosed, OpeningKey key, Instant madeAt, byte[] nonce) {
        var address = address(enclosed.subject(), madeAt, key.id());
        var content = Arrays.copyOf(
                "%s\n%s\n%s\n"
                        .formatted(enclosed.subject(), enclosed.arm(), enclosed.title())
                        .getBytes(UTF_8),
                CONTENT);
        try {
            var body = cipher(Cipher.ENCRYPT_MODE, key.keyOf(address), address, nonce)
                    .doFinal(content);
            var all = Arrays.copyOf(nonce, NONCE + body.length);
            System.arraycopy(body, 0, all, NONCE, body.length);
            var sealed = Base64.getUrlEncoder().withoutPadding().encodeToString(all);
            return new SealedEnvelope(enclosed.subject(), madeAt, key.id(), sealed);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Empty where the shares do not open it, or where it was changed. */
    public Optional<Enclosed> open(OpeningKey with) {
        var address = address(subject, madeAt, key);
        try {
            var all = Base64.getUrlDecoder().decode(sealed);
            var cipher = cipher(Cipher.DECRYPT_MODE, with.keyOf(address), address, Arrays.copyOf(all, NONCE));
            var lines = new String(cipher.doFinal(all, NONCE, all.length - NONCE), UTF_8).split("\n", -1);
            return Optional.of(new Enclosed(subject, lines[1], lines[2]));
        } catch (GeneralSecurityException | IllegalArgumentException changed) {
            return Optional.empty();
        }
    }

    /** The file, always of the same size. */
    public String text() {
        var lines = """
            %s
            subject: %s
            made-at: %s
            key: %s
            sealed: %s
            To open: ./equipoise open-envelope FILE, with the shares of two people. Opening it breaks this subject's code.
            Opened by, at, why: ________________________________________________________________
            Reported, so that the journal has it, by, at: ______________________________________
            """.formatted(NAME, subject, madeAt, key, sealed);
        return lines + ".".repeat(LENGTH - lines.length() - 1) + "\n";
    }

    /** Empty where it is no envelope. */
    public static Optional<SealedEnvelope> parse(String text) {
        var found = FORM.matcher(text.replace("\r\n", "\n"));
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            var madeAt = Instant.parse(found.group(2));
            return SubjectId.parse(found.group(1))
                    .map(subject -> new SealedEnvelope(subject, madeAt, found.group(3), found.group(4)));
        } catch (java.time.DateTimeException noInstant) {
            return Optional.empty();
        }
    }

    private static String address(SubjectId subject, Instant madeAt, String key) {
        return String.join("|", NAME, subject.toString(), madeAt.toString(), key);
    }

    private static Cipher cipher(int mode, SecretKey key, String address, byte[] nonce)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(address.getBytes(US_ASCII));
        return cipher;
    }
}
