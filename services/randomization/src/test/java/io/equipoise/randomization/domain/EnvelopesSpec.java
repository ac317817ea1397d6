package io.equipoise.randomization.domain;

import static io.equipoise.randomization.domain.Trial.ANNA;
import static io.equipoise.randomization.domain.Trial.BORIS;
import static io.equipoise.randomization.domain.Trial.NOW;
import static io.equipoise.randomization.domain.Trial.STUDY;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.envelope.OpeningKey;
import io.equipoise.platform.Specification;
import io.equipoise.randomization.domain.AllocationEvent.EnvelopeOpened;
import io.equipoise.randomization.domain.AllocationEvent.EnvelopesSealed;
import io.equipoise.randomization.domain.AllocationEvent.OpeningKeyMade;
import io.equipoise.randomization.domain.AllocationEvent.OpeningKeyReplaced;
import io.equipoise.randomization.domain.AllocationEvent.OpeningKeyReplacementAsked;
import io.equipoise.randomization.domain.AllocationEvent.OpeningShareGiven;
import io.equipoise.randomization.domain.EnvelopeCommand.AskReplacement;
import io.equipoise.randomization.domain.EnvelopeCommand.ConfirmReplacement;
import io.equipoise.randomization.domain.EnvelopeCommand.Reconcile;
import io.equipoise.randomization.domain.EnvelopeCommand.SealEnvelopes;
import io.equipoise.randomization.domain.EnvelopeCommand.TakeShare;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Envelopes that two people open where nothing of ours runs (domain rules 4.8). */
class EnvelopesSpec extends Specification<Envelopes, EnvelopeCommand, AllocationEvent> {
    private static final OpeningKey KEY = new OpeningKey("0123456789abcdef".repeat(4));
    private static final String SLOPES = "fedcba9876543210".repeat(4);
    private static final OpeningKeyMade MADE = new OpeningKeyMade(STUDY, KEY, SLOPES);
    private static final List<AllocationEvent> TWO_HOLD_SHARES = List.of(MADE, given(1, "inv-01"), given(2, "pha-01"));
    private static final Instant NIGHT = Instant.parse("2025-06-02T21:14:00Z");
    private static final String SEIZURE = "seizure one hour after the infusion";

    private static final OpeningKey FRESH = new OpeningKey("00ff".repeat(16));
    private static final String LOST = "the folder with both shares is missing";
    private static final Instant MONDAY = Instant.parse("2025-06-02T08:00:00Z");
    private static final OpeningKeyReplacementAsked ASKED =
            new OpeningKeyReplacementAsked(STUDY, "inv-01", LOST, MONDAY);
    private static final OpeningKeyReplaced REPLACED =
            new OpeningKeyReplaced(STUDY, FRESH, SLOPES, "inv-01", "pha-01", LOST);

    EnvelopesSpec() {
        super(Envelopes.DECIDER);
    }

    @Test
    void the_first_share_makes_the_studys_opening_key_and_the_second_is_of_the_same() {
        given().when(taking("inv-01")).then(MADE, given(1, "inv-01"));
        given(MADE, given(1, "inv-01")).when(taking("pha-01")).then(given(2, "pha-01"));
        var envelopes = Envelopes.DECIDER.replay(TWO_HOLD_SHARES);
        assertThat(OpeningKey.of(envelopes.share(1), envelopes.share(2))).contains(KEY);
    }

    @Test
    void nobody_gets_two_shares() {
        given(TWO_HOLD_SHARES).when(taking("inv-01")).refused("SHARE_ALREADY_HELD");
    }

