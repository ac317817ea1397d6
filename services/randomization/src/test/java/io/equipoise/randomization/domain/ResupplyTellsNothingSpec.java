package io.equipoise.randomization.domain;

import static io.equipoise.randomization.domain.Depot.FROZEN;
import static io.equipoise.randomization.domain.Depot.KINDS;
import static io.equipoise.randomization.domain.Depot.SALINE;
import static io.equipoise.randomization.domain.Depot.VESICLES;
import static io.equipoise.randomization.domain.Trial.STUDY;
import static io.equipoise.randomization.domain.Trial.enrolled;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.Decision;
import io.equipoise.randomization.domain.AllocationCommand.Dispense;
import io.equipoise.randomization.domain.AllocationEvent.ListDrawn;
import io.equipoise.randomization.domain.AllocationEvent.SubjectRandomized;
import io.equipoise.randomization.domain.DrawnList.Block;
import io.equipoise.randomization.domain.DrawnList.StratumList;
import io.equipoise.randomization.domain.ResupplyPlan.SiteLevels;
import io.equipoise.randomization.domain.SupplyCommand.DecideResupply;
import io.equipoise.randomization.domain.SupplyCommand.PackKits;
import io.equipoise.randomization.domain.SupplyCommand.PlanResupply;
import io.equipoise.randomization.domain.SupplyCommand.ReceiveShipment;
import io.equipoise.randomization.domain.SupplyCommand.SendShipment;
import io.equipoise.randomization.domain.SupplyEvent.KitsPacked.PackedKit;
import io.equipoise.randomization.domain.SupplyEvent.ResupplyDecided;
import io.equipoise.randomization.domain.SupplyEvent.ShipmentSent;
import io.equipoise.randomization.domain.Transport.Stage;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * The side channel of supply: a site that is filled up when a kit goes out tells which kind went out. Here the same kits
 * lie in the same boxes, and the same people come on the same days, but everybody is in the other arm.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ResupplyTellsNothingSpec {
    private static final LocalDate START = LocalDate.of(2025, 3, 3);
    private static final int DAYS = 84;
    private static final int PEOPLE = 8;

    @Test
    void quantities_and_moments_are_the_same_with_the_arms_swapped() {
        var one = new Season(alternating(0)).live();
        var other = new Season(alternating(1)).live();
        assertThat(one.seen).filteredOn(line -> line.contains("sets")).hasSizeGreaterThan(5);
        assertThat(other.seen).isEqualTo(one.seen);
    }

    @Test
    void they_are_the_same_however_people_are_spread_over_the_arms() {
        var spread = new Season(alternating(0)).live().seen;
        assertThat(new Season(allIn(0)).live().seen).isEqualTo(spread);
        assertThat(new Season(allIn(1)).live().seen).isEqualTo(spread);
        assertThat(new Season(halves()).live().seen).isEqualTo(spread);
    }

    @Test
    void really_other_kits_are_handed_out() {
        assertThat(new Season(alternating(1)).live().given)
                .hasSameSizeAs(new Season(alternating(0)).live().given)
                .isNotEqualTo(new Season(alternating(0)).live().given);
    }

    private static List<Arm> alternating(int first) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(n -> KINDS.get((n + first) % 2))
                .toList();
    }

    private static List<Arm> halves() {
        return IntStream.range(0, PEOPLE)
                .mapToObj(n -> KINDS.get(2 * n / PEOPLE))
                .toList();
    }

    private static List<Arm> allIn(int arm) {
        return IntStream.range(0, PEOPLE).mapToObj(n -> KINDS.get(arm)).toList();
    }

    /** Twelve weeks of a site: somebody is dosed every other day, and every Monday it is decided what is sent. */
    private static final class Season {
        private final List<String> seen = new ArrayList<>();
        private final List<String> given = new ArrayList<>();
        private Allocation allocation = Allocation.DECIDER.replay(Depot.stocked());
        private LocalDate today = START;
        private int doses;

        Season(List<Arm> arms) {
            happened(List.of(new ListDrawn(
                    STUDY,
                    "a list for this test",
                    Trial.SEED,
                    Trial.ONE_TO_ONE,
                    List.of(PEOPLE),
                    List.of(new StratumList("ALL", List.of(new Block(arms)))))));
            for (int n = 1; n <= PEOPLE; n++) {
                happened(List.of(
                        new SubjectRandomized(STUDY, person(n).toString(), "01", "ALL", n, n, START.minusDays(1))));
            }
            ask(new PackKits(STUDY, "D1", "P-8", kits(), FROZEN, KINDS));
            ask(new PlanResupply(STUDY, new ResupplyPlan("D1", START, 7, 21, List.of(new SiteLevels("01", 3, 6)))));
        }

        Season live() {
            for (int day = 0; day < DAYS; day++, today = today.plusDays(1)) {
                if (day % 7 == 0) {
                    var expected = Math.min(10, (DAYS - day) / 2);
                    ask(new DecideResupply(STUDY, today, Map.of("01", expected), noon()));
                }
                everythingArrives();
                if (day % 2 == 1) {
                    doses++;
                    var subject = person(1 + doses % PEOPLE);
                    ask(new Dispense(enrolled(subject), true, 1 + doses / PEOPLE, noon().toldAt(), noon()));
                }
            }
            return this;
        }

        private void everythingArrives() {
            for (var transport : allocation.stock().supply().transports().values()) {
                if (transport.stage() == Stage.REQUESTED) {
                    ask(new SendShipment(STUDY, transport.shipment(), noon().toldAt(), noon()));
                    var kits = allocation
                            .stock()
                            .supply()
                            .transport(transport.shipment())
                            .kits();
                    ask(new ReceiveShipment(
                            STUDY, transport.shipment(), kits.size(), kits, List.of(), noon().toldAt(), noon()));
                }
            }
        }

        private void ask(AllocationCommand command) {
            switch (allocation.decide(command)) {
                case Decision.Accepted<AllocationEvent>(var facts) -> happened(facts);
                case Decision.Refused<AllocationEvent>(var reason) -> seen.add(today + " " + reason.code());
            }
        }

        private void happened(List<AllocationEvent> facts) {
            facts.forEach(this::look);
            allocation = Allocation.DECIDER.replay(allocation, facts);
        }

        /** What a blinded person at the site sees; kit numbers are the random part. */
        private void look(AllocationEvent fact) {
            switch (fact) {
                case ResupplyDecided decided -> seen.add(today + " levels " + decided.levels());
                case SupplyEvent.ShipmentRequested asked ->
                    seen.add(today + " " + asked.sets() + " sets, " + asked.cause());
                case ShipmentSent sent -> seen.add(today + " sent " + sent.kits());
                case AllocationEvent.KitDispensed kit -> {
                    seen.add(today + " a kit of " + kit.packagingLot() + " to " + kit.subject());
                    given.add(kit.kit());
                }
                case AllocationEvent unseen -> {}
            }
        }

        private Moment noon() {
            return new Moment(today.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), ZoneId.of("Europe/Berlin"));
        }

        private static SubjectId person(int n) {
            return new SubjectId(STUDY, "01", n);
        }

        private static List<PackedKit> kits() {
            return IntStream.range(100, 200)
                    .mapToObj(n -> n % 2 == 0
                            ? new PackedKit("K-" + n, Trial.EXOSOMES, VESICLES)
                            : new PackedKit("K-" + n, Trial.SALINE, SALINE))
                    .toList();
        }
    }
}
