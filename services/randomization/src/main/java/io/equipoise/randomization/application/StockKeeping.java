package io.equipoise.randomization.application;

import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.Arm;
import io.equipoise.randomization.domain.Moment;
import io.equipoise.randomization.domain.SupplyCommand;
import io.equipoise.randomization.domain.Transport;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Lots, kits and shipments of a study. They change in the study's own stream, so that kit, lot and person change together
 * or not at all.
 */
public final class StockKeeping {
    private final Studies studies;
    private final Allocations allocations;
    private final Fingerprints fingerprints;

    public StockKeeping(Studies studies, Allocations allocations, Fingerprints fingerprints) {
        this.studies = studies;
        this.allocations = allocations;
        this.fingerprints = fingerprints;
    }

    /** What is asked of the study as a whole, or of a depot: days are counted in UTC there. */
    public Outcome<AllocationEvent> ask(
            String study, BiFunction<List<Arm>, Moment, SupplyCommand> command, Attribution by) {
        return studies.find(study)
                .map(standing -> asked(study, command.apply(standing.design().kinds(), moment(by, ZoneOffset.UTC)), by))
                .orElseGet(Allocations::studyUnknown);
    }

    /** What is asked of a site, in its own civil time. */
    public Outcome<AllocationEvent> askAt(
            String study, String site, BiFunction<List<Arm>, Moment, SupplyCommand> command, Attribution by) {
        var standing = studies.find(study);
        if (standing.isEmpty()) {
            return Allocations.studyUnknown();
        }
        return standing.get()
                .zoneOf(site)
                .map(zone -> asked(study, command.apply(standing.get().design().kinds(), moment(by, zone)), by))
                .orElseGet(() -> Allocations.siteNotOpen(site));
    }

    /** The first of these sites that we were not told is open. */
    public Optional<String> notOpen(String study, List<String> sites) {
        return studies.find(study)
                .flatMap(standing -> sites.stream()
                        .filter(site -> standing.zoneOf(site).isEmpty())
                        .findFirst());
    }

    public Optional<Transport> shipment(String study, String shipment) {
        return Optional.ofNullable(
                allocations.of(study).stock().supply().transports().get(shipment));
    }

    private Outcome<AllocationEvent> asked(String study, SupplyCommand command, Attribution by) {
        return allocations.handle(study, command, by.withFingerprint(fingerprints.keyed(study, by.fingerprint())));
    }

    private static Moment moment(Attribution by, ZoneId zone) {
        return new Moment(by.recordedAt(), zone);
    }
}
