package io.equipoise.imaging.domain.crossover;

import io.equipoise.imaging.domain.Scan;
import io.equipoise.imaging.domain.ScanEvent.ScanQualityChecked;
import io.equipoise.imaging.domain.ScanEvent.ScanRead;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How it stands with one planned scan of one person. Only READ has counts; every other is a reason why there are none. */
public enum Standing {
    READ,
    NOT_EVALUABLE,
    /** More than one evaluable read of the same time point: no rule says which counts, and counting both would be wrong. */
    SEVERAL_READS,
    QUALITY_FAILED,
    NOT_READ,
    MISSING,
    NOT_DUE,
    /** The calendar cancelled it, or the person left the study. */
    NOT_EXPECTED,
    NO_CALENDAR;

    /**
     * What is known of a person's time point.
     *
     * @param planned whether the person's calendar has it
     * @param expected false where it was cancelled or the person left
     */
    public record Awaited(
            boolean planned, boolean expected, @Nullable LocalDate latest, LocalDate today) {}

    /** A time point with the read that counts, if one does. */
    public record Seen(Standing standing, @Nullable ScanRead read) {}

    public static Seen of(List<Scan> came, Awaited awaited) {
        var reads = came.stream().map(Scan::read).filter(Objects::nonNull).toList();
        var evaluable = reads.stream().filter(ScanRead::evaluable).toList();
        if (evaluable.size() == 1) {
            return new Seen(READ, evaluable.getFirst());
        }
        if (evaluable.size() > 1) {
            return new Seen(SEVERAL_READS, null);
        }
        return new Seen(came.isEmpty() ? nothingCame(awaited) : withoutCounts(came, reads), null);
    }

    private static Standing withoutCounts(List<Scan> came, List<ScanRead> reads) {
        if (came.stream().allMatch(scan -> failed(scan.checked()))) {
            return QUALITY_FAILED;
        }
        return came.stream().anyMatch(scan -> scan.read() == null && !failed(scan.checked())) || reads.isEmpty()
                ? NOT_READ
                : NOT_EVALUABLE;
    }

    private static Standing nothingCame(Awaited awaited) {
        if (!awaited.expected()) {
            return NOT_EXPECTED;
        }
        if (!awaited.planned()) {
            return NO_CALENDAR;
        }
        var latest = awaited.latest();
        return latest != null && latest.isBefore(awaited.today()) ? MISSING : NOT_DUE;
    }

    private static boolean failed(@Nullable ScanQualityChecked checked) {
        return checked != null && !checked.passed();
    }
}
