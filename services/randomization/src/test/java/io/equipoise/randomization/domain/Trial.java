package io.equipoise.randomization.domain;

import io.equipoise.contracts.SubjectId;
import io.equipoise.randomization.domain.AllocationCommand.DrawList;
import io.equipoise.randomization.domain.AllocationCommand.ReceiveKits;
import io.equipoise.randomization.domain.AllocationEvent.KitsReceived;
import io.equipoise.randomization.domain.AllocationEvent.ListDrawn;
import io.equipoise.randomization.domain.AllocationEvent.SeedCommitted;
import io.equipoise.randomization.domain.Design.Share;
import io.equipoise.randomization.domain.Shipment.BoxedKit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** One trial with named people, as constants for the specifications. */
public final class Trial {
    public static final String STUDY = "NCT07146087";
    public static final String SITE = "01";
    public static final Arm EXOSOMES = new Arm("EXOSOMES");
    public static final Arm SALINE = new Arm("SALINE");
    public static final List<Share> ONE_TO_ONE =
            List.of(new Share(EXOSOMES, "MSC-Derived Exosomes", 1), new Share(SALINE, "Normal Saline", 1));
    public static final Design DESIGN = new Design(ONE_TO_ONE, List.of(), List.of());
    public static final Seed SEED = new Seed("000102030405060708090a0b0c0d0e0f");
    public static final SubjectId ANNA = new SubjectId(STUDY, SITE, 1);
    public static final SubjectId BORIS = new SubjectId(STUDY, SITE, 2);
    public static final SubjectId CLARA = new SubjectId(STUDY, SITE, 3);
    public static final SubjectId DMITRI_OF_SITE_02 = new SubjectId(STUDY, "02", 1);
    public static final LocalDate ENROLLED = LocalDate.of(2025, 3, 10);
    public static final LocalDate DAY_0 = LocalDate.of(2025, 3, 11);
    public static final Instant FIRST_INFUSION = Instant.parse("2025-03-11T08:30:00Z");
    public static final Moment NOW = new Moment(Instant.parse("2026-11-22T12:00:00Z"), ZoneId.of("Europe/Berlin"));
    public static final LocalDate EXPIRY = LocalDate.of(2026, 3, 31);
    public static final DrawList DRAW = new DrawList(STUDY, DESIGN, SEED, List.of(4, 2), 20);
    public static final ListDrawn DRAWN = drawn(DRAW);
    public static final SeedCommitted COMMITTED =
            new SeedCommitted(STUDY, "d65df89f702eec58ca3c7bf2001c9ffc7cd80553ae01d42a799ba26756142d96");
    public static final Shipment FOUR_KITS =
            shipment(List.of(kit("K-1", EXOSOMES), kit("K-2", SALINE), kit("K-3", EXOSOMES), kit("K-4", SALINE)));
    public static final KitsReceived RECEIVED = received(FOUR_KITS);

    private Trial() {}

    public static Participant enrolled(SubjectId subject) {
        return new Participant(subject, new Stratum(Map.of()), ENROLLED, false);
    }

    public static Participant withdrawn(SubjectId subject) {
        return new Participant(subject, new Stratum(Map.of()), ENROLLED, true);
    }

    public static BoxedKit kit(String number, Arm type) {
        return new BoxedKit(number, type);
    }

    public static Shipment shipment(List<BoxedKit> kits) {
        return new Shipment(STUDY, SITE, new ProductLot("LOT-7"), "P-0001", kits, EXPIRY);
    }

    public static ReceiveKits receiving(Shipment shipment) {
        return new ReceiveKits(shipment, List.of(EXOSOMES, SALINE));
    }

    static KitsReceived received(Shipment shipment) {
        return new KitsReceived(
                shipment.study(),
                shipment.site(),
                shipment.lot(),
                shipment.packagingLot(),
                shipment.kits(),
                shipment.expiresOn());
    }

    static ListDrawn drawn(DrawList command) {
        var shares = command.design().shares();
        var blocks = new PermutedBlocks(command.study(), command.seed(), shares, command.blockSizes());
        return new ListDrawn(
                command.study(),
                PermutedBlocks.ALGORITHM,
                command.seed(),
                shares,
                blocks.blockSizes(),
                command.design().strata().stream()
                        .map(stratum -> blocks.draw(stratum, command.slotsPerStratum()))
                        .toList());
    }
}