    @Test
    void there_are_255_shares() {
        var all = new ArrayList<AllocationEvent>(List.of(MADE));
        IntStream.rangeClosed(1, 254).forEach(number -> all.add(given(number, "inv-" + number)));
        given(all).when(taking("last")).then(given(255, "last"));
        all.add(given(255, "last"));
        given(all).when(taking("later")).refused("SHARES_EXHAUSTED");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void envelopes_that_nobody_could_open_are_not_sealed(int facts) {
        given(TWO_HOLD_SHARES.subList(0, facts))
                .when(new SealEnvelopes(STUDY, List.of(ANNA), false))
                .refused("TOO_FEW_SHARES");
    }

    @Test
    void two_people_replace_the_opening_key_and_say_why() {
        given(TWO_HOLD_SHARES).when(asking("inv-01", MONDAY)).then(ASKED);
        given(TWO_HOLD_SHARES)
                .and(ASKED)
                .when(confirming("pha-01", "inv-01", MONDAY))
                .then(REPLACED);
    }

    @Test
    void who_held_a_share_holds_none_of_the_new_key_and_everybodys_envelope_is_missing() {
        var after = new ArrayList<>(TWO_HOLD_SHARES);
        after.addAll(List.of(sealed(ANNA.toString()), ASKED, REPLACED));
        given(after).when(new SealEnvelopes(STUDY, List.of(ANNA), false)).refused("TOO_FEW_SHARES");
        given(after).when(taking("inv-01")).then(given(1, "inv-01"));
        after.addAll(List.of(given(1, "inv-01"), given(2, "pha-01")));
        given(after).when(new SealEnvelopes(STUDY, List.of(ANNA), false)).then(sealed(ANNA.toString()));
        var before = Envelopes.DECIDER.replay(TWO_HOLD_SHARES);
        var now = Envelopes.DECIDER.replay(after);
        assertThat(OpeningKey.of(now.share(1), now.share(2))).contains(FRESH);
        assertThat(OpeningKey.of(before.share(1), before.share(2))).contains(KEY);
        assertThat(OpeningKey.of(before.share(1), now.share(2)).filter(FRESH::equals))
                .isEmpty();
    }

    @Test
    void a_key_that_was_never_made_is_not_replaced() {
        given().when(asking("inv-01", MONDAY)).refused("OPENING_KEY_NOT_MADE");
    }

    @Test
    void a_replacement_needs_a_reason_of_ten_characters_to_a_thousand() {
        for (var reason : List.of("  lost    ", "x".repeat(1_001))) {
            given(TWO_HOLD_SHARES)
                    .when(new AskReplacement(STUDY, "inv-01", reason, MONDAY))
                    .refused(reason.length() > 1_000 ? "TEXT_TOO_LONG" : "REASON_TOO_SHORT");
        }
    }

    @Test
    void nobody_replaces_the_key_alone() {
        given(TWO_HOLD_SHARES)
                .and(ASKED)
                .when(confirming("inv-01", "inv-01", MONDAY))
                .refused("SECOND_PERSON_MISSING");
        given(TWO_HOLD_SHARES).when(confirming("pha-01", "inv-01", MONDAY)).refused("KEY_REPLACEMENT_NOT_ASKED");
        given(TWO_HOLD_SHARES)
                .and(ASKED)
                .when(confirming("pha-01", "inv-02", MONDAY))
                .refused("KEY_REPLACEMENT_NOT_ASKED");
    }

    @Test
    void an_asking_stands_for_a_day_and_is_then_made_anew() {
        var nextDay = MONDAY.plusSeconds(86_400);
        given(TWO_HOLD_SHARES)
                .and(ASKED)
                .when(asking("pha-01", nextDay.minusSeconds(1)))
                .refused("KEY_REPLACEMENT_ASKED_ALREADY");
        given(TWO_HOLD_SHARES)
                .and(ASKED)
                .when(confirming("pha-01", "inv-01", nextDay.minusSeconds(1)))
                .then(REPLACED);
        given(TWO_HOLD_SHARES)
                .and(ASKED)
                .when(confirming("pha-01", "inv-01", nextDay))
                .refused("KEY_REPLACEMENT_NOT_ASKED");
        given(TWO_HOLD_SHARES)
                .and(ASKED)
                .when(asking("pha-01", nextDay))
                .then(new OpeningKeyReplacementAsked(STUDY, "pha-01", LOST, nextDay));
        given(TWO_HOLD_SHARES)
                .and(ASKED, REPLACED)
                .when(confirming("pha-01", "inv-01", MONDAY))
                .refused("KEY_REPLACEMENT_NOT_ASKED");
    }

    @Test
    void who_has_no_envelope_yet_gets_one() {
        given(TWO_HOLD_SHARES)
                .when(new SealEnvelopes(STUDY, List.of(BORIS, ANNA), false))
                .then(sealed(ANNA.toString(), BORIS.toString()));
        given(TWO_HOLD_SHARES)
                .and(sealed(ANNA.toString()))
                .when(new SealEnvelopes(STUDY, List.of(BORIS, ANNA), false))
                .then(sealed(BORIS.toString()));
    }

    @Test
    void where_everybody_has_one_nothing_happens_unless_all_are_sealed_anew() {
        given(TWO_HOLD_SHARES)
                .and(sealed(ANNA.toString()))
                .when(new SealEnvelopes(STUDY, List.of(ANNA), false))
                .then();
        given(TWO_HOLD_SHARES)
                .and(sealed(ANNA.toString()))
                .when(new SealEnvelopes(STUDY, List.of(ANNA), true))
                .then(sealed(ANNA.toString()));
    }

    @Test
    void an_envelope_that_was_opened_offline_is_a_code_break_that_happened_then() {
        given().when(opened("OVERDOSE", SEIZURE, "Dr. Weiss", NIGHT)).then(OPENED);
    }

    @Test
    void the_same_opening_reported_again_changes_nothing_and_another_one_is_another() {
        given(OPENED).when(opened("OTHER", "what was it again", "x", NIGHT)).then();
        given(OPENED)
                .when(opened("OVERDOSE", SEIZURE, " Dr. Weiss ", NIGHT.plusSeconds(60)))
                .then(new EnvelopeOpened(
                        STUDY,
                        ANNA.toString(),
                        ANNA.site(),
                        CodeBreakCategory.OVERDOSE,
                        SEIZURE,
                        "Dr. Weiss",
                        NIGHT.plusSeconds(60)));
    }

    @Test
    void a_report_names_category_reason_opener_and_a_time_that_has_been() {
        given().when(new Reconcile(ANNA, false, "OVERDOSE", SEIZURE, "x", NIGHT, NOW))
                .refused("NOT_RANDOMIZED");
        given().when(opened("CURIOSITY", SEIZURE, "x", NIGHT)).refused("CATEGORY_UNKNOWN");
        given().when(opened("OVERDOSE", "  urgent   ", "x", NIGHT)).refused("REASON_TOO_SHORT");
        given().when(opened("OVERDOSE", SEIZURE, " ", NIGHT)).refused("OPENER_MISSING");
        given().when(opened("OVERDOSE", SEIZURE, "x".repeat(101), NIGHT)).refused("OPENER_MISSING");
        given().when(opened("OVERDOSE", SEIZURE, "x", NOW.toldAt().plusSeconds(301)))
                .refused("IN_THE_FUTURE");
    }

    @Test
    void neither_key_nor_chance_prints_itself() {
        assertThat(List.of(REPLACED, confirming("pha-01", "inv-01", MONDAY)).toString())
                .doesNotContain(FRESH.hex(), SLOPES);
        assertThat(List.of(taking("inv-01"), MADE, Envelopes.DECIDER.replay(TWO_HOLD_SHARES))
                        .toString())
                .doesNotContain(KEY.hex(), SLOPES);
    }

    private static final EnvelopeOpened OPENED = new EnvelopeOpened(
            STUDY, ANNA.toString(), ANNA.site(), CodeBreakCategory.OVERDOSE, SEIZURE, "Dr. Weiss", NIGHT);

    private static TakeShare taking(String holder) {
        return new TakeShare(STUDY, holder, KEY, SLOPES);
    }

    private static AskReplacement asking(String by, Instant at) {
        return new AskReplacement(STUDY, by, LOST, at);
    }

    private static ConfirmReplacement confirming(String by, String askedBy, Instant at) {
        return new ConfirmReplacement(STUDY, by, askedBy, FRESH, SLOPES, at);
    }

    private static Reconcile opened(String category, String reason, String by, Instant at) {
        return new Reconcile(ANNA, true, category, reason, by, at, NOW);
    }

    private static OpeningShareGiven given(int number, String holder) {
        return new OpeningShareGiven(STUDY, number, holder);
    }

    private static EnvelopesSealed sealed(String... subjects) {
        return new EnvelopesSealed(STUDY, List.of(subjects));
    }
}
