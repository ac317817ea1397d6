package io.equipoise.enrolment.application;

import io.equipoise.enrolment.domain.Protocol;
import io.equipoise.enrolment.domain.Study;
import java.util.List;
import java.util.Optional;

/** What this service has been told of studies and sites. */
public interface Studies {

    /** With the definition in force: the activated version, or the newest one while none has been activated. */
    Optional<Study> find(String study);

    /** As {@link #find(String)}, with what was activated at this site only. */
    Optional<Study> find(String study, String site);

    /** A version of a definition that was told, activated or not. */
    Optional<Protocol> protocol(String study, int version);

    List<String> all();
}
