package io.equipoise.adverseevent.adapter.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.equipoise.adverseevent.domain.AdverseEvent;
import io.equipoise.adverseevent.domain.Alert;
import io.equipoise.adverseevent.domain.Delivery;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.platform.journal.EventCodec;
import io.equipoise.platform.journal.KeyVault;
import io.equipoise.platform.web.StrictJson;
import io.equipoise.store.EmbeddedStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Journals as releases wrote them, read by today's code. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoldenJournalTest {
    private static EmbeddedStore store;
    private static MongoClient client;
    private static EventCodec<SafetyFact> codec;
    private static Document release;

    @BeforeAll
    static void open() throws IOException {
        store = EmbeddedStore.temporary();
        client = MongoClients.create(store.uri());
        try (var in = Objects.requireNonNull(GoldenJournalTest.class.getResourceAsStream("/journal/0.1.json"))) {
            release = Document.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        var keys = client.getDatabase("golden").getCollection("keys");
        keys.insertMany(release.getList("keys", Document.class));
        codec = SafetyJournal.codec(StrictJson.mapper(), new KeyVault(keys, new byte[32]));
    }

    @AfterAll
    static void close() {
        client.close();
        store.close();
    }

    @Test
    void an_event_of_release_0_1_is_replayed_to_the_same_state() {
        var event = AdverseEvent.DECIDER.replay(facts("adverse-event/AE-7Q2M9K4T"));
        assertThat(event.accounts()).extracting(said -> said.account().grade()).containsExactly(2, 3);
        assertThat(event.accounts())
                .extracting(said -> said.account().serious())
                .containsExactly(false, true);
        assertThat(event.narrative()).isEqualTo("felt warm");
        assertThat(event.latest().orElseThrow().given())
                .hasToString("DoseLink[dose=1, kit=K-483920, packagingLot=P-0001, minutesFromStart=65]");
    }

    @Test
    void an_alert_of_release_0_1_is_replayed_to_the_same_state() {
        var alert = Alert.DECIDER.replay(facts("alert/AL-AE-7Q2M9K4T"));
        assertThat(alert.open()).isFalse();
        assertThat(alert.steps()).isEqualTo(1);
        assertThat(alert.due()).extracting(Delivery::step).containsExactly(1);
        assertThat(alert.attempts().values()).containsExactly(4);
    }

    @Test
    void every_kind_of_fact_appears() {
        assertThat(release.keySet().stream()
                        .filter(stream -> stream.contains("/"))
                        .flatMap(stream -> release.getList(stream, Document.class).stream())
                        .map(fact -> fact.getString("type")))
                .containsAll(codec.names());
    }

    private static List<SafetyFact> facts(String stream) {
        return release.getList(stream, Document.class).stream()
                .map(codec::decode)
                .toList();
    }
}
