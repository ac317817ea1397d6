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
import io.equipoise.randomization.domain.AllocationEvent.OpeningShareGiven;
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
        assertThat(List.of(taking("inv-01"), MADE, Envelopes.DECIDER.replay(TWO_HOLD_SHARES))
                        .toString())
                .doesNotContain(KEY.hex(), SLOPES);
    }

    private static final EnvelopeOpened OPENED = new EnvelopeOpened(
            STUDY, ANNA.toString(), ANNA.site(), CodeBreakCategory.OVERDOSE, SEIZURE, "Dr. Weiss", NIGHT);

    private static TakeShare taking(String holder) {
        return new TakeShare(STUDY, holder, KEY, SLOPES);
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
