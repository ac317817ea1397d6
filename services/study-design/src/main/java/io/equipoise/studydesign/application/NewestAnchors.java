package io.equipoise.studydesign.application;

import io.equipoise.studydesign.domain.DesignFact.SealAnchored;
import java.time.Instant;
import java.util.List;

/** The newest anchor of each lane of each service, with the instant of its recording. */
public interface NewestAnchors {
    List<Anchor> all();

    /** A seal, and when it was written down. */
    record Anchor(SealAnchored seal, Instant anchoredAt) {}
}
