package io.equipoise.imaging.domain;

import io.equipoise.contracts.SubjectId;

/** What happened to scans, those that came and those that did not. Private until the published language names it. */
public sealed interface ImagingEvent permits ScanEvent, ExpectationEvent {
    SubjectId subject();
}
