package io.equipoise.randomization.application;

import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.randomization.domain.AllocationCommand.DrawList;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.Seed;
import java.util.List;

/** The statistician has a study's list drawn. */
public final class DrawingLists {
    private final Studies studies;
    private final Allocations allocations;
    private final Fingerprints fingerprints;

    public DrawingLists(Studies studies, Allocations allocations, Fingerprints fingerprints) {
        this.studies = studies;
        this.allocations = allocations;
        this.fingerprints = fingerprints;
    }

    public Outcome<AllocationEvent> draw(
            String study, Seed seed, List<Integer> blockSizes, int slotsPerStratum, Attribution by) {
        return studies.find(study)
                .map(standing -> allocations.handle(
                        study,
                        new DrawList(study, standing.design(), seed, blockSizes, slotsPerStratum),
                        by.withFingerprint(fingerprints.keyed(study, by.fingerprint()))))
                .orElseGet(Allocations::studyUnknown);
    }
}
