package io.equipoise.randomization.application;

import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.randomization.domain.AllocationCommand.ReceiveKits;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.Shipment;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** A site's shelf is filled, with numbers that tell nothing. */
public final class Supplying {
    private static final int SIX_DIGITS = 1_000_000;

    private final Studies studies;
    private final Allocations allocations;
    private final Fingerprints fingerprints;
    private final IntUnaryOperator anyBelow;

    /** @param anyBelow an unpredictable number below a bound */
    public Supplying(Studies studies, Allocations allocations, Fingerprints fingerprints, IntUnaryOperator anyBelow) {
        this.studies = studies;
        this.allocations = allocations;
        this.fingerprints = fingerprints;
        this.anyBelow = anyBelow;
    }

    public Outcome<AllocationEvent> receive(Shipment shipment, Attribution by) {
        var study = studies.find(shipment.study());
        if (study.isEmpty()) {
            return Allocations.studyUnknown();
        }
        if (study.get().zoneOf(shipment.site()).isEmpty()) {
            return Allocations.siteNotOpen(shipment.site());
        }
        var arms = study.get().design().kinds();
        return allocations.handle(
                shipment.study(),
                new ReceiveKits(shipment, arms),
                by.withFingerprint(fingerprints.keyed(shipment.study(), by.fingerprint())));
    }

    /** Kit numbers that nobody has used in the study, in no order. */
    public List<String> freeNumbers(String study, int count) {
        var taken = allocations.of(study).stock().kits().keySet();
        return IntStream.generate(() -> anyBelow.applyAsInt(SIX_DIGITS))
                .mapToObj("K-%06d"::formatted)
                .filter(number -> !taken.contains(number))
                .distinct()
                .limit(count)
                .toList();
    }
}
