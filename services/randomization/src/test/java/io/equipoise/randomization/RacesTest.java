package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.command.Outcome.Recorded;
import io.equipoise.platform.command.Outcome.Refused;
import io.equipoise.randomization.World.Process;
import io.equipoise.randomization.domain.Allocation;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.AllocationEvent.ArmAllocated;
import io.equipoise.randomization.domain.AllocationEvent.KitDispensed;
import io.equipoise.randomization.domain.AllocationEvent.SubjectRandomized;
import io.equipoise.randomization.domain.Arm;
import io.equipoise.randomization.domain.DrawnList.StratumList;
import io.equipoise.randomization.domain.ProductLot;
import io.equipoise.randomization.domain.Seed;
import io.equipoise.randomization.domain.Shipment;
import io.equipoise.randomization.domain.Shipment.BoxedKit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Two processes over one store, many threads each. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RacesTest {
    private static final LocalDate DAY_0 = LocalDate.of(2025, 3, 11);
    private static final String FOUR_STRATA =
            "[{'stratum':'SEX','levels':['F','M']},{'stratum':'AGE','levels':['YOUNG','OLD']}]";
    private static final SubjectId ANNA = subject(1);

    private World world;
    private List<Process> processes;

    @BeforeEach
    void start() {
        world = new World();
        processes = List.of(world.process, world.new Process());
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void two_hundred_attempts_to_randomize_one_subject_give_one_place() {
        drawn("[]", 20);
        world.enrolled(ANNA, "{}");
        var outcomes = race(IntStream.range(0, 200)
                .mapToObj(n -> randomizing(n, ANNA, "try-" + n))
                .toList());
        assertThat(outcomes).filteredOn(Recorded.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.Unchanged.class::isInstance).hasSize(199);
        assertThat(facts(SubjectRandomized.class)).hasSize(1);
    }

    @Test
    void one_command_sent_two_hundred_times_is_one_fact_and_one_answer() {
        drawn("[]", 20);
        world.enrolled(ANNA, "{}");
        var outcomes = race(IntStream.range(0, 200)
                .mapToObj(n -> randomizing(n, ANNA, "the same"))
                .toList());
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Recorded.class));
        assertThat(outcomes.stream()
                        .map(outcome -> ((Recorded<AllocationEvent>) outcome).commit())
                        .distinct())
                .hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !((Recorded<AllocationEvent>) outcome).repeated())
                .hasSize(1);
    }

    @Test
    void sixty_four_threads_fill_four_strata_without_a_gap_exactly_as_the_list_was_drawn() {
        drawn(FOUR_STRATA, 100);
        var strata = List.of("F','AGE':'YOUNG", "F','AGE':'OLD", "M','AGE':'YOUNG", "M','AGE':'OLD");
        var people = IntStream.rangeClosed(1, 320).mapToObj(RacesTest::subject).toList();
        people.forEach(person -> world.enrolled(person, "{'SEX':'" + strata.get(person.number() % 4) + "'}"));
        var outcomes = race(IntStream.range(0, people.size())
                .mapToObj(n -> randomizing(n, people.get(n), "go-" + n))
                .toList());
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Recorded.class));

        var drawn = allocation().list().strata().stream()
                .collect(Collectors.toMap(StratumList::stratum, StratumList::arms));
        var arms =
                facts(ArmAllocated.class).stream().collect(Collectors.toMap(ArmAllocated::subject, ArmAllocated::arm));
        var places = facts(SubjectRandomized.class);
        assertThat(places.stream().map(SubjectRandomized::ordinal))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 320).boxed().toList());
        byStratum(places).forEach((stratum, taken) -> {
            assertThat(taken.stream().map(SubjectRandomized::position))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 80).boxed().toList());
            assertThat(taken.stream().map(place -> arms.get(place.subject())))
                    .isEqualTo(drawn.get(stratum).subList(0, 80));
        });
        assertThat(byStratum(places)).hasSize(4);
    }

    @Test
    void fifty_claimants_for_the_last_kit_get_one() {
        drawn("[]", 100);
        var people = IntStream.rangeClosed(1, 100).mapToObj(RacesTest::subject).toList();
        people.forEach(person -> {
            world.enrolled(person, "{}");
            world.process.treating.randomize(person, DAY_0, World.by("inv", "r" + person));
        });
        var shipment = new Shipment(
                World.STUDY,
                "01",
                new ProductLot("L"),
                "P-1",
                List.of(new BoxedKit("K-1", new Arm("EXOSOMES")), new BoxedKit("K-2", new Arm("SALINE"))),
                LocalDate.of(2026, 3, 31));
        world.process.supplying.receive(shipment, World.by("pharmacist", "kits"));
        var claimants = allocation().seats().entrySet().stream()
                .filter(seat -> seat.getValue().arm().equals(new Arm("SALINE")))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(claimants).hasSize(50);
        var outcomes = race(IntStream.range(0, 50)
                .mapToObj(n -> dispensing(n, claimants.get(n)))
                .toList());
        assertThat(outcomes).filteredOn(Recorded.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Refused.class::isInstance)
                .hasSize(49)
                .allSatisfy(outcome -> assertThat(
                                ((Refused<AllocationEvent>) outcome).reason().code())
                        .isEqualTo("NO_KIT_AVAILABLE"));
        assertThat(facts(KitDispensed.class)).extracting(KitDispensed::kit).containsExactly("K-2");
    }

    @Test
    void twenty_subjects_for_the_last_place_fill_the_list_and_no_more() {
        drawn("[]", 2);
        var people = IntStream.rangeClosed(1, 20).mapToObj(RacesTest::subject).toList();
        people.forEach(person -> world.enrolled(person, "{}"));
        var outcomes = race(IntStream.range(0, 20)
                .mapToObj(n -> randomizing(n, people.get(n), "go-" + n))
                .toList());
        assertThat(outcomes).filteredOn(Recorded.class::isInstance).hasSize(2);
        assertThat(facts(ArmAllocated.class))
                .extracting(ArmAllocated::arm)
                .containsExactlyInAnyOrder(new Arm("EXOSOMES"), new Arm("SALINE"));
    }

    private void drawn(String strata, int slots) {
        world.withStudy(List.of("EXOSOMES", "SALINE"), strata);
        world.process.lists.draw(
                World.STUDY, new Seed("0".repeat(16)), List.of(2, 4), slots, World.by("statistician", "draw"));
    }

    private Callable<Outcome<AllocationEvent>> randomizing(int n, SubjectId subject, String key) {
        return () -> processes.get(n % 2).treating.randomize(subject, DAY_0, World.by("inv", key));
    }

    private Callable<Outcome<AllocationEvent>> dispensing(int n, SubjectId subject) {
        return () -> processes
                .get(n % 2)
                .treating
                .dispense(subject, 1, Instant.parse("2025-03-11T08:30:00Z"), World.by("pharmacist", "d" + n));
    }

    private static List<Outcome<AllocationEvent>> race(List<Callable<Outcome<AllocationEvent>>> racers) {
        int threads = Math.min(64, racers.size());
        var barrier = new CyclicBarrier(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var waiting = new ArrayList<Callable<Outcome<AllocationEvent>>>();
            for (int n = 0; n < racers.size(); n++) {
                var racer = racers.get(n);
                boolean first = n < threads;
                waiting.add(() -> {
                    if (first) {
                        barrier.await();
                    }
                    return racer.call();
                });
            }
            var outcomes = new ArrayList<Outcome<AllocationEvent>>();
            for (var future : pool.invokeAll(waiting)) {
                outcomes.add(future.get());
            }
            return outcomes;
        } catch (Exception broken) {
            throw new AssertionError(broken);
        }
    }

    private Allocation allocation() {
        return world.new Process().allocations.of(World.STUDY);
    }

    private <F extends AllocationEvent> List<F> facts(Class<F> type) {
        return world.process.journal.read("allocation/" + World.STUDY).stream()
                .flatMap(commit -> commit.facts().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static Map<String, List<SubjectRandomized>> byStratum(List<SubjectRandomized> places) {
        return places.stream()
                .collect(Collectors.groupingBy(SubjectRandomized::stratum, TreeMap::new, Collectors.toList()));
    }

    private static SubjectId subject(int number) {
        return new SubjectId(World.STUDY, "01", number);
    }
}
