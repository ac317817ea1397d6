package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.Known;
import io.equipoise.contracts.SubjectId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** What the other rooms have told about subjects, doses, sites and studies. */
public interface House {
    Known known(SubjectId subject, Instant now);

    /** Where the clocks of this person's site are; empty where it has not been told. */
    Optional<ZoneId> zone(SubjectId subject);

    /** After how long an unacknowledged alert of this study goes a step up; empty where the protocol leaves it open. */
    Optional<Duration> escalateAfter(String study);
}
