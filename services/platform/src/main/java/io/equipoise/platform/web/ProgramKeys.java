package io.equipoise.platform.web;

import java.util.Optional;

/** Programs that know no bearer token and send a name and a secret (RFC 7617): a service that has doors for such says whose. */
public interface ProgramKeys {

    /** Empty where name and secret do not belong together, or do not open this path. */
    Optional<Caller> caller(String path, String name, String secret);
}
