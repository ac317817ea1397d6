package io.equipoise.imaging.domain;

import io.equipoise.imaging.domain.ScanCommand.CheckQuality;
import io.equipoise.imaging.domain.ScanCommand.ReadScan;
import io.equipoise.imaging.domain.ScanCommand.ReceiveScan;
import io.equipoise.imaging.domain.ScanEvent.ScanQualityChecked;
import io.equipoise.imaging.domain.ScanEvent.ScanRead;
import io.equipoise.imaging.domain.ScanEvent.ScanReceived;
import io.equipoise.platform.Decider;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One scan: what came, whether it can be read, what was read. */
public record Scan(
        @Nullable ScanReceived received,
        @Nullable ScanQualityChecked checked,
        @Nullable ScanRead read) {
    private static final Scan NOTHING_YET = new Scan(null, null, null);
    public static final Decider<Scan, ScanCommand, ImagingEvent> DECIDER =
            new Decider<>(NOTHING_YET, Scan::decide, Scan::evolve);

    Decision<ImagingEvent> decide(ScanCommand command) {
        return switch (command) {
            case ReceiveScan asked -> new Receiving(received, asked).decide();
            case CheckQuality asked ->
                received == null ? unknown() : new QualityChecking(received, checked, asked).decide();
            case ReadScan asked -> received == null ? unknown() : new Counting(received, checked, read, asked).decide();
        };
    }

    Scan evolve(ImagingEvent event) {
        return switch (event) {
            case ScanReceived came -> new Scan(came, checked, read);
            case ScanQualityChecked seen -> new Scan(received, seen, read);
            case ScanRead counted -> new Scan(received, checked, counted);
            case ExpectationEvent foreign -> throw new IllegalStateException("no fact of a scan: " + foreign);
        };
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
