package io.equipoise.platform.web;

import java.util.Optional;

/**
 * Programs without an account that send a name and a secret (RFC 7617) or a bearer token of their own kind: a service that
 * has doors for such says whose.
 */
public interface ProgramKeys {

    /** Empty where name and secret do not belong together, or do not open this path. */
    Optional<Caller> caller(String path, String name, String secret);

    /** Whether such a bearer token is a program's, and not of the identity provider. */
    default boolean isToken(String token) {
        return false;
    }

    /** Empty where nobody has this token, or it does not open this path. */
    default Optional<Caller> caller(String path, String token) {
        return Optional.empty();
    }
}
