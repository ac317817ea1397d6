package io.equipoise.randomization.domain;

import io.equipoise.contracts.SubjectId;
import io.equipoise.randomization.domain.LotSheet.ReleaseTest;
import io.equipoise.randomization.domain.LotSheet.Strength;
import io.equipoise.randomization.domain.SupplyCommand.PackKits;
import io.equipoise.randomization.domain.SupplyCommand.RegisterLot;
import io.equipoise.randomization.domain.SupplyEvent.DepotOpened;
import io.equipoise.randomization.domain.SupplyEvent.KitsPacked;
import io.equipoise.randomization.domain.SupplyEvent.KitsPacked.PackedKit;
import io.equipoise.randomization.domain.SupplyEvent.LotDecided;
import io.equipoise.randomization.domain.SupplyEvent.LotRegistered;
import io.equipoise.randomization.domain.SupplyEvent.LotTested;
import io.equipoise.randomization.domain.SupplyEvent.ShipmentReceived;
import io.equipoise.randomization.domain.SupplyEvent.ShipmentRequested;
import io.equipoise.randomization.domain.SupplyEvent.ShipmentSent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One depot with a lot of vesicles and one of saline, as constants for the specifications. */
public final class Depot {
    public static final List<Arm> KINDS = List.of(Trial.EXOSOMES, Trial.SALINE);
    public static final ProductLot VESICLES = new ProductLot("EXO-24-07");
    public static final ProductLot SALINE = new ProductLot("NACL-9");
    public static final LocalDate VESICLES_EXPIRE = LocalDate.of(2026, 6, 30);
    public static final LocalDate SALINE_EXPIRES = LocalDate.of(2027, 12, 31);
    public static final Packing.Storage FROZEN = new Packing.Storage("-90", "-65", 30);
    public static final Instant MORNING = Instant.parse("2025-02-20T08:00:00Z");
    public static final LocalDate THAT_DAY = LocalDate.of(2025, 2, 20);

    /** What the case report of 2025 released its vesicles by. */
    public static final List<ReleaseTest> PANEL = List.of(
            new ReleaseTest("CD63", true, null, null, null),
            new ReleaseTest("CD81", true, null, null, null),
            new ReleaseTest("calnexin", true, null, null, null),
            new ReleaseTest("diameter", true, "nm", "86", "122"),
            new ReleaseTest("concentration", true, "particles/mL", "1e10", null),
            new ReleaseTest("sterility", true, null, null, null),
            new ReleaseTest("endotoxin", true, "EU/mL", null, "0.5"),
            new ReleaseTest("zeta potential", false, "mV", null, null));

    public static final LotSheet SHEET = sheet(Trial.EXOSOMES, null, PANEL, VESICLES_EXPIRE);
    public static final LotSheet SALINE_SHEET = sheet(Trial.SALINE, null, List.of(), SALINE_EXPIRES);
    public static final RegisterLot REGISTER = new RegisterLot(Trial.STUDY, VESICLES, SHEET, KINDS);
    static final LotRegistered REGISTERED = new LotRegistered(Trial.STUDY, VESICLES, SHEET);
    static final LotRegistered SALINE_REGISTERED = new LotRegistered(Trial.STUDY, SALINE, SALINE_SHEET);
    static final List<AllocationEvent> PASSED = List.of(
            said("CD63", "positive"),
            said("CD81", "positive"),
            said("calnexin", "negative"),
            tested(new TestResult("diameter", "104", "nm", null, true, THAT_DAY, null)),
            tested(new TestResult("concentration", "2.4e10", "particles/mL", null, true, THAT_DAY, null)),
            said("sterility", "no growth"),
            said("endotoxin", "negative"));
    static final DepotOpened OPENED = new DepotOpened(Trial.STUDY, "D1", "Central depot");
    static final KitsPacked PACKED = packed(threeOfEach());

    private Depot() {}

