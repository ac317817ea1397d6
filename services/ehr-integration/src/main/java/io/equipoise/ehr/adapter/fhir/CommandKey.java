package io.equipoise.ehr.adapter.fhir;

import io.equipoise.platform.web.Attributions;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.hl7.fhir.r4.model.Bundle;

/**
 * What makes a Bundle the same Bundle: the Idempotency-Key; where a FHIR client sends none, the Bundle's own identifier;
 * where it has none either, its content.
 */
final class CommandKey {
    private CommandKey() {}

    static String of(HttpServletRequest request, Bundle bundle, byte[] body) {
        var header = request.getHeader(Attributions.KEY);
        if (header != null) {
            return header;
        }
        var identifier = bundle.getIdentifier();
        return identifier.hasValue()
                ? "bundle-identifier:" + hash((identifier.getSystem() + "|" + identifier.getValue()).getBytes(StandardCharsets.UTF_8))
                : "bundle:" + hash(body);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
