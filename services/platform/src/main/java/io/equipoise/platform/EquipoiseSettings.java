package io.equipoise.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What differs from place to place.
 *
 * @param keysFile a file with a line {@code master=<32 bytes, base64>}; or keysMaster holds the same value
 * @param keysSigning an Ed25519 key (PKCS#8, base64), or a line {@code signing=} of the file: signs exported seals
 * @param keysSealing the X25519 key (X.509, base64) of the service that may open what this one seals, or a line {@code
 *     sealing=} of the file
 * @param keysOpening this service's own X25519 key (PKCS#8, base64; earlier ones after it, by commas), or a line {@code
 *     opening=}: only the service that may open is given it
 * @param lanes of the journal: one locally, as many as the topic has partitions elsewhere
 * @param partitions of each topic
 * @param replicas of each topic
 * @param bodyLimit of a request that is not an image, in bytes
 */
@ConfigurationProperties("equipoise")
public record EquipoiseSettings(
        @Nullable String keysFile,
        @Nullable String keysMaster,
        @Nullable String keysSigning,
        @Nullable String keysSealing,
        @Nullable String keysOpening,
        @DefaultValue("1") int lanes,
        @DefaultValue("3") int partitions,
        @DefaultValue("1") short replicas,
        @DefaultValue("2097152") int bodyLimit) {}
