package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.Known;
import io.equipoise.contracts.SubjectId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the other rooms have told about subjects, doses, sites and studies. */
public interface House {
    Known known(SubjectId subject, Instant now);

    /** After how long an unacknowledged alert of this study goes a step up; empty where the protocol leaves it open. */
    Optional<Duration> escalateAfter(String study);
}
