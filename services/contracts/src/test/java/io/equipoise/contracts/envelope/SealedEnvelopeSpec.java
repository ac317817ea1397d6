package io.equipoise.contracts.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.equipoise.contracts.SubjectId;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Any two shares open any envelope; one opens none, and says nothing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SealedEnvelopeSpec {
    private static final SubjectId ANNA = new SubjectId("NCT07146087", "01", 1);
    private static final Instant NIGHT = Instant.parse("2025-06-02T21:14:00Z");
    private static final OpeningKey KEY = new OpeningKey("000102030405060708090a0b0c0d0e0f".repeat(2));
    private static final String SLOPES = "f0e1d2c3b4a5968778695a4b3c2d1e0f".repeat(2);
    private static final OpeningShare FIRST = KEY.share(1, SLOPES);
    private static final OpeningShare SECOND = KEY.share(2, SLOPES);
    private static final Enclosed EXOSOMES = new Enclosed(ANNA, "EXOSOMES", "MSC-Derived Exosomes");
    private static final Enclosed SALINE = new Enclosed(ANNA, "S", "Kochsalzlösung, 0,9 % — " + "z".repeat(300));

    @Test
    void two_people_open_an_envelope_and_find_what_was_put_in() {
        for (var enclosed : List.of(EXOSOMES, SALINE)) {
            var text = sealed(enclosed, 1).text();
            var found = SealedEnvelope.parse(text).orElseThrow();
            assertThat(found.open(OpeningKey.of(FIRST, SECOND).orElseThrow())).contains(enclosed);
            assertThat(text).doesNotContain(enclosed.title()).contains("subject: " + ANNA);
        }
    }

    @Test
    void any_two_of_all_shares_make_the_key_in_any_order() {
        var shares = IntStream.rangeClosed(1, OpeningShare.MOST)
                .mapToObj(number -> KEY.share(number, SLOPES))
                .toList();
        for (var one : shares) {
            for (var other : shares) {
                assertThat(OpeningKey.of(one, other))
                        .isEqualTo(one.equals(other) ? Optional.empty() : Optional.of(KEY));
            }
        }
    }

    @Test
    void one_share_fits_every_key_equally_well() {
        var possible = new HashSet<Integer>();
        for (int slope = 0; slope < 256; slope++) {
            possible.add(0x5a ^ FieldOf256.times(slope, 7));
        }
        assertThat(possible)
                .as("what a byte of the key can be where a share's byte is 5a")
                .hasSize(256);
    }

    @Test
    void a_share_of_another_key_opens_nothing() {
        var other = new OpeningKey("ff".repeat(32));
        assertThat(OpeningKey.of(FIRST, other.share(2, SLOPES))).isEmpty();
        var forged = new OpeningShare(FIRST.key(), 3, "00".repeat(32));
        assertThat(OpeningKey.of(FIRST, forged)).isEmpty();
        assertThat(sealed(EXOSOMES, 1).open(other)).isEmpty();
    }

    @Test
    void an_envelope_that_was_changed_does_not_open() {
        var sealed = sealed(EXOSOMES, 1);
        var boris = new SubjectId("NCT07146087", "01", 2);
        assertThat(new SealedEnvelope(boris, NIGHT, KEY.id(), sealed.sealed()).open(KEY))
                .isEmpty();
        assertThat(new SealedEnvelope(ANNA, NIGHT.plusSeconds(1), KEY.id(), sealed.sealed()).open(KEY))
                .isEmpty();
        for (int at : List.of(0, 20, sealed.sealed().length() - 1)) {
            var changed = new StringBuilder(sealed.sealed());
            changed.setCharAt(at, changed.charAt(at) == 'A' ? 'B' : 'A');
            assertThat(new SealedEnvelope(ANNA, NIGHT, KEY.id(), changed.toString()).open(KEY))
                    .isEmpty();
        }
        assertThat(new SealedEnvelope(ANNA, NIGHT, KEY.id(), "AAAA").open(KEY)).isEmpty();
    }

    @Test
    void every_envelope_has_one_size_and_what_is_in_it_one_length() {
        var texts = List.of(sealed(EXOSOMES, 1), sealed(SALINE, 2)).stream()
                .map(SealedEnvelope::text)
                .toList();
        assertThat(texts).allSatisfy(text -> assertThat(text).hasSize(SealedEnvelope.LENGTH));
        assertThat(sealed(EXOSOMES, 1).sealed()).hasSameSizeAs(sealed(SALINE, 2).sealed());
        var longest =
                new Enclosed(new SubjectId("N".repeat(24), "S".repeat(8), 9999), "A".repeat(40), "ö".repeat(2000));
        var text = SealedEnvelope.seal(longest, KEY, NIGHT.plusNanos(123_456_789), new byte[12])
                .text();
        assertThat(text).hasSize(SealedEnvelope.LENGTH);
    }

    @Test
    void what_is_no_envelope_is_not_taken_for_one() {
        var text = sealed(EXOSOMES, 1).text();
        assertThat(SealedEnvelope.parse(text.replace("v1", "v2"))).isEmpty();
        assertThat(SealedEnvelope.parse(text.replace("2025-06-02T", "last night ")))
                .isEmpty();
        assertThat(SealedEnvelope.parse(text.replace("2025-06-02T", "2025-06-32T")))
                .isEmpty();
        assertThat(SealedEnvelope.parse("")).isEmpty();
    }

    @Test
    void a_share_is_read_as_it_was_written_and_a_slip_is_found() {
        assertThat(FIRST.text()).matches("([0-9a-f]{4}-){19}[0-9a-f]{4}");
        assertThat(OpeningShare.parse(FIRST.text().replace('-', ' ').toUpperCase(Locale.ROOT)))
                .contains(FIRST);
        var slip = FIRST.text().replaceFirst("^(.{20})(.)", "$1" + (FIRST.text().charAt(20) == '0' ? '1' : '0'));
        assertThat(OpeningShare.parse(slip)).isEmpty();
        assertThat(OpeningShare.parse("")).isEmpty();
        assertThatThrownBy(() -> KEY.share(0, SLOPES)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_secret_prints_itself() {
        assertThat(List.of(KEY, FIRST, EXOSOMES).toString())
                .doesNotContain(KEY.hex(), FIRST.hex(), "EXOSOMES", "Exosomes");
    }

    private static SealedEnvelope sealed(Enclosed enclosed, int nonce) {
        return SealedEnvelope.seal(enclosed, KEY, NIGHT, new byte[] {(byte) nonce, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    }
}
