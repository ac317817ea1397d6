package io.equipoise.randomization.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.platform.command.Outcome;
import io.equipoise.randomization.World;
import io.equipoise.randomization.domain.Arm;
import io.equipoise.randomization.domain.LotSheet;
import io.equipoise.randomization.domain.LotSheet.ReleaseTest;
import io.equipoise.randomization.domain.LotVerdict;
import io.equipoise.randomization.domain.Moment;
import io.equipoise.randomization.domain.Packing.Storage;
import io.equipoise.randomization.domain.ProductLot;
import io.equipoise.randomization.domain.SupplyCommand;
import io.equipoise.randomization.domain.SupplyCommand.DecideExcursion;
import io.equipoise.randomization.domain.SupplyCommand.DecideLot;
import io.equipoise.randomization.domain.SupplyCommand.OpenDepot;
import io.equipoise.randomization.domain.SupplyCommand.PackKits;
import io.equipoise.randomization.domain.SupplyCommand.RegisterLot;
import io.equipoise.randomization.domain.SupplyCommand.SendShipment;
import io.equipoise.randomization.domain.SupplyCommand.TestLot;
import io.equipoise.randomization.domain.SupplyEvent.KitsPacked.PackedKit;
import io.equipoise.randomization.domain.TestResult;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * The unblinded side of the twin trial. The lots are the same in both: one of each kind, of which one has tests to pass.
 * What lies in the box with a number is of the one kind here and of the other there.
 */
final class TwinDepot {
    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);
    private static final List<ReleaseTest> PANEL = List.of(new ReleaseTest("CANARY sterility", true, null, null, null));

    /** Of the lot with tests; the other has no donor, as saline has none. */
    private static final String DONOR = "CANARY-DONOR-7";

    private final World world;
    private final List<String> arms;
    private final String tested;
    private final String untested;
    private final AtomicInteger commands = new AtomicInteger();

    TwinDepot(World world, List<String> arms) {
        this.world = world;
        this.arms = arms;
        this.tested = arms.stream().sorted().findFirst().orElseThrow();
        this.untested = arms.get(1 - arms.indexOf(tested));
    }

    void isStocked() {
        register(tested, PANEL, LocalDate.of(2026, 6, 30));
        register(untested, List.of(), LocalDate.of(2027, 6, 30));
        testing(true);
        for (var kind : List.of(tested, untested)) {
            done((kinds, now) -> new DecideLot(
                    World.STUDY, lot(kind), LotVerdict.RELEASED, "CANARY is fine", "qp-01", World.NOW, now));
        }
        done((kinds, now) -> new OpenDepot(World.STUDY, "D1", "Central depot"));
        var kits = IntStream.range(0, 8).mapToObj(this::packed).toList();
        done((kinds, now) -> new PackKits(World.STUDY, "D1", "P-0031", kits, new Storage("-90", "-65", 30), kinds));
    }

    void sends(String shipment, Instant at) {
        done((kinds, now) -> new SendShipment(World.STUDY, shipment, at, now));
    }

    void releases(String shipment) {
        done((kinds, now) ->
                new DecideExcursion(World.STUDY, shipment, true, "CANARY stands it", "pha-01", World.NOW, now));
    }

    void failsATest() {
        testing(false);
    }

    private void testing(boolean passed) {
        var result = new TestResult("CANARY sterility", null, null, "as CANARY", passed, DAY, "CANARY again");
        done((kinds, now) -> new TestLot(World.STUDY, lot(tested), result, now));
    }

    private void register(String kind, List<ReleaseTest> panel, LocalDate expiresOn) {
        var donor = kind.equals(tested) ? DONOR : null;
        var sheet = new LotSheet(
                kind + " product", new Arm(kind), "CANARY cord", 3, null, donor, List.of(), panel, expiresOn, 30, 10);
        done((kinds, now) -> new RegisterLot(World.STUDY, lot(kind), sheet, kinds));
    }

    private PackedKit packed(int n) {
        var kind = arms.get(n % 2);
        return new PackedKit("K-" + (31 + n), new Arm(kind), lot(kind));
    }

    private static ProductLot lot(String kind) {
        return new ProductLot("LOT-" + kind);
    }

    private void done(BiFunction<List<Arm>, Moment, SupplyCommand> command) {
        var by = World.by("pha-00", "depot-" + commands.incrementAndGet());
        assertThat(world.process.keeping.ask(World.STUDY, command, by)).isInstanceOf(Outcome.Recorded.class);
    }
}
