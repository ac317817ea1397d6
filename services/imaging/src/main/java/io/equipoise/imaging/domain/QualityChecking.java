package io.equipoise.imaging.domain;

import io.equipoise.imaging.domain.ScanCommand.CheckQuality;
import io.equipoise.imaging.domain.ScanEvent.ScanQualityChecked;
import io.equipoise.imaging.domain.ScanEvent.ScanReceived;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import org.jspecify.annotations.Nullable;

/** Whether a quality check is taken: one for each scan, and one that fails says what it found. */
record QualityChecking(ScanReceived received, @Nullable ScanQualityChecked before, CheckQuality asked) {
    private static final int LONGEST = 500;
    private static final int MOST = 50;

    Decision<ImagingEvent> decide() {
        if (before != null) {
            return Decision.refuse(
                    Refusal.conflict("QUALITY_CHECKED_ALREADY", "the quality of this scan was checked before"));
        }
        if (!asked.passed() && asked.findings().isEmpty()) {
            return Decision.refuse(
                    Refusal.invalid("FINDINGS_MISSING", "say what was found, where a scan does not pass", "/findings"));
        }
        if (asked.findings().size() > MOST
                || asked.findings().stream().anyMatch(finding -> finding.isBlank() || finding.length() > LONGEST)) {
            return Decision.refuse(Refusal.invalid(
                    "FINDING_MALFORMED",
                    "at most %d findings, each of 1 to %d characters".formatted(MOST, LONGEST),
                    "/findings"));
        }
        return Scan.misdated("/on", asked.on(), received.images().acquiredOn(), asked.today())
                .map(Decision::<ImagingEvent>refuse)
                .orElseGet(() -> Decision.accept(new ScanQualityChecked(
                        received.scan(),
                        received.subject(),
                        received.timePoint(),
                        asked.passed(),
                        asked.findings(),
                        asked.on())));
    }
}
