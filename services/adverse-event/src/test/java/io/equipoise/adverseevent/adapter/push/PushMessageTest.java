package io.equipoise.adverseevent.adapter.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** With the keys, the salt and the result of RFC 8291, appendix A. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PushMessageTest {
    private static final String BROWSER_KEY =
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    private static final String OUR_KEY =
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8";

    @Test
    void the_example_of_the_standard_comes_out_byte_by_byte() throws GeneralSecurityException {
        var message = new PushMessage(bytes(BROWSER_KEY), bytes("BTBZMqHH6r4Tts7J_aSIgg"));
        var sealed = message.sealed(
                "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.US_ASCII),
                pair("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"),
                bytes("DGv6ra1nlYgDCS1FRnbzlw"));
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed))
                .isEqualTo(
                        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS"
                            + "6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy"
                            + "4a-fN");
    }

    @Test
    void a_point_beside_the_curve_is_refused() {
        var beside = bytes(BROWSER_KEY);
        beside[64] ^= 1;
        assertThatThrownBy(() -> Curve.publicKey(beside)).hasMessage("not a point of P-256");
        assertThatThrownBy(() -> Curve.publicKey(new byte[64])).hasMessageContaining("not an uncompressed point");
    }

    @Test
    void a_point_is_written_as_it_was_read() throws GeneralSecurityException {
        assertThat(Curve.point(Curve.publicKey(bytes(OUR_KEY)))).isEqualTo(bytes(OUR_KEY));
    }

    private static KeyPair pair(String secret) throws GeneralSecurityException {
        var key = new ECPrivateKeySpec(new BigInteger(1, bytes(secret)), Curve.parameters());
        return new KeyPair(
                Curve.publicKey(bytes(OUR_KEY)), KeyFactory.getInstance("EC").generatePrivate(key));
    }

    private static byte[] bytes(String base64url) {
        return Base64.getUrlDecoder().decode(base64url);
    }
}
