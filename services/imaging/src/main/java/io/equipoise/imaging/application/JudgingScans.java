package io.equipoise.imaging.application;

import io.equipoise.imaging.domain.Contrast;
import io.equipoise.imaging.domain.ImagingEvent;
import io.equipoise.imaging.domain.LesionCounts;
import io.equipoise.imaging.domain.Scan;
import io.equipoise.imaging.domain.ScanCommand;
import io.equipoise.imaging.domain.ScanCommand.CheckQuality;
import io.equipoise.imaging.domain.ScanCommand.ReadScan;
import io.equipoise.imaging.domain.ScanEvent.ScanReceived;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks and reads a scan by its number alone: whoever judges is not told whose it is. */
public final class JudgingScans {
    private final CommandHandler<Scan, ScanCommand, ImagingEvent> handler;
    private final CivilDays days;
    private final Fingerprints fingerprints;

    public JudgingScans(
            CommandHandler<Scan, ScanCommand, ImagingEvent> handler, CivilDays days, Fingerprints fingerprints) {
        this.handler = handler;
        this.days = days;
        this.fingerprints = fingerprints;
    }

    /** What a reader says of one scan. */
    public record Reading(
            LocalDate readOn,
            boolean evaluable,
            Contrast contrast,
            LesionCounts counts,
            @Nullable String comment) {}

    public Outcome<ImagingEvent> checkQuality(
            String scan, boolean passed, List<String> findings, LocalDate on, Attribution by) {
        var received = handler.state("scan/" + scan).received();
        var said = received == null ? Set.<String>of() : said(received, findings);
        return handler.handle("scan/" + scan, new CheckQuality(passed, findings, said, on, days.today()), by);
    }

    /** The words of what somebody wrote, hashed as the words of the image's header were. */
    private Set<String> said(ScanReceived received, List<String> texts) {
        return texts.stream()
                .flatMap(text -> Words.said(text).stream())
                .map(word -> fingerprints.keyed(received.subject().study(), Words.KEYED_AS + word))
                .collect(Collectors.toSet());
    }

    public Outcome<ImagingEvent> read(String scan, Reading reading, Attribution by) {
        var received = handler.state("scan/" + scan).received();
        var attribution = received == null
                ? by
                : by.withFingerprint(fingerprints.keyed(received.subject().study(), by.fingerprint()));
        return handler.handle(
                "scan/" + scan,
                new ReadScan(
                        reading.readOn(),
                        reading.evaluable(),
                        reading.contrast(),
                        reading.counts(),
                        reading.comment(),
                        received == null || reading.comment() == null
                                ? Set.of()
                                : said(received, List.of(reading.comment())),
                        days.today()),
                attribution);
    }
}
