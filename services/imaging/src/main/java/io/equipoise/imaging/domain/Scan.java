package io.equipoise.imaging.domain;

import io.equipoise.imaging.domain.ScanCommand.CheckQuality;
import io.equipoise.imaging.domain.ScanCommand.ReadScan;
import io.equipoise.imaging.domain.ScanCommand.ReceiveScan;
import io.equipoise.imaging.domain.ScanEvent.ScanDeidentified;
import io.equipoise.imaging.domain.ScanEvent.ScanQualityChecked;
import io.equipoise.imaging.domain.ScanEvent.ScanRead;
import io.equipoise.imaging.domain.ScanEvent.ScanReceived;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One scan: what came, whether it can be read, what was read. */
public record Scan(
        @Nullable ScanReceived received,
        @Nullable Deidentification deidentified,
        @Nullable ScanQualityChecked checked,
        @Nullable ScanRead read) {
    private static final Scan NOTHING_YET = new Scan(null, null, null, null);
    public static final Decider<Scan, ScanCommand, ImagingEvent> DECIDER =
            new Decider<>(NOTHING_YET, Scan::decide, Scan::evolve);

    Decision<ImagingEvent> decide(ScanCommand command) {
        return switch (command) {
            case ReceiveScan asked -> new Receiving(received, deidentified, asked).decide();
            case CheckQuality asked ->
                received == null
                        ? unknown()
                        : namesNobody(
                                "/findings", asked.said(), new QualityChecking(received, checked, asked).decide());
            case ReadScan asked ->
                received == null
                        ? unknown()
                        : namesNobody("/comment", asked.said(), new Counting(received, checked, read, asked).decide());
        };
    }

    Scan evolve(ImagingEvent event) {
        return switch (event) {
            case ScanReceived came -> new Scan(came, deidentified, checked, read);
            case ScanDeidentified cleaned -> new Scan(received, cleaned.how(), checked, read);
            case ScanQualityChecked seen -> new Scan(received, deidentified, seen, read);
            case ScanRead counted -> new Scan(received, deidentified, checked, counted);
            case ExpectationEvent foreign -> throw new IllegalStateException("no fact of a scan: " + foreign);
        };
    }

    /** What people write about images goes where the images go. Which word it was is not told: whoever reads must not learn it. */
    private Decision<ImagingEvent> namesNobody(String field, Set<String> said, Decision<ImagingEvent> otherwise) {
        return otherwise instanceof Decision.Accepted<ImagingEvent>
                        && deidentified != null
                        && deidentified.isToldBy(said)
                ? Decision.refuse(Refusal.invalid(
                        "CAPTION_IDENTIFIES",
                        "a word, number or date of the text stood in the images' header for the person; write it"
                                + " without",
                        field))
                : otherwise;
    }

    private static Decision<ImagingEvent> unknown() {
        return Decision.refuse(Refusal.unknown("SCAN_UNKNOWN", "there is no scan of this number"));
    }

    /**
     * Nothing that is recorded has happened tomorrow, or before what it follows. When that was is not told: a reader could
     * put scans in order by it.
     */
    static Optional<Refusal> misdated(String field, LocalDate on, LocalDate notBefore, LocalDate today) {
        if (on.isAfter(today)) {
            return Optional.of(Refusal.invalid("IN_THE_FUTURE", "%s is after today, %s".formatted(on, today), field));
        }
        return on.isBefore(notBefore)
                ? Optional.of(Refusal.invalid("TOO_EARLY", on + " is earlier than what it follows", field))
                : Optional.empty();
    }
}
