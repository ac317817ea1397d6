package io.equipoise.randomization.application;

import io.equipoise.contracts.SubjectId;
import io.equipoise.randomization.domain.Participant;

/** The people that we were told of; somebody we were not told of is not enrolled. */
public interface People {
    Participant find(SubjectId subject);
}
