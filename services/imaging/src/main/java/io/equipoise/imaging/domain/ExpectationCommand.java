package io.equipoise.imaging.domain;

import io.equipoise.contracts.SubjectId;
import java.time.LocalDate;

/** What may be asked of the scans that are expected of a person. */
public sealed interface ExpectationCommand {

    /** Say that nothing came until the last day of the window. */
    record TellMissing(SubjectId subject, String timePoint, LocalDate latest) implements ExpectationCommand {}
}
