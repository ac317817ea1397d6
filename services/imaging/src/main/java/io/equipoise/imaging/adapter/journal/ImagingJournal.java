package io.equipoise.imaging.adapter.journal;

import io.equipoise.imaging.domain.ExpectationEvent.ScanMissing;
import io.equipoise.imaging.domain.ImagingEvent;
import io.equipoise.imaging.domain.ScanEvent.ScanDeidentified;
import io.equipoise.imaging.domain.ScanEvent.ScanQualityChecked;
import io.equipoise.imaging.domain.ScanEvent.ScanRead;
import io.equipoise.imaging.domain.ScanEvent.ScanReceived;
import io.equipoise.platform.journal.EventCodec;
import io.equipoise.platform.journal.KeyVault;
import tools.jackson.databind.json.JsonMapper;

/** Names for ever. What a reader counted and wrote is encrypted under the study's key: lesion counts can tell an arm. */
public final class ImagingJournal {
    private ImagingJournal() {}

    public static EventCodec<ImagingEvent> codec(JsonMapper json, KeyVault keys) {
        return EventCodec.<ImagingEvent>of(json, keys)
                .event("ScanReceived.v1", ScanReceived.class)
                .event("ScanDeidentified.v1", ScanDeidentified.class)
                .event("ScanQualityChecked.v1", ScanQualityChecked.class)
                .secret(
                        "ScanRead.v1",
                        ScanRead.class,
                        read -> "study/" + read.subject().study(),
                        "counts",
                        "comment")
                .event("ScanMissing.v1", ScanMissing.class);
    }
}
