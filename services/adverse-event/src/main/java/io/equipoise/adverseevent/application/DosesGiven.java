package io.equipoise.adverseevent.application;

import io.equipoise.contracts.SubjectId;
import java.time.Instant;
import java.util.List;

/** The doses that were given in a study, as dosing-schedule told them. */
public interface DosesGiven {

    /** One of them. */
    record Given(SubjectId subject, int dose, String kit, String packagingLot, Instant startedAt) {}

    List<Given> ofStudy(String study);

    long countOfStudy(String study);
}
