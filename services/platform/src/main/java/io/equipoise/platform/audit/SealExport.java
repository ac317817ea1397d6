package io.equipoise.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The newest seal of each lane, signed, to be kept where the owner of the service cannot reach it. What is signed is text:
 * the form, the service, the instant, then a line a seal, its fields joined by bars.
 *
 * @param signature Ed25519 over that text in UTF-8, base64
 */
public record SealExport(String form, String service, Instant exportedAt, List<Seal> seals, String signature) {
    private static final String FORM = "equipoise-seals/1";

    public SealExport {
        seals = List.copyOf(seals);
    }

    static SealExport signed(String service, Instant at, List<Seal> seals, PrivateKey key) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(text(service, at, seals).getBytes(StandardCharsets.UTF_8));
            return new SealExport(FORM, service, at, seals, Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("seals cannot be signed", e);
        }
    }

    private static String text(String service, Instant at, List<Seal> seals) {
        return Stream.concat(
                        Stream.of(FORM, service, at.toString()), seals.stream().map(Seal::line))
                .collect(Collectors.joining("\n"));
    }
}
