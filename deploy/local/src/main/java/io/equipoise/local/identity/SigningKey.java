package io.equipoise.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.ParseException;
import java.util.UUID;

/** The key that signs tokens. It is kept in a file, so that a token outlives a restart of the provider. */
final class SigningKey {

    private SigningKey() {}

    static JWKSet at(Path file) throws IOException, JOSEException, ParseException {
        if (!Files.exists(file)) {
            var key = new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
            keep(file, key);
        }
        return new JWKSet(RSAKey.parse(Files.readString(file)));
    }

    /** Whole or not at all: the provider may be killed at any instant. */
    private static void keep(Path file, RSAKey key) throws IOException {
        Files.createDirectories(file.getParent());
        var temporary = Files.createTempFile(file.getParent(), "key", null); // readable by the owner only
        Files.writeString(temporary, key.toJSONString());
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
