package io.equipoise.randomization;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.randomization.domain.AllocationEvent;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JournalNamesTest {
    private static final List<String> NAMES = List.of("""
        LotRegistered.v1 LotTested.v1 LotDecided.v1 DepotOpened.v1 KitsPacked.v1 ShipmentRequested.v1
        ShipmentSent.v1 ReturnSent.v1 ShipmentReceived.v1 TemperaturesRead.v1 ExcursionFound.v1
        ExcursionDecided.v1 KitReported.v1 KitsDestroyed.v1 ResupplyPlanned.v1 ResupplyDecided.v1
        ListDrawn.v1 SchemeDeclared.v1 SeedCommitted.v1 SequencesSettled.v1 ListDrafted.v1
        ListApproved.v1 ListReleased.v1 SubjectRandomized.v1 SubjectRerandomized.v1 ArmReallocated.v1
        ArmAllocated.v1 KitsReceived.v1 KitDispensed.v1 KitReturned.v1 CodeBroken.v1
        CodeBreakRequested.v1 CodeBreakRefused.v1 OpeningKeyMade.v1 OpeningShareGiven.v1
        OpeningKeyReplacementAsked.v1 OpeningKeyReplaced.v1
        EnvelopesSealed.v1 EnvelopeOpened.v1 BrokenForSafety.v1 SafetyBreakRefused.v1
        CodeBreakAssessed.v1 ProductOriginNoted.v1 AssignmentTaken.v1
        """.strip().split("\\s+"));

    @Test
    void every_fact_has_its_name_in_the_journal_and_no_name_is_without_a_fact() {
        try (var world = new World()) {
            var codec = RandomizationService.codec(World.JSON, world.keys);
            assertThat(codec.types()).isEqualTo(leaves(AllocationEvent.class).collect(Collectors.toSet()));
            assertThat(codec.names()).containsExactlyInAnyOrderElementsOf(NAMES);
        }
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isInterface()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(JournalNamesTest::leaves)
                : Stream.of(type);
    }
}
