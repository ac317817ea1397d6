package io.equipoise.adverseevent.adapter.kafka;

import static io.equipoise.adverseevent.domain.Wards.ANNA;
import static io.equipoise.adverseevent.domain.Wards.AN_HOUR_IN;
import static io.equipoise.adverseevent.domain.Wards.REACTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.AdverseEventFact.AdverseEventAmended;
import io.equipoise.adverseevent.domain.AdverseEventFact.AdverseEventReported;
import io.equipoise.adverseevent.domain.AlertFact.AlertAcknowledged;
import io.equipoise.adverseevent.domain.AlertFact.AlertDelivered;
import io.equipoise.adverseevent.domain.AlertFact.AlertEscalated;
import io.equipoise.adverseevent.domain.AlertFact.AlertRaised;
import io.equipoise.adverseevent.domain.AlertFact.AlertUndelivered;
import io.equipoise.adverseevent.domain.Channel;
import io.equipoise.adverseevent.domain.Delivery;
import io.equipoise.adverseevent.domain.Lifter;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.Signature;
import io.equipoise.adverseevent.domain.StoppingFact.BoundaryCrossed;
import io.equipoise.adverseevent.domain.StoppingFact.ExposureNoted;
import io.equipoise.adverseevent.domain.StoppingFact.HoldLifted;
import io.equipoise.adverseevent.domain.StoppingFact.StudyHeld;
import io.equipoise.adverseevent.domain.Target;
import io.equipoise.adverseevent.domain.Wards;
import io.equipoise.contracts.Contracts;
import io.equipoise.platform.journal.Attribution;
import io.equipoise.platform.journal.Commit;
import io.equipoise.platform.web.StrictJson;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractTest {
    private static final String ALERT = "AL-" + REACTION;
    private static final Target OFFICER = new Target(Channel.EMAIL, "safety-officer");
    private static final Target HOOK = new Target(Channel.WEBHOOK, "https://safety.example/hook");

    private static final String HOLD = "HO-NCT07146087-1";
    private static final Instant APRIL = Instant.parse("2025-04-01T12:00:00Z");
    private static final Signature SIGNED =
            new Signature("A member of the board", "dsb-01", Lifter.DATA_SAFETY_BOARD, "approval", APRIL);
    private static final StudyHeld HELD =
            new StudyHeld("NCT07146087", HOLD, "SEVERE", APRIL, List.of(Lifter.DATA_SAFETY_BOARD));

    static Stream<SafetyFact> facts() {
        return Stream.of(
                Wards.MILD_REPORTED,
                new AdverseEventAmended(
                        REACTION, ANNA, 2, Wards.ADMITTED, AN_HOUR_IN, "stayed a night", "admitted overnight"),
                new AlertRaised(
                        ALERT,
                        REACTION,
                        ANNA,
                        "SERIOUS",
                        3,
                        "Grade 3 infusion related reaction: hospitalization",
                        Wards.TOLD,
                        Instant.parse("2025-03-11T11:15:00Z"),
                        List.of(OFFICER)),
                new AlertDelivered(ALERT, ANNA, new Delivery(0, OFFICER), Instant.parse("2025-03-11T11:00:01Z")),
                new AlertUndelivered(
                        ALERT, ANNA, new Delivery(0, HOOK), Instant.parse("2025-03-11T11:00:01Z"), 3, "HTTP 503"),
                new AlertAcknowledged(ALERT, ANNA, "saf-01", Instant.parse("2025-03-11T11:03:00Z"), "site called"),
                new AlertEscalated(ALERT, ANNA, 1, Instant.parse("2025-03-11T11:15:00Z"), List.of(OFFICER)),
                HELD,
                new HoldLifted(HELD.study(), HOLD, "no pattern was seen", SIGNED));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void what_is_told_is_the_golden_example(SafetyFact fact) {
        var json = StrictJson.mapper();
        var message = new SafetyMessages().tell(commit(fact)).getFirst();
        assertThat(message.topic()).isEqualTo("adverse-events");
        assertThat(json.readTree(json.writeValueAsString(message.data())))
                .isEqualTo(json.readTree(Contracts.example(message.type())));
    }

    @Test
    void every_event_of_the_topic_is_told_by_somebody() {
        assertThat(facts().map(fact ->
                        new SafetyMessages().tell(commit(fact)).getFirst().type()))
                .containsExactlyInAnyOrderElementsOf(Contracts.events("adverse-events").stream()
                        .map(Contracts.Event::type)
                        .toList());
    }

    @Test
    void neither_rules_nor_counts_nor_who_was_dosed_nor_who_signed_are_told() {
        var study = HELD.study();
        var crossed = new BoundaryCrossed(study, "SEVERE", 1, 2, 2, 2, "unlikely", APRIL);
        var dosed = new ExposureNoted(study, ANNA.toString(), APRIL);
        assertThat(new SafetyMessages().tell(commit(crossed))).isEmpty();
        assertThat(new SafetyMessages().tell(commit(dosed))).isEmpty();
        assertThat(facts().map(fact -> new SafetyMessages().tell(commit(fact)).toString()))
                .noneMatch(text -> text.contains("SEVERE") || text.contains("Dana") || text.contains("pattern"));
    }

    @Test
    void no_narrative_is_told() {
        var told = facts().map(fact -> new SafetyMessages().tell(commit(fact)).toString());
        assertThat(told).noneMatch(text -> text.contains("felt warm") || text.contains("stayed a night"));
    }

    @Test
    void what_is_not_known_is_left_out() {
        var bare = new AdverseEventReported(REACTION, ANNA, Wards.lasting("2025-03-09", ""), null, null);
        var unset = new AlertRaised(ALERT, REACTION, ANNA, "SERIOUS", 3, "Grade 3", Wards.TOLD, null, List.of());
        for (var fact : List.of(bare, unset)) {
            var message = new SafetyMessages().tell(commit(fact)).getFirst();
            var told = StrictJson.mapper().writeValueAsString(message.data());
            assertThat(told).doesNotContain("null", "minutesFromStart", "escalateAt", "kit");
            assertThat(Contracts.problems(message.type(), told)).isEmpty();
        }
    }

    private static Commit<SafetyFact> commit(SafetyFact fact) {
        var by = new Attribution("c", "c", "inv-01", "investigator", Wards.TOLD, null, null, "c", null, null);
        return new Commit<>("adverse-event/" + REACTION, 1, 0, 1, by, List.of(fact));
    }
}
