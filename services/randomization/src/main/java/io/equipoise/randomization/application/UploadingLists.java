package io.equipoise.randomization.application;

import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.randomization.domain.AllocationCommand.ApproveList;
import io.equipoise.randomization.domain.AllocationCommand.DraftList;
import io.equipoise.randomization.domain.AllocationCommand.ReleaseList;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.ListRow;
import io.equipoise.randomization.domain.Seed;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/** A list that was drawn elsewhere comes into use: two people, three steps. */
public final class UploadingLists {
    private static final int SEED_BYTES = 32;

    private final Studies studies;
    private final Allocations allocations;
    private final Fingerprints fingerprints;
    private final Consumer<byte[]> chance;

    /** @param chance fills bytes unpredictably; kits are chosen by them */
    public UploadingLists(
            Studies studies, Allocations allocations, Fingerprints fingerprints, Consumer<byte[]> chance) {
        this.studies = studies;
        this.allocations = allocations;
        this.fingerprints = fingerprints;
        this.chance = chance;
    }

    public Outcome<AllocationEvent> draft(String study, List<ListRow> rows, Attribution by) {
        var bytes = new byte[SEED_BYTES];
        chance.accept(bytes);
        var seed = new Seed(HexFormat.of().formatHex(bytes));
        return studies.find(study)
                .map(standing -> allocations.handle(
                        study,
                        new DraftList(study, standing.design(), rows, seed, by.actor()),
                        by.withFingerprint(fingerprints.keyed(study, by.fingerprint()))))
                .orElseGet(Allocations::studyUnknown);
    }

    public Outcome<AllocationEvent> approve(String study, Attribution by) {
        return studies.find(study)
                .map(standing -> allocations.handle(study, new ApproveList(study, by.actor()), by))
                .orElseGet(Allocations::studyUnknown);
    }

    public Outcome<AllocationEvent> release(String study, Attribution by) {
        return studies.find(study)
                .map(standing -> allocations.handle(study, new ReleaseList(study, by.actor()), by))
                .orElseGet(Allocations::studyUnknown);
    }
}
