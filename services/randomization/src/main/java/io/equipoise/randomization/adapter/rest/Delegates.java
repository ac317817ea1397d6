package io.equipoise.randomization.adapter.rest;

import io.equipoise.platform.web.Caller;
import io.equipoise.platform.web.ProgramKeys;
import io.equipoise.platform.web.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Other systems that may have subjects of one study randomized, from the environment ({@code
 * EQUIPOISE_RANDOMIZATION_DELEGATES_0_NAME}, {@code _STUDY}, {@code _SECRET}); no others, and nobody by default.
 */
@ConfigurationProperties("equipoise.randomization")
public record Delegates(@DefaultValue List<Delegate> delegates) implements ProgramKeys {
    private static final int SHORTEST = 24;

    public Delegates {
        delegates = List.copyOf(delegates);
    }

    /** One system, one study. */
    public record Delegate(String name, String study, String secret) {
        public Delegate {
            if (secret.length() < SHORTEST) {
                throw new IllegalArgumentException(
                        "the secret of " + name + " has fewer than " + SHORTEST + " characters: let chance make it");
            }
        }

        @Override
        public String toString() {
            return "Delegate[" + name + ", " + study + "]";
        }
    }

    @Override
    public Optional<Caller> caller(String path, String name, String secret) {
        return delegates.stream()
                .filter(known -> known.name().equals(name))
                .filter(known -> path.startsWith("/api/delegated/" + known.study() + "/api/"))
                .filter(known -> MessageDigest.isEqual(bytes(known.secret()), bytes(secret)))
                .findFirst()
                .map(known ->
                        new Caller("delegate:" + known.name(), Set.of(Role.INVESTIGATOR), Set.of(Caller.EVERY_SITE)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
