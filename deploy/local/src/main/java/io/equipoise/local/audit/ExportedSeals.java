package io.equipoise.local.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Seals that were taken away with a signature: checked without the service, and against what it shows today. */
public record ExportedSeals(String form, String service, String exportedAt, List<Seal> seals, String signature) {

    public ExportedSeals {
        seals = List.copyOf(seals);
    }

    public static ExportedSeals of(JsonNode json) {
        return new ExportedSeals(
                json.path("form").asString(""),
                json.path("service").asString(""),
                json.path("exportedAt").asString(""),
                json.path("seals").valueStream().map(Seal::of).toList(),
                json.path("signature").asString(""));
    }

    /** The installation's public key: X.509, base64. */
    public static PublicKey key(String base64) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64.strip())));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("this is no Ed25519 public key in base64", e);
        }
    }

    /** What is wrong with it by itself. */
    public List<String> problems(PublicKey key) {
        var problems = new ArrayList<String>();
        if (!form.equals("equipoise-seals/1")) {
            problems.add("the form " + form + " is not known");
        }
        if (!isSignedBy(key)) {
            problems.add("the signature is not this installation's, or something in it was changed");
        }
        seals.stream()
                .filter(seal -> !seal.holds() || !seal.service().equals(service))
                .forEach(seal -> problems.add(seal.name() + " is not the hash of what it says"));
        return problems;
    }

    /** What the service shows otherwise today. */
    public List<String> problems(Chain today) {
        return today.lacks(seals);
    }

    private boolean isSignedBy(PublicKey key) {
        var text = Stream.concat(
                        Stream.of(form, service, exportedAt), seals.stream().map(Seal::line))
                .collect(Collectors.joining("\n"));
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return false;
        }
    }
}
