package io.equipoise.imaging.domain;

import io.equipoise.contracts.SubjectId;
import java.time.LocalDate;

/** What happened to a scan that the calendar expects. */
public sealed interface ExpectationEvent extends ImagingEvent {

    /** Its last day passed and nothing came. Said once for a person and a time point, even if it comes later. */
    record ScanMissing(SubjectId subject, String timePoint, LocalDate latest) implements ExpectationEvent {}
}
