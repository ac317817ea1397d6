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
 * Other systems, from the environment; no others, and nobody by default. Those that may have subjects of one study
 * randomized ({@code EQUIPOISE_RANDOMIZATION_DELEGATES_0_NAME}, {@code _STUDY}, {@code _SECRET}), and those that decide for one
 * study and tell ({@code EQUIPOISE_RANDOMIZATION_ASSIGNERS_0_NAME}, {@code _STUDY}, {@code _TOKEN}).
 */
@ConfigurationProperties("equipoise.randomization")
public record Delegates(
        @DefaultValue List<Delegate> delegates,
        @DefaultValue List<Assigner> assigners) implements ProgramKeys {
    private static final int SHORTEST = 24;

    /** How the tokens of such systems begin. */
    private static final String TOKEN = "edcrtsm_";

    public Delegates {
        delegates = List.copyOf(delegates);
        assigners = List.copyOf(assigners);
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

    /** One system that decides for one study. */
    public record Assigner(String name, String study, String token) {
        public Assigner {
            if (!token.startsWith(TOKEN) || token.length() < TOKEN.length() + SHORTEST) {
                throw new IllegalArgumentException("the token of " + name + " is " + TOKEN + " and " + SHORTEST
                        + " or more characters: let chance make them");
            }
        }

        @Override
        public String toString() {
            return "Assigner[" + name + ", " + study + "]";
        }
    }

    @Override
    public boolean isToken(String token) {
        return token.startsWith(TOKEN);
    }

    /** Who tells what people get may know it. */
    @Override
    public Optional<Caller> caller(String path, String token) {
        return assigners.stream()
                .filter(known -> path.equals("/api/studies/" + known.study() + "/rtsm/assignments"))
                .filter(known -> MessageDigest.isEqual(bytes(known.token()), bytes(token)))
                .findFirst()
                .map(known ->
                        new Caller("assigner:" + known.name(), Set.of(Role.STATISTICIAN), Set.of(Caller.EVERY_SITE)));
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
