package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.randomization.adapter.rest.DesignTwin;
import io.equipoise.randomization.adapter.rest.TwinTrial;
import io.equipoise.randomization.domain.Allocation;
import io.equipoise.randomization.domain.DrawnList;
import io.equipoise.randomization.domain.Kit;
import io.equipoise.randomization.domain.Lot;
import io.equipoise.randomization.domain.Seat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What an earlier release wrote, this one reads; the journals here are frozen and never edited. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoldenJournalTest {
    /** Each holds what came after 0.1.0 in one respect. */
    private static final List<String> LATER = List.of(
            "/journal/0.2.0-emergencies.json",
            "/journal/0.2.0-supply.json",
            "/journal/0.2.0-designs.json",
            "/journal/0.3.0-safety.json",
            "/journal/0.4.0-opening-key.json",
            "/journal/0.5.0-origins.json",
            "/journal/0.6.0-assignments.json",
            "/journal/0.2.0-follow-up.json");

    private final World world = new World();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void the_journal_of_0_1_0_is_replayed() throws IOException {
        restore(world, "/journal/0.1.0.json");
        var allocation = world.new Process().allocations.of(World.STUDY);
        assertThat(arms(allocation)).isEqualTo("A1:EXOSOMES A2:SALINE A3:EXOSOMES A4:SALINE");
        assertThat(kits(allocation)).isEqualTo("""
            K-11 EXOSOMES NCT07146087-01-0001 dose 2 returned
            K-12 SALINE NCT07146087-01-0002 dose 2 returned
            K-13 SALINE NCT07146087-01-0004 dose 1
            K-14 EXOSOMES NCT07146087-01-0003 dose 1
            K-15 EXOSOMES NCT07146087-01-0001 dose 1 returned
            K-16 SALINE NCT07146087-01-0002 dose 1 returned\
            """);
        assertThat(allocation.list().seed().hex()).isEqualTo("c0ffee00c0ffee00");
        assertThat(allocation.list().strata())
                .extracting(DrawnList.StratumList::stratum)
                .containsExactly("ALL");
    }

    @Test
    void the_journal_of_0_2_0_with_designs_is_replayed() throws IOException {
        restore(world, "/journal/0.2.0-designs.json");
        var allocation = world.new Process().allocations.of(World.STUDY);
        assertThat(letters(allocation.designs().firstOf(allocation.seats()))).isEqualTo("ESSESSEEESSE");
        assertThat(letters(allocation.seats())).isEqualTo("SESSEESEEEEE");
        assertThat(allocation.designs().committed())
                .isEqualTo(allocation.list().seed().sha256());
        assertThat(world.process
                        .allocations
                        .of(GoldenJournal.OTHER_STUDY)
                        .list()
                        .strata())
                .extracting(DrawnList.StratumList::stratum)
                .containsExactly("ALL");
    }

    @Test
    void a_lot_of_0_2_0_has_no_tissue_donor_and_one_of_0_5_0_has() throws IOException {
        restore(world, "/journal/0.2.0-supply.json");
        assertThat(lots(world.process.allocations.of(World.STUDY)))
                .isNotEmpty()
                .allSatisfy(lot -> assertThat(lot.sheet().tissueDonor()).isNull());
        try (var later = new World()) {
            restore(later, "/journal/0.5.0-origins.json");
            assertThat(lots(later.process.allocations.of(GoldenJournal.OTHER_STUDY)))
                    .extracting(lot -> lot.sheet().tissueDonor())
                    .containsExactly("D-0417");
        }
    }

    private static Collection<Lot> lots(Allocation allocation) {
        return allocation.stock().supply().lots().values();
    }

    @Test
    void every_kind_of_fact_is_in_the_frozen_journals() throws IOException {
        var kinds = new HashSet<Class<?>>(kinds(world, "/journal/0.1.0.json"));
        for (var frozen : LATER) {
            try (var later = new World()) {
                kinds.addAll(kinds(later, frozen));
            }
        }
        assertThat(kinds)
                .isEqualTo(RandomizationService.codec(World.JSON, world.keys).types());
    }

    private static String letters(Map<SubjectId, Seat> seats) {
        return DesignTwin.people().stream()
                .map(subject -> seats.get(subject).arm().code().substring(0, 1))
                .collect(Collectors.joining());
    }

    private static Set<Class<?>> kinds(World world, String frozen) throws IOException {
        restore(world, frozen);
        return world.process.journal.after(0, 0, 1_000).stream()
                .flatMap(commit -> commit.facts().stream())
                .map(Object::getClass)
                .collect(Collectors.toSet());
    }

    private static void restore(World world, String resource) throws IOException {
        try (var in = GoldenJournalTest.class.getResourceAsStream(resource)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Document::parse)
                    .forEach(line -> world.database
                            .getCollection(line.getString("in"))
                            .insertOne(line.get("document", Document.class)));
        }
    }

    private static String arms(Allocation allocation) {
        return List.of(TwinTrial.ANNA, TwinTrial.BORIS, TwinTrial.CLARA, TwinTrial.DORA).stream()
                .map(subject -> "A" + subject.number() + ":"
                        + allocation.seats().get(subject).arm().code())
                .collect(Collectors.joining(" "));
    }

    private static String kits(Allocation allocation) {
        Map<String, Kit> sorted = new TreeMap<>(allocation.stock().kits());
        return sorted.values().stream()
                .map(kit -> String.join(" ", kit.number(), kit.type().code(), whereabouts(kit)))
                .collect(Collectors.joining("\n"));
    }

    private static String whereabouts(Kit kit) {
        var out = kit.handedOut();
        if (out == null) {
            return "on the shelf";
        }
        SubjectId subject = out.subject();
        return subject + " dose " + out.dose() + (out.returned() ? " returned" : "");
    }
}
