package io.equipoise.randomization.application;

import java.util.Optional;

/** The studies that we were told of. */
public interface Studies {
    Optional<StudyStanding> find(String study);
}
