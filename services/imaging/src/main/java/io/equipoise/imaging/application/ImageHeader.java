package io.equipoise.imaging.application;

import io.equipoise.imaging.domain.Contrast;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the trial takes from one image's header; nothing that says who was scanned. */
public record ImageHeader(
        String sopClassUid,
        String sopInstanceUid,
        String studyInstanceUid,
        String modality,
        @Nullable String bodyPart,
        Contrast contrast,
        LocalDate acquiredOn) {}
