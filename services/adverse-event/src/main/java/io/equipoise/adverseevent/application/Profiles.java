package io.equipoise.adverseevent.application;

import io.equipoise.adverseevent.domain.clock.AuthorityProfile;
import java.util.List;
import java.util.Optional;

/** The authorities that a case can be reported to, each with its rules. */
public interface Profiles {

    Optional<AuthorityProfile> of(String authority);

    /** By name. */
    List<AuthorityProfile> all();
}
