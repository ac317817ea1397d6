package io.equipoise.imaging.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the trial keeps of a DICOM study's headers: nothing of name, hospital number or date of birth.
 *
 * @param acquiredOn the first day of acquisition, as the scanner's clock had it
 * @param instances by their UID, each with the digest of its bytes
 */
public record ImageStudy(
        String studyInstanceUid,
        LocalDate acquiredOn,
        String modality,
        @Nullable String bodyPart,
        Contrast contrast,
        List<Instance> instances) {

    /** One image file. */
    public record Instance(String sopClassUid, String sopInstanceUid, String sha256, long bytes) {}

    public ImageStudy {
        instances = instances.stream()
                .sorted(Comparator.comparing(Instance::sopInstanceUid))
                .toList();
    }
}
