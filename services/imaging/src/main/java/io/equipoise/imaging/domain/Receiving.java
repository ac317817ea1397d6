package io.equipoise.imaging.domain;

import io.equipoise.imaging.domain.ScanCommand.ReceiveScan;
import io.equipoise.imaging.domain.ScanEvent.ScanDeidentified;
import io.equipoise.imaging.domain.ScanEvent.ScanReceived;
import io.equipoise.platform.Decision;
import io.equipoise.platform.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether images are taken. The same again is nothing new; the same study with other bytes is a contradiction. */
record Receiving(@Nullable ScanReceived before, @Nullable Deidentification deidentified, ReceiveScan asked) {

    Decision<ImagingEvent> decide() {
        if (before != null) {
            return again(before);
        }
        return refusal().map(Decision::<ImagingEvent>refuse).orElseGet(this::received);
    }

    private Decision<ImagingEvent> again(ScanReceived first) {
        if (!first.subject().equals(asked.subject()) || !first.timePoint().equals(asked.timePoint())) {
            return Decision.refuse(Refusal.conflict(
                    "SCAN_OF_ANOTHER",
                    "this study was received before, for another person or time point",
                    "X-Subject",
                    "X-Time-Point"));
        }
        return deidentified != null
                        && deidentified.originals().equals(asked.how().originals())
                ? Decision.accept()
                : Decision.refuse(Refusal.conflict(
                        "SCAN_DIFFERS",
                        "this study was received before with %d instances, and these are others; a study is sent whole, once"
                                .formatted(first.images().instances().size()),
                        "(0020,000d)"));
    }

    private Optional<Refusal> refusal() {
        var plan = asked.plan();
        if (!plan.subjectKnown()) {
            return Optional.of(Refusal.unknown("SUBJECT_UNKNOWN", "nobody of this number is in the study"));
        }
        if (!plan.timePointKnown()) {
            return Optional.of(Refusal.invalid(
                    "TIME_POINT_UNKNOWN",
                    "neither the study definition nor the calendar has a scan " + asked.timePoint(),
                    "X-Time-Point"));
        }
        var on = asked.images().acquiredOn();
        if (on.isAfter(asked.today())) {
            return Optional.of(Refusal.invalid(
                    "IN_THE_FUTURE",
                    "the images say that they were acquired on %s, today is %s".formatted(on, asked.today()),
                    "(0008,0022)"));
        }
        var closed = plan.closed();
        return closed != null && on.isAfter(closed.on())
                ? Optional.of(Refusal.conflict(
                        "IMAGING_STOPPED",
                        "acquired on %s, but no image may be taken after %s: %s"
                                .formatted(on, closed.on(), closed.because()),
                        "X-Subject"))
                : Optional.empty();
    }

    private Decision<ImagingEvent> received() {
        return Decision.accept(
                new ScanReceived(
                        asked.scan(),
                        asked.subject(),
                        asked.timePoint(),
                        asked.images(),
                        asked.plan().window(),
                        queries()),
                new ScanDeidentified(asked.scan(), asked.subject(), asked.timePoint(), asked.how()));
    }

    private List<Query> queries() {
        var queries = new ArrayList<Query>();
        var window = asked.plan().window();
        if (window != null && window.excludes(asked.images().acquiredOn())) {
            queries.add(Query.OUT_OF_WINDOW);
        } else if (window == null || !window.bothEndsKnown()) {
            queries.add(Query.WINDOW_NOT_KNOWN);
        }
        var modality = asked.plan().modality();
        if (modality != null && !modality.equals(asked.images().modality())) {
            queries.add(Query.OTHER_MODALITY);
        }
        return queries;
    }
}