    static LotSheet sheet(Arm kind, @Nullable SubjectId donor, List<ReleaseTest> panel, LocalDate expiresOn) {
        return new LotSheet(
                kind.equals(Trial.EXOSOMES) ? "MSC exosomes" : "Normal saline",
                kind,
                "umbilical cord",
                3,
                donor == null ? null : donor.toString(),
                null,
                List.of(new Strength("2.4e10", "particles", "mL")),
                panel,
                expiresOn,
                60,
                30);
    }

    /** The lot of vesicles, from an umbilical cord with this code. */
    static LotSheet from(String tissueDonor) {
        return new LotSheet(
                SHEET.product(),
                SHEET.kind(),
                SHEET.source(),
                SHEET.passage(),
                null,
                tissueDonor,
                SHEET.strengths(),
                SHEET.panel(),
                SHEET.expiresOn(),
                SHEET.doNotShipDays(),
                SHEET.doNotDispenseDays());
    }

    static PackKits threeOfEach() {
        return pack("P-7", List.of(exo("K-21"), nacl("K-22"), exo("K-23"), nacl("K-24"), exo("K-25"), nacl("K-26")));
    }

    static PackKits pack(String packagingLot, List<PackedKit> kits) {
        return new PackKits(Trial.STUDY, "D1", packagingLot, kits, FROZEN, KINDS);
    }

    static PackedKit exo(String number) {
        return new PackedKit(number, Trial.EXOSOMES, VESICLES);
    }

    static PackedKit nacl(String number) {
        return new PackedKit(number, Trial.SALINE, SALINE);
    }

    static KitsPacked packed(PackKits pack) {
        return new KitsPacked(
                pack.study(),
                pack.depot(),
                pack.packagingLot(),
                pack.kits(),
                VESICLES_EXPIRE,
                VESICLES_EXPIRE.minusDays(60),
                VESICLES_EXPIRE.minusDays(30),
                pack.storage(),
                null);
    }

    static LotTested tested(TestResult result) {
        return new LotTested(Trial.STUDY, VESICLES, result);
    }

    static LotTested said(String test, String words) {
        return tested(new TestResult(test, null, null, words, true, THAT_DAY, null));
    }

    static LotDecided decided(ProductLot lot, LotVerdict verdict) {
        return new LotDecided(Trial.STUDY, lot, verdict, "as the panel says", "qp-01", MORNING);
    }

    /** Both lots are released and packed, at the depot. */
    static List<AllocationEvent> stocked() {
        var facts = new ArrayList<AllocationEvent>(List.of(REGISTERED, SALINE_REGISTERED, OPENED));
        facts.addAll(PASSED);
        facts.add(decided(VESICLES, LotVerdict.RELEASED));
        facts.add(decided(SALINE, LotVerdict.RELEASED));
        facts.add(PACKED);
        return List.copyOf(facts);
    }

    static ShipmentRequested requested(int sets) {
        return new ShipmentRequested(
                Trial.STUDY, "S-0001", "D1", "01", sets, null, THAT_DAY, ShipmentRequested.Cause.ASKED_FOR);
    }

    static ShipmentSent sent(String... kits) {
        return new ShipmentSent(Trial.STUDY, "S-0001", "D1", "01", List.of(kits), MORNING);
    }

    static ShipmentReceived received(String... kits) {
        return new ShipmentReceived(
                Trial.STUDY, "S-0001", "01", List.of(kits), List.of(), List.of(), MORNING.plusSeconds(86_400));
    }

    /** All six kits of the packing stand on the shelf of site 01. */
    static List<AllocationEvent> atSite() {
        var facts = new ArrayList<>(stocked());
        facts.add(requested(3));
        facts.add(sent("K-21", "K-22", "K-23", "K-24", "K-25", "K-26"));
        facts.add(received("K-21", "K-22", "K-23", "K-24", "K-25", "K-26"));
        return List.copyOf(facts);
    }
}
