package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.randomization.application.BreakingCodes.Need;
import io.equipoise.randomization.application.BreakingCodes.Standing;
import io.equipoise.randomization.application.Supplying;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.AllocationEvent.CodeBreakRefused;
import io.equipoise.randomization.domain.Arm;
import io.equipoise.randomization.domain.LotSheet;
import io.equipoise.randomization.domain.LotVerdict;
import io.equipoise.randomization.domain.ProductLot;
import io.equipoise.randomization.domain.Seed;
import io.equipoise.randomization.domain.Shipment;
import io.equipoise.randomization.domain.Shipment.BoxedKit;
import io.equipoise.randomization.domain.SupplyCommand.DecideLot;
import io.equipoise.randomization.domain.SupplyCommand.RegisterLot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SecretsInTheJournalTest {
    private static final SubjectId ANNA = new SubjectId(World.STUDY, "01", 1);
    private static final Need SEIZURE =
            new Need("MEDICAL_EMERGENCY", "seizure after the infusion", Instant.parse("2025-06-02T21:14:00Z"));
    private static final Standing AT_THE_SITE = new Standing(true, World.NOW);
    private static final Standing ELSEWHERE = new Standing(false, World.NOW);
    private static final Attribution INVESTIGATOR = World.by("inv-01", "break");

    private final World world = new World();

    @BeforeEach
    void anna_is_randomized() {
        world.withStudy(List.of("EXOSOMES", "SALINE"), "[]");
        world.enrolled(ANNA, "{}");
        world.process.lists.draw(
                World.STUDY, new Seed("f".repeat(16)), List.of(2), 20, World.by("statistician", "draw"));
        world.process.treating.randomize(ANNA, LocalDate.of(2025, 3, 11), World.by("inv-01", "randomize"));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void what_is_written_is_read_back_by_another_process() {
        assertThat(world.new Process().allocations.of(World.STUDY))
                .isEqualTo(world.process.allocations.of(World.STUDY));
    }

    @Test
    void the_fingerprint_of_a_shipment_and_of_a_list_cannot_be_guessed_at() {
        world.process.supplying.receive(shipment(), World.by("pharmacist", "kits"));
        var plain = World.by("x", "x").fingerprint();
        assertThat(world.process
                        .journal
                        .find("pharmacist:kits")
                        .orElseThrow()
                        .by()
                        .fingerprint())
                .isNotEqualTo(plain)
                .isEqualTo(world.keys.fingerprint("study/" + World.STUDY, plain))
                .isNotEqualTo(world.keys.fingerprint("study/OTHER", plain));
        assertThat(world.process
                        .journal
                        .find("statistician:draw")
                        .orElseThrow()
                        .by()
                        .fingerprint())
                .isNotEqualTo(plain);
    }

    @Test
    void a_lot_and_its_verdict_are_unreadable_in_the_store_and_the_fingerprint_cannot_be_guessed_at() {
        var sheet = new LotSheet(
                "Vesicles",
                new Arm("EXOSOMES"),
                "umbilical",
                3,
                null,
                "SEC-1",
                List.of(),
                List.of(),
                LocalDate.of(2026, 3, 31),
                0,
                0);
        var lot = new ProductLot("LOT-9");
        var by = World.by("pharmacist", "lot");
        world.process.keeping.ask(World.STUDY, (kinds, now) -> new RegisterLot(World.STUDY, lot, sheet, kinds), by);
        world.process.keeping.ask(
                World.STUDY,
                (kinds, now) ->
                        new DecideLot(World.STUDY, lot, LotVerdict.REJECTED, "smells odd", "qp-01", World.NOW, now),
                World.by("qp-01", "reject"));
        var raw = new StringBuilder();
        world.database.getCollection("journal").find().forEach(commit -> raw.append(commit.toJson()));
        assertThat(raw.toString())
                .contains("LotRegistered.v1", "LotDecided.v1")
                .doesNotContain("LOT-9", "SEC-1", "Vesicles", "umbilical", "smells", "REJECTED");
        assertThat(world.process.journal.find(by.commandId()).orElseThrow().by().fingerprint())
                .isEqualTo(world.keys.fingerprint("study/" + World.STUDY, by.fingerprint()));
        assertThat(world.new Process().allocations.of(World.STUDY).stock())
                .isEqualTo(world.process.allocations.of(World.STUDY).stock());
    }

    @Test
    void the_same_shipment_sent_again_is_the_same_and_another_under_its_key_is_refused() {
        world.process.supplying.receive(shipment(), World.by("pharmacist", "kits"));
        assertThat(world.process.supplying.receive(shipment(), World.by("pharmacist", "kits")))
                .isInstanceOfSatisfying(
                        Outcome.Recorded.class,
                        again -> assertThat(again.repeated()).isTrue());
        var other = World.by("pharmacist", "kits").withFingerprint("other");
        assertThat(world.process.supplying.receive(shipment(), other)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_code_break_is_in_the_journal_before_the_arm_is_shown_and_is_shown_again_only_to_who_broke_it() {
        var first = recorded(world.process.codes.breakCode(ANNA, SEIZURE, AT_THE_SITE, INVESTIGATOR));
        assertThat(world.process.journal.find(INVESTIGATOR.commandId())).contains(first.commit());
        var again = recorded(world.process.codes.breakCode(ANNA, SEIZURE, AT_THE_SITE, INVESTIGATOR));
        assertThat(again.repeated()).isTrue();
        assertThat(world.process.codes.reveal(ANNA, again.commit()))
                .isEqualTo(world.process.codes.reveal(ANNA, first.commit()));
        var colleague =
                recorded(world.process.codes.breakCode(ANNA, SEIZURE, AT_THE_SITE, World.by("inv-02", "break")));
        assertThat(colleague.repeated()).isFalse();
        assertThat(world.process.codes.reveal(ANNA, first.commit()).toString())
                .doesNotContain("EXO", "SALINE", "Saline");
    }

    @Test
    void an_attempt_from_another_site_is_refused_and_kept() {
        var by = World.by("inv-of-02", "break");
        assertThat(world.process.codes.breakCode(ANNA, SEIZURE, ELSEWHERE, by))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason().code()).isEqualTo("OTHER_SITE"));
        assertThat(world.process.journal.find(by.commandId()).orElseThrow().facts())
                .hasOnlyElementsOfType(CodeBreakRefused.class);
    }

    @Test
    void an_attempt_with_an_old_log_in_is_kept_and_the_same_command_goes_through_after_a_new_one() {
        var old = new Standing(true, World.NOW.minusSeconds(301));
        assertThat(world.process.codes.breakCode(ANNA, SEIZURE, old, INVESTIGATOR))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(recorded(world.process.codes.breakCode(ANNA, SEIZURE, AT_THE_SITE, INVESTIGATOR))
                        .repeated())
                .isFalse();
        assertThat(world.process.codes.breakCode(ANNA, SEIZURE, old, INVESTIGATOR))
                .as("shown again only after a new log-in, too")
                .isInstanceOf(Outcome.Refused.class);
        assertThat(world.process.journal.read("allocation/" + World.STUDY).stream()
                        .flatMap(commit -> commit.facts().stream())
                        .filter(CodeBreakRefused.class::isInstance))
                .hasSize(1);
    }

    @Test
    void a_study_that_does_not_exist_gets_no_stream() {
        var nobody = new SubjectId("NOSTUDY", "01", 1);
        assertThat(world.process.codes.breakCode(nobody, SEIZURE, AT_THE_SITE, INVESTIGATOR))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason().code()).isEqualTo("STUDY_UNKNOWN"));
        assertThat(world.process.journal.read("allocation/NOSTUDY")).isEmpty();
    }

    @Test
    void kit_numbers_that_are_offered_are_new_and_different() {
        world.process.supplying.receive(shipment(), World.by("pharmacist", "kits"));
        var counting = new AtomicInteger();
        var supplying = new Supplying(
                study -> Optional.empty(),
                world.process.allocations,
                (study, text) -> text,
                bound -> counting.getAndIncrement() / 2);
        assertThat(supplying.freeNumbers(World.STUDY, 3)).containsExactly("K-000000", "K-000003", "K-000004");
    }

    private static Outcome.Recorded<AllocationEvent> recorded(Outcome<AllocationEvent> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
        return (Outcome.Recorded<AllocationEvent>) outcome;
    }

    private static Shipment shipment() {
        return new Shipment(
                World.STUDY,
                "01",
                new ProductLot("LOT-7"),
                "P-0001",
                List.of(new BoxedKit("K-000001", new Arm("EXOSOMES")), new BoxedKit("K-000002", new Arm("SALINE"))),
                LocalDate.of(2026, 3, 31));
    }
}
