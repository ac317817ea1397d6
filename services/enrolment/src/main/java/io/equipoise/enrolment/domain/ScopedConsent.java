package io.equipoise.enrolment.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person's agreement to something beside taking part, such as the publication of images. It can be taken back alone.
 *
 * @param withdrawnOn null while it holds
 */
public record ScopedConsent(
        String scope, LocalDate givenOn, @Nullable LocalDate withdrawnOn) {}
