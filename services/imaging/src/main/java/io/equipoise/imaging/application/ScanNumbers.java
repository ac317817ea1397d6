package io.equipoise.imaging.application;

import java.util.Optional;

/** Random numbers for scans: one for each DICOM study, so that two uploads of one study meet in one stream. */
public interface ScanNumbers {

    Optional<String> known(String studyInstanceUid);

    /** The study's number, given now if it has none. */
    String of(String studyInstanceUid);
}
