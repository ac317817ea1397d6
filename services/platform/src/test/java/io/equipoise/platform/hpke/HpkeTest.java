package io.equipoise.platform.hpke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HpkeTest {
    private static final String PURPOSE = "a test";
    private static final String ANNA = "subject ANNA";

    private record Pair(RecipientKey key, RecipientSecret secret, String opening) {
        static Pair fresh() throws Exception {
            var pair = KeyPairGenerator.getInstance("X25519").generateKeyPair();
            var opening = base64(pair.getPrivate().getEncoded());
            return new Pair(
                    RecipientKey.of(base64(pair.getPublic().getEncoded())), RecipientSecret.of(opening), opening);
        }
    }

    /** RFC 9180, A.1.1.1: the same algorithm with a shorter key, because the RFC has no vector for ours. */
    @Test
    void the_vector_of_the_rfc_is_opened() throws Exception {
        var recipient = KeyFactory.getInstance("X25519")
                .generatePrivate(new XECPrivateKeySpec(
                        NamedParameterSpec.X25519,
                        hex("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8")));
        var enclosed = hex("37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431"
                + "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a9"
                + "6d8770ac83d07bea87e13c512a");
        var opened = new Hpke(1, 16)
                .open(recipient, hex("4f6465206f6e2061204772656369616e2055726e"), hex("436f756e742d30"), enclosed);
        assertThat(new String(opened, StandardCharsets.US_ASCII)).isEqualTo("Beauty is truth, truth beauty");
    }

    @Test
    void what_is_sealed_is_opened_by_the_recipient_alone() throws Exception {
        var officer = Pair.fresh();
        var sealed = officer.key().seal(PURPOSE, ANNA, "the secret");
        assertThat(sealed).startsWith("hpke1:" + officer.key().id() + ":").doesNotContain("secret");
        assertThat(officer.secret().open(PURPOSE, ANNA, sealed)).hasValue("the secret");
        var other = Pair.fresh();
        assertThat(other.secret().open(PURPOSE, ANNA, sealed)).isEmpty();
        assertThat(other.secret().holdsKeyOf(sealed)).isFalse();
        var relabelled = sealed.replace(officer.key().id(), other.key().id());
        assertThat(other.secret().holdsKeyOf(relabelled)).isTrue();
        assertThat(other.secret().open(PURPOSE, ANNA, relabelled)).isEmpty();
    }

    @Test
    void it_opens_beside_nothing_else_for_nothing_else_and_unchanged_only() throws Exception {
        var officer = Pair.fresh();
        var sealed = officer.key().seal(PURPOSE, ANNA, "the secret");
        assertThat(officer.secret().open(PURPOSE, "subject BORIS", sealed)).isEmpty();
        assertThat(officer.secret().open("another purpose", ANNA, sealed)).isEmpty();
        for (int at = sealed.lastIndexOf(':') + 1; at < sealed.length(); at++) {
            var changed = sealed.substring(0, at) + (sealed.charAt(at) == 'A' ? 'Q' : 'A') + sealed.substring(at + 1);
            assertThat(officer.secret().open(PURPOSE, ANNA, changed))
                    .as("letter " + at)
                    .isEmpty();
        }
        for (var rubbish :
                new String[] {"", "hpke1", "hpke1:x:y", "hpke1:" + officer.key().id() + ":AAAA", "::"}) {
            assertThat(officer.secret().open(PURPOSE, ANNA, rubbish)).isEmpty();
        }
    }

    @Test
    void the_same_is_never_sealed_alike_twice_and_the_length_tells_nothing_but_the_length() throws Exception {
        var officer = Pair.fresh();
        var one = officer.key().seal(PURPOSE, ANNA, "EXOSOMES");
        assertThat(officer.key().seal(PURPOSE, ANNA, "EXOSOMES"))
                .isNotEqualTo(one)
                .hasSameSizeAs(one);
        assertThat(officer.key().seal(PURPOSE, ANNA, "SALINE  ")).hasSameSizeAs(one);
    }

    @Test
    void what_was_sealed_before_the_key_was_renewed_still_opens() throws Exception {
        var old = Pair.fresh();
        var renewed = Pair.fresh();
        var both = RecipientSecret.of(renewed.opening() + ", " + old.opening());
        assertThat(both.open(PURPOSE, ANNA, old.key().seal(PURPOSE, ANNA, "then")))
                .hasValue("then");
        assertThat(both.open(PURPOSE, ANNA, renewed.key().seal(PURPOSE, ANNA, "now")))
                .hasValue("now");
    }

    @Test
    void a_key_that_is_none_stops_the_start() {
        assertThatThrownBy(() -> RecipientKey.of("bm8=")).hasMessageContaining("X25519");
        assertThatThrownBy(() -> RecipientSecret.of("%")).hasMessageContaining("X25519");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
