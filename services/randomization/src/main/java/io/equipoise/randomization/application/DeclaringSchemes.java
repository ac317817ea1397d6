package io.equipoise.randomization.application;

import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.randomization.domain.AllocationCommand.DeclareScheme;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.Parameters;
import io.equipoise.randomization.domain.Seed;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The statistician settles how a randomization is decided, where that is not by a list. */
public final class DeclaringSchemes {
    private static final int SEED_BYTES = 32;

    private final Studies studies;
    private final Allocations allocations;
    private final Fingerprints fingerprints;
    private final Consumer<byte[]> chance;

    /** @param chance fills bytes unpredictably, for whoever brings no seed of their own */
    public DeclaringSchemes(
            Studies studies, Allocations allocations, Fingerprints fingerprints, Consumer<byte[]> chance) {
        this.studies = studies;
        this.allocations = allocations;
        this.fingerprints = fingerprints;
        this.chance = chance;
    }

    /** @param seed absent where the service shall draw one */
    public Outcome<AllocationEvent> declare(
            String study, int randomization, @Nullable Seed seed, Parameters parameters, Attribution by) {
        return studies.find(study)
                .map(standing -> allocations.handle(
                        study,
                        new DeclareScheme(
                                study,
                                randomization,
                                standing.design(),
                                randomization == 1 && seed == null ? drawn() : seed,
                                parameters),
                        by.withFingerprint(fingerprints.keyed(study, by.fingerprint()))))
                .orElseGet(Allocations::studyUnknown);
    }

    /** Thirty-two bytes of chance have eight different digits but for one study in billions, which may ask again. */
    private Seed drawn() {
        var bytes = new byte[SEED_BYTES];
        chance.accept(bytes);
        return new Seed(HexFormat.of().formatHex(bytes));
    }
}
