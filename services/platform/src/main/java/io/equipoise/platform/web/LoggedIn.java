package io.equipoise.platform.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the caller last proved to be who they say (OpenID Connect Core 1.0, {@code auth_time}).
 *
 * @param at absent where the token does not tell
 */
public record LoggedIn(@Nullable Instant at) {}
