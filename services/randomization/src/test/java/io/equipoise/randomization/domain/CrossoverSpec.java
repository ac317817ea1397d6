package io.equipoise.randomization.domain;

import static io.equipoise.randomization.domain.Trial.ANNA;
import static io.equipoise.randomization.domain.Trial.BORIS;
import static io.equipoise.randomization.domain.Trial.COMMITTED;
import static io.equipoise.randomization.domain.Trial.DAY_0;
import static io.equipoise.randomization.domain.Trial.NOW;
import static io.equipoise.randomization.domain.Trial.SEED;
import static io.equipoise.randomization.domain.Trial.STUDY;
import static io.equipoise.randomization.domain.Trial.drawn;
import static io.equipoise.randomization.domain.Trial.enrolled;
import static io.equipoise.randomization.domain.Trial.kit;
import static io.equipoise.randomization.domain.Trial.shipment;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.platform.Acceptance;
import io.equipoise.randomization.domain.AllocationCommand.Dispense;
import io.equipoise.randomization.domain.AllocationCommand.DraftList;
import io.equipoise.randomization.domain.AllocationCommand.DrawList;
import io.equipoise.randomization.domain.AllocationCommand.ReceiveKits;
import io.equipoise.randomization.domain.AllocationEvent.KitDispensed;
import io.equipoise.randomization.domain.AllocationEvent.SequencesSettled;
import io.equipoise.randomization.domain.Design.Share;
import io.equipoise.randomization.domain.Sequences.Sequence;
import io.equipoise.randomization.domain.Sequences.Span;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two sequences of two periods of 24 weeks, as MESEMS is: people are randomized once and get both. */
class CrossoverSpec extends AllocationSpecification {
    private static final Arm MSC = new Arm("MSC");
    private static final Arm PLACEBO = new Arm("PLACEBO");
    private static final Arm MSC_FIRST = new Arm("MSC_FIRST");
    private static final Arm PLACEBO_FIRST = new Arm("PLACEBO_FIRST");
    private static final Sequences SEQUENCES = new Sequences(
            List.of(new Span("P1", "P0W", "P24W"), new Span("P2", "P24W", "P48W")),
            List.of(
                    new Sequence(MSC_FIRST, List.of(MSC, PLACEBO)),
                    new Sequence(PLACEBO_FIRST, List.of(PLACEBO, MSC))));
    private static final Design DESIGN = new Design(
            List.of(new Share(MSC_FIRST, "MSC then placebo", 1), new Share(PLACEBO_FIRST, "Placebo then MSC", 1)),
            List.of(),
            List.of(),
            SEQUENCES);
    private static final DrawList DRAW = new DrawList(STUDY, DESIGN, SEED, List.of(2), 20);
    private static final SequencesSettled SETTLED =
            new SequencesSettled(STUDY, SEQUENCES.spans(), SEQUENCES.sequences());
    private static final Shipment KITS =
            shipment(List.of(kit("K-1", MSC), kit("K-2", PLACEBO), kit("K-3", MSC), kit("K-4", PLACEBO)));
    private final Given anna_and_boris = given(
            drawn(DRAW),
            SETTLED,
            Trial.received(KITS),
            ANNA_RANDOMIZED,
            allocated(ANNA, MSC_FIRST),
            BORIS_RANDOMIZED,
            allocated(BORIS, PLACEBO_FIRST));

    @Test
    void what_the_sequences_give_is_settled_with_the_list() {
        given().when(DRAW).then(drawn(DRAW), COMMITTED, SETTLED);
        var scheme = new AllocationCommand.DeclareScheme(STUDY, 1, DESIGN, SEED, Schemes.EFRON);
        given().when(scheme).then(Schemes.declared(1, DESIGN, Schemes.EFRON), COMMITTED, SETTLED);
        var rows = List.of(new ListRow("ALL", 1, MSC_FIRST), new ListRow("ALL", 2, PLACEBO_FIRST));
        assertThat(given().when(new DraftList(STUDY, DESIGN, rows, SEED, "stefan"))
                        .accepted())
                .contains(SETTLED);
    }

    @Test
    @Acceptance("AL-2")
    void who_is_on_placebo_first_moves_to_cells_at_week_24_and_the_reverse_after_one_randomization() {
        var first = anna_and_boris.when(dispensing(ANNA, 1, DAY_0)).accepted();
        assertThat(kindOf(first)).isEqualTo(kindOfFirst(ANNA));
        for (var subject : List.of(ANNA, BORIS)) {
            var before =
                    kindOf(anna_and_boris.when(dispensing(subject, 1, DAY_0)).accepted());
            var lastDay = kindOf(anna_and_boris
                    .when(dispensing(subject, 2, DAY_0.plusWeeks(24).minusDays(1)))
                    .accepted());
            var after = kindOf(anna_and_boris
                    .when(dispensing(subject, 2, DAY_0.plusWeeks(24)))
                    .accepted());
            assertThat(before).isEqualTo(kindOfFirst(subject)).isEqualTo(lastDay);
            assertThat(after).isEqualTo(before.equals(MSC) ? PLACEBO : MSC);
        }
        assertThat(kindOfFirst(ANNA)).isNotEqualTo(kindOfFirst(BORIS));
    }

    @Test
    void a_day_in_no_period_is_refused_whatever_the_sequence() {
        var after = DAY_0.plusWeeks(48).plusDays(1);
        var anna = anna_and_boris.when(dispensing(ANNA, 2, after)).refused("OUTSIDE_THE_PERIODS");
        assertThat(anna_and_boris.when(dispensing(BORIS, 2, after)).refused("OUTSIDE_THE_PERIODS"))
                .isEqualTo(anna);
        anna_and_boris.when(dispensing(ANNA, 2, DAY_0.plusWeeks(48))).accepted();
    }

    @Test
    void kits_are_of_what_is_given_and_not_of_sequences() {
        given(drawn(DRAW), SETTLED).when(new ReceiveKits(KITS, DESIGN.kinds())).accepted();
        given().when(new ReceiveKits(KITS, DESIGN.kinds())).accepted();
        var ofSequences = shipment(List.of(kit("K-1", MSC_FIRST), kit("K-2", PLACEBO_FIRST)));
        given(drawn(DRAW), SETTLED)
                .when(new ReceiveKits(ofSequences, DESIGN.kinds()))
                .refused("KIT_TYPE_UNKNOWN");
    }

    private Arm kindOfFirst(SubjectId subject) {
        var state = Allocation.DECIDER.replay(List.of(drawn(DRAW), SETTLED, ANNA_RANDOMIZED, BORIS_RANDOMIZED));
        return state.seats().get(subject).arm().equals(MSC_FIRST) ? MSC : PLACEBO;
    }

    private static Arm kindOf(List<AllocationEvent> facts) {
        var kit = ((KitDispensed) facts.getFirst()).kit();
        return KITS.kits().stream()
                .filter(box -> box.kit().equals(kit))
                .findFirst()
                .orElseThrow()
                .type();
    }

    private static Dispense dispensing(SubjectId subject, int dose, LocalDate on) {
        return new Dispense(enrolled(subject), true, dose, on.atTime(9, 0).toInstant(ZoneOffset.UTC), NOW);
    }
}
