package io.equipoise.imaging;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What differs from place to place.
 *
 * @param store the directory in which images are kept
 * @param uploadLimit bytes of images in one request
 * @param sweepEvery how often missing scans are looked for
 * @param missingAfter how long a calendar is left alone after it changed, before a scan in it is told missing
 */
@ConfigurationProperties("equipoise.imaging")
record ImagingSettings(
        @DefaultValue(".equipoise/data/dicom") Path store,
        @DefaultValue("67108864") long uploadLimit,
        @DefaultValue("5s") Duration sweepEvery,
        @DefaultValue("60s") Duration missingAfter) {}
