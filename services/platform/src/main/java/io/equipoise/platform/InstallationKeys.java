package io.equipoise.platform;

import io.equipoise.platform.hpke.RecipientKey;
import io.equipoise.platform.hpke.RecipientKeys;
import io.equipoise.platform.hpke.RecipientSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an installation, which never lie in a database: from the environment, or from a key file.
 *
 * @param master wraps the keys of studies and people; 32 bytes in base64
 * @param signing signs what leaves the house to be held against it later; an installation may have none
 * @param recipient what one service seals to another
 */
record InstallationKeys(String master, Optional<PrivateKey> signing, RecipientKeys recipient) {

    static InstallationKeys of(EquipoiseSettings settings) throws IOException {
        var master = value(settings.keysMaster(), "master=", settings)
                .orElseThrow(() -> new IllegalStateException(
                        settings.keysFile() == null
                                ? "set equipoise.keys-file, or EQUIPOISE_KEYSMASTER to 32 bytes in base64"
                                : "the key file has no line master="));
        var signing = value(settings.keysSigning(), "signing=", settings).map(InstallationKeys::privateKey);
        var recipient = new RecipientKeys(
                value(settings.keysSealing(), "sealing=", settings).map(RecipientKey::of),
                value(settings.keysOpening(), "opening=", settings).map(RecipientSecret::of));
        return new InstallationKeys(master, signing, recipient);
    }

    private static Optional<String> value(@Nullable String given, String line, EquipoiseSettings settings)
            throws IOException {
        if (given != null || settings.keysFile() == null) {
            return Optional.ofNullable(given).filter(text -> !text.isBlank());
        }
        return Files.readAllLines(Path.of(settings.keysFile())).stream()
                .filter(found -> found.startsWith(line))
                .findFirst()
                .map(found -> found.substring(line.length()));
    }

    private static PrivateKey privateKey(String base64) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("the signing key is not an Ed25519 key in PKCS#8 and base64", e);
        }
    }
}
