package io.equipoise.adverseevent.adapter.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.equipoise.adverseevent.application.AcknowledgementLinks.Expired;
import io.equipoise.adverseevent.application.AcknowledgementLinks.Forged;
import io.equipoise.adverseevent.application.AcknowledgementLinks.Good;
import io.equipoise.adverseevent.application.Ward;
import io.equipoise.adverseevent.domain.Delivery;
import io.equipoise.platform.journal.KeyVault;
import io.equipoise.store.EmbeddedStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignedLinksTest {
    private static final Instant NOW = Instant.parse("2025-03-11T11:00:00Z");
    private static final Delivery MAIL = new Delivery(1, Ward.OFFICER);
    private static EmbeddedStore store;
    private static MongoClient client;
    private static SignedLinks links;

    @BeforeAll
    static void start() {
        store = EmbeddedStore.temporary();
        client = MongoClients.create(store.uri());
        links = links("links");
    }

    @AfterAll
    static void stop() {
        client.close();
        store.close();
    }

    @Test
    void a_link_says_which_alert_and_by_which_mail_until_it_ends() {
        var token = links.token(Ward.ALERT, MAIL, NOW);
        var until = NOW.plus(Duration.ofDays(3));
        assertThat(links.read(token, until.minusSeconds(1))).isEqualTo(new Good(Ward.ALERT, MAIL, until));
        assertThat(links.read(token, until)).isEqualTo(new Expired(Ward.ALERT, until));
    }

    @Test
    void what_was_changed_on_the_way_is_no_link() {
        var token = links.token(Ward.ALERT, MAIL, NOW);
        for (int i = 0; i < token.length(); i++) {
            var other = token.charAt(i) == 'A' ? 'B' : 'A';
            var changed = token.substring(0, i) + other + token.substring(i + 1);
            if (!sameContent(changed, token)) {
                assertThat(links.read(changed, NOW)).as(changed).isEqualTo(new Forged());
            }
        }
    }

    @Test
    void what_another_house_signed_is_no_link() {
        assertThat(links.read(links("elsewhere").token(Ward.ALERT, MAIL, NOW), NOW))
                .isEqualTo(new Forged());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "x", "x.y", "A.", ".A", "%%%.%%%"})
    void nonsense_is_no_link(String token) {
        assertThat(links.read(token, NOW)).isEqualTo(new Forged());
        assertThat(links.read("A".repeat(100_000) + "." + token, NOW)).isEqualTo(new Forged());
    }

    /** The last letter of base64 has bits that mean nothing. */
    private static boolean sameContent(String one, String other) {
        try {
            var mine = one.substring(0, one.lastIndexOf('.'));
            return text(mine).equals(text(other.substring(0, other.lastIndexOf('.'))))
                    && one.substring(mine.length()).equals(other.substring(mine.length()));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException none) {
            return false;
        }
    }

    private static String text(String base64url) {
        return new String(Base64.getUrlDecoder().decode(base64url), StandardCharsets.UTF_8);
    }

    private static SignedLinks links(String database) {
        return new SignedLinks(new KeyVault(client.getDatabase(database).getCollection("keys"), new byte[32]));
    }
}
