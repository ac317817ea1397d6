package io.equipoise.imaging.domain;

import io.equipoise.imaging.domain.ScanCommand.ReadScan;
import io.equipoise.imaging.domain.ScanEvent.ScanQualityChecked;
import io.equipoise.imaging.domain.ScanEvent.ScanRead;
import io.equipoise.imaging.domain.ScanEvent.ScanReceived;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a read is taken. Enhancement is counted only where the reader sees that contrast was given; without it "none"
 * is as wrong as "three", and only "not assessable" is right (capabilities.md, IM-3).
 */
record Counting(
        ScanReceived received,
        @Nullable ScanQualityChecked checked,
        @Nullable ScanRead before,
        ReadScan asked) {
    private static final int LONGEST_COMMENT = 4_000;

    Decision<ImagingEvent> decide() {
        if (checked == null) {
            return refuse("QUALITY_NOT_CHECKED", "the quality of this scan is to be checked before it is read");
        }
        if (!checked.passed()) {
            return refuse("QUALITY_FAILED", "this scan did not pass its quality check");
        }
        if (before != null) {
            return refuse("SCAN_READ_ALREADY", "this scan was read before");
        }
        return Scan.misdated("/readOn", asked.readOn(), checked.on(), asked.today())
                .or(asked.counts()::contradiction)
                .or(this::enhancement)
                .or(this::evaluability)
                .or(this::comment)
                .map(Decision::<ImagingEvent>refuse)
                .orElseGet(this::counted);
    }

    private Optional<Refusal> enhancement() {
        if (asked.counts().gadoliniumEnhancing() == null) {
            return Optional.empty();
        }
        return switch (asked.contrast()) {
            case GIVEN -> Optional.empty();
            case NOT_GIVEN ->
                Optional.of(Refusal.invalid(
                        "CONTRAST_NOT_GIVEN",
                        "enhancement cannot be counted, nor called absent, where no contrast was given; leave it null",
                        "/gadoliniumEnhancing"));
            case UNKNOWN ->
                Optional.of(Refusal.invalid(
                        "CONTRAST_NOT_KNOWN",
                        "enhancement is not assessable where it is not known whether contrast was given; leave it null",
                        "/gadoliniumEnhancing",
                        "/contrast"));
        };
    }

    private Optional<Refusal> evaluability() {
        return asked.evaluable() || asked.counts().none()
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "NOT_EVALUABLE_BUT_COUNTED", "a scan that is not evaluable has no counts", "/evaluable"));
    }

    private Optional<Refusal> comment() {
        return asked.comment() == null || asked.comment().length() <= LONGEST_COMMENT
                ? Optional.empty()
                : Optional.of(Refusal.invalid(
                        "COMMENT_TOO_LONG",
                        "a comment has at most %d characters".formatted(LONGEST_COMMENT),
                        "/comment"));
    }

    private Decision<ImagingEvent> counted() {
        return Decision.accept(new ScanRead(
                received.scan(),
                received.subject(),
                received.timePoint(),
                asked.readOn(),
                asked.evaluable(),
                asked.contrast(),
                asked.counts(),
                asked.comment(),
                queries()));
    }

    private List<Query> queries() {
        var header = received.images().contrast();
        return header == Contrast.UNKNOWN || header == asked.contrast() ? List.of() : List.of(Query.CONTRAST_DIFFERS);
    }

    private static Decision<ImagingEvent> refuse(String code, String detail) {
        return Decision.refuse(Refusal.conflict(code, detail));
    }
}
