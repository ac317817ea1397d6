package io.equipoise.imaging.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.imaging.domain.Window;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A scan that a calendar expects.
 *
 * @param open false where the calendar cancelled it, or the person left the study
 * @param knownSince when the calendar last said so
 */
public record Expected(
        SubjectId subject,
        String timePoint,
        String title,
        @Nullable LocalDate planned,
        Window window,
        boolean open,
        Instant knownSince) {}
