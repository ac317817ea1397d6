package io.equipoise.local.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChainTest {
    private static final String AT = "2026-11-22T15:00:00Z";
    private static final Chain HONEST = chain("as it was");
    private static final Chain REWRITTEN = chain("as somebody wants it");

    /** Three seals over forty positions each. */
    private static Chain chain(String content) {
        var seals = new ArrayList<Seal>();
        var previous = Seal.FIRST;
        for (int ordinal = 1; ordinal <= 3; ordinal++) {
            var open = new Seal(
                    "enrolment", 0, ordinal, 40L * ordinal - 39, 40L * ordinal, hash(content + ordinal), previous, "");
            var line = open.line();
            var closed = hash(line.substring(0, line.length() - 1));
            seals.add(new Seal("enrolment", 0, ordinal, open.from(), open.to(), open.root(), previous, closed));
            previous = closed;
        }
        return new Chain(seals);
    }

    private static List<Anchor> anchors(Chain chain) {
        return chain.seals().stream()
                .map(seal -> new Anchor(seal.lane(), seal.to(), seal.seal(), AT))
                .toList();
    }

    @Test
    void a_chain_that_nobody_touched_fits_itself_and_what_was_written_down() {
        assertThat(HONEST.broken()).isEmpty();
        assertThat(HONEST.against("study-design", anchors(HONEST))).isEmpty();
        assertThat(HONEST.isAnchoredToItsEnd(anchors(HONEST))).isTrue();
        assertThat(HONEST.isAnchoredToItsEnd(anchors(HONEST).subList(0, 2))).isFalse();
    }

    @Test
    void a_wholly_rewritten_chain_fits_itself_and_is_found_seal_by_seal() {
        assertThat(REWRITTEN.broken()).isEmpty();
        assertThat(REWRITTEN.against("study-design", anchors(HONEST)))
                .hasSize(3)
                .first()
                .isEqualTo("seal 1 of lane 0 (positions 1 to 40) is not the one that study-design wrote down at " + AT);
    }

    @Test
    void a_rewritten_chain_whose_newest_seal_was_written_down_since_is_found_by_the_older_ones() {
        var since = List.of(anchors(HONEST).get(0), anchors(REWRITTEN).get(2));
        assertThat(REWRITTEN.against("study-design", since)).hasSize(1);
    }

    @Test
    void a_cut_off_chain_is_found() {
        var cut = new Chain(HONEST.seals().subList(0, 2));
        assertThat(cut.broken()).isEmpty();
        assertThat(cut.against("study-design", anchors(HONEST)))
                .containsExactly("no seal ends at position 120 of lane 0, but study-design wrote one down at " + AT);
    }

    @Test
    void a_chain_of_which_nothing_was_written_down_proves_nothing() {
        assertThat(HONEST.against("study-design", List.of()))
                .containsExactly("study-design has written none of its seals down");
        assertThat(new Chain(List.of()).against("study-design", List.of())).isEmpty();
    }

    @Test
    void a_seal_that_says_another_thing_or_follows_another_is_found() {
        var second = HONEST.seals().get(1);
        var changed = new Seal("enrolment", 0, 2, 41, 80, hash("else"), second.previous(), second.seal());
        assertThat(new Chain(List.of(HONEST.seals().get(0), changed)).broken())
                .containsExactly("seal 2 of lane 0 (positions 41 to 80) is not the hash of what it says");
        assertThat(new Chain(List.of(HONEST.seals().get(0), REWRITTEN.seals().get(1))).broken())
                .containsExactly("seal 2 of lane 0 (positions 41 to 80) does not follow the one before");
        assertThat(new Chain(List.of(second)).broken()).hasSize(1);
    }

    @Test
    void exported_seals_are_checked_by_their_signature_alone_and_against_the_chain_of_today() throws Exception {
        var house = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var export = export(house, HONEST.seals().subList(2, 3), "enrolment");
        assertThat(export.problems(house.getPublic())).isEmpty();
        assertThat(export.problems(HONEST)).isEmpty();
        assertThat(export.problems(REWRITTEN)).hasSize(1).first().asString().contains("was exported");
        var other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        assertThat(export.problems(other.getPublic())).hasSize(1);
        var forged = new ExportedSeals(
                export.form(),
                "enrolment",
                export.exportedAt(),
                REWRITTEN.seals().subList(2, 3),
                export.signature());
        assertThat(forged.problems(house.getPublic())).hasSize(1);
        var unsigned = new ExportedSeals(export.form(), "enrolment", AT, export.seals(), "no signature");
        assertThat(unsigned.problems(house.getPublic())).hasSize(1);
        assertThat(ExportedSeals.key(
                        Base64.getEncoder().encodeToString(house.getPublic().getEncoded())))
                .isEqualTo(house.getPublic());
    }

    private static ExportedSeals export(KeyPair keys, List<Seal> seals, String service) throws Exception {
        var text = Stream.concat(
                        Stream.of("equipoise-seals/1", service, AT),
                        seals.stream().map(Seal::line))
                .collect(Collectors.joining("\n"));
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(keys.getPrivate());
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        var signed = Base64.getEncoder().encodeToString(signature.sign());
        return new ExportedSeals("equipoise-seals/1", service, AT, seals, signed);
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
