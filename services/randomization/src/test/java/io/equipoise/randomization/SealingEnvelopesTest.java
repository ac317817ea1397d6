package io.equipoise.randomization;

import static io.equipoise.randomization.adapter.rest.TwinTrial.ANNA;
import static io.equipoise.randomization.adapter.rest.TwinTrial.BORIS;
import static io.equipoise.randomization.adapter.rest.TwinTrial.CLARA;
import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.contracts.SubjectId;
import io.equipoise.contracts.envelope.OpeningKey;
import io.equipoise.contracts.envelope.OpeningShare;
import io.equipoise.contracts.envelope.SealedEnvelope;
import io.equipoise.platform.command.CommandHandler;
import io.equipoise.platform.command.Outcome;
import io.equipoise.platform.journal.Commit;
import io.equipoise.randomization.application.SealingEnvelopes;
import io.equipoise.randomization.domain.AllocationEvent;
import io.equipoise.randomization.domain.AllocationEvent.OpeningKeyReplaced;
import io.equipoise.randomization.domain.Envelopes;
import io.equipoise.randomization.domain.Seed;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Two people, two shares and a file find what the list says, and no service is asked. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SealingEnvelopesTest {
    private final World world = new World().withStudy(List.of("EXOSOMES", "SALINE"), "[]");
    private OpeningShare one;
    private OpeningShare other;

    @BeforeEach
    void two_are_randomized_and_two_hold_shares() {
        world.process.lists.draw(
                World.STUDY, new Seed("f".repeat(16)), List.of(2), 20, World.by("statistician", "draw"));
        randomize(ANNA);
        randomize(BORIS);
        one = share("inv-01");
        other = share("pha-01");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void each_envelope_holds_the_arm_of_its_subject() {
        var key = OpeningKey.of(one, other).orElseThrow();
        for (var envelope : sealed("seal", false)) {
            var read = SealedEnvelope.parse(envelope.text()).orElseThrow();
            var enclosed = read.open(key).orElseThrow();
            var seat = world.process.allocations.of(World.STUDY).seats().get(read.subject());
            assertThat(enclosed.arm()).isEqualTo(seat.arm().code());
            assertThat(enclosed.title()).isEqualTo(enclosed.arm() + " in full");
        }
    }

    @Test
    void who_was_randomized_since_gets_an_envelope_of_the_same_key_and_the_others_keep_theirs() {
        assertThat(sealed("seal", false)).extracting(SealedEnvelope::subject).containsExactly(ANNA, BORIS);
        randomize(CLARA);
        var inventory = world.process.sealing.inventory(World.STUDY, site -> true);
        assertThat(inventory.missing()).containsExactly(CLARA.toString());
        assertThat(inventory.sealed()).containsExactly(ANNA.toString(), BORIS.toString());
        var later = sealed("later", false);
        assertThat(later).extracting(SealedEnvelope::subject).containsExactly(CLARA);
        assertThat(later.getFirst().open(OpeningKey.of(one, other).orElseThrow()))
                .isPresent();
        assertThat(world.process.sealing.inventory(World.STUDY, site -> true).missing())
                .isEmpty();
    }

    @Test
    void an_answer_that_was_lost_is_asked_for_again_share_and_envelopes() {
        assertThat(share("inv-01")).isEqualTo(one);
        var first = sealed("seal", false);
        var again = sealed("seal", false);
        assertThat(again).extracting(SealedEnvelope::subject).isEqualTo(List.of(ANNA, BORIS));
        assertThat(again)
                .extracting(SealedEnvelope::madeAt)
                .isEqualTo(first.stream().map(SealedEnvelope::madeAt).toList());
    }

    @Test
    void after_the_key_was_replaced_the_old_shares_open_no_new_file_and_the_new_ones_do() {
        var before = sealed("seal", false);
        replaced();
        assertThat(world.process.sealing.inventory(World.STUDY, site -> true).missing())
                .containsExactly(ANNA.toString(), BORIS.toString());
        var fresh = OpeningKey.of(share("inv-01", "share-2"), share("pha-01", "share-2"))
                .orElseThrow();
        var anew = sealed("seal-2", true);
        var former = OpeningKey.of(one, other).orElseThrow();
        assertThat(anew).hasSize(2).allSatisfy(envelope -> {
            assertThat(envelope.open(former)).isEmpty();
            assertThat(envelope.open(fresh)).isPresent();
        });
        assertThat(before)
                .allMatch(envelope ->
                        envelope.open(fresh).isEmpty() && envelope.open(former).isPresent());
    }

    @Test
    void what_was_done_under_the_key_before_is_not_answered_again_with_the_new_one() {
        sealed("seal", false);
        replaced();
        var sealing = world.process.sealing;
        assertThat(code(sealing.takeShare(World.STUDY, World.by("inv-01", "share"))))
                .isEqualTo("OPENING_KEY_REPLACED");
        assertThat(code(sealing.seal(World.STUDY, false, site -> true, World.by("inv-01", "seal"))))
                .isEqualTo("OPENING_KEY_REPLACED");
    }

    @Test
    void the_reason_of_a_replacement_and_both_names_stand_in_the_journal() {
        replaced();
        assertThat(world.process
                        .journal
                        .read(SealingEnvelopes.stream(World.STUDY))
                        .getLast()
                        .facts())
                .singleElement()
                .isInstanceOfSatisfying(OpeningKeyReplaced.class, fact -> {
                    assertThat(fact.reason()).isEqualTo("the folder with both shares is missing");
                    assertThat(List.of(fact.askedBy(), fact.confirmedBy())).containsExactly("inv-01", "pha-01");
                });
    }

    private void replaced() {
        var sealing = world.process.sealing;
        recorded(sealing.askReplacement(
                World.STUDY, "the folder with both shares is missing", World.by("inv-01", "ask")));
        assertThat(sealing.inventory(World.STUDY, site -> true)
                        .asked()
                        .orElseThrow()
                        .askedBy())
                .isEqualTo("inv-01");
        var otherwise = new SealingEnvelopes(
                world.process.allocations,
                world.process.codes,
                new CommandHandler<>(world.process.journal, Envelopes.DECIDER),
                SealingEnvelopesTest::otherChance);
        recorded(otherwise.confirmReplacement(World.STUDY, "inv-01", World.by("pha-01", "confirm")));
    }

    /** Other than the world's, whose chance is the same each time. */
    private static byte[] otherChance(int length) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) 0x5A);
        return bytes;
    }

    private static String code(Outcome<AllocationEvent> outcome) {
        return ((Outcome.Refused<AllocationEvent>) outcome).reason().code();
    }

    @Test
    void staff_of_another_site_get_no_envelopes_and_see_nobody() {
        assertThat(world.process.sealing.seal(World.STUDY, true, "02"::equals, World.by("inv-02", "seal")))
                .isInstanceOf(Outcome.Unchanged.class);
        assertThat(world.process.sealing.inventory(World.STUDY, "02"::equals).missing())
                .isEmpty();
    }

    @Test
    void a_study_that_nobody_told_us_of_has_no_shares_and_no_envelopes() {
        var by = World.by("inv-01", "nowhere");
        for (var outcome : List.of(
                world.process.sealing.takeShare("NOSTUDY", by),
                world.process.sealing.askReplacement("NOSTUDY", "the shares are lost", by),
                world.process.sealing.confirmReplacement("NOSTUDY", "inv-02", by),
                world.process.sealing.seal("NOSTUDY", true, site -> true, by))) {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.reason().code()).isEqualTo("STUDY_UNKNOWN"));
        }
    }

    private OpeningShare share(String holder) {
        return share(holder, "share");
    }

    private OpeningShare share(String holder, String key) {
        var sealing = world.process.sealing;
        return sealing.share(World.STUDY, recorded(sealing.takeShare(World.STUDY, World.by(holder, key))));
    }

    private List<SealedEnvelope> sealed(String key, boolean anew) {
        var sealing = world.process.sealing;
        var outcome = sealing.seal(World.STUDY, anew, site -> true, World.by("inv-01", key));
        return sealing.envelopes(World.STUDY, recorded(outcome));
    }

    private void randomize(SubjectId subject) {
        world.enrolled(subject, "{}");
        world.process.treating.randomize(subject, LocalDate.of(2025, 3, 11), World.by("inv-01", subject.toString()));
    }

    private static Commit<AllocationEvent> recorded(Outcome<AllocationEvent> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
        return ((Outcome.Recorded<AllocationEvent>) outcome).commit();
    }
}
