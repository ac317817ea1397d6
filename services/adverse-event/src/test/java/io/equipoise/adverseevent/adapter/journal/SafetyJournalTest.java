package io.equipoise.adverseevent.adapter.journal;

import static io.equipoise.adverseevent.domain.Wards.ADMITTED_REPORTED;
import static io.equipoise.adverseevent.domain.Wards.ANNA;
import static io.equipoise.adverseevent.domain.Wards.MILD_REPORTED;
import static io.equipoise.adverseevent.domain.Wards.REACTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import io.equipoise.adverseevent.domain.AdverseEventFact.AdverseEventReported;
import io.equipoise.adverseevent.domain.SafetyFact;
import io.equipoise.adverseevent.domain.Wards;
import io.equipoise.platform.journal.EventCodec;
import io.equipoise.platform.journal.KeyVault;
import io.equipoise.platform.web.StrictJson;
import io.equipoise.store.EmbeddedStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SafetyJournalTest {
    private static EmbeddedStore store;
    private static KeyVault keys;
    private static EventCodec<SafetyFact> codec;

    @BeforeAll
    static void start() {
        store = EmbeddedStore.temporary();
        var database = MongoClients.create(store.uri()).getDatabase("codec");
        keys = new KeyVault(database.getCollection("keys"), new byte[32]);
        codec = SafetyJournal.codec(StrictJson.mapper(), keys);
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void what_is_written_is_read_again() {
        assertThat(codec.decode(codec.encode(MILD_REPORTED))).isEqualTo(MILD_REPORTED);
        assertThat(codec.decode(codec.encode(ADMITTED_REPORTED))).isEqualTo(ADMITTED_REPORTED);
    }

    @Test
    void subjects_and_moments_are_written_as_people_write_them() {
        assertThat(codec.encode(ADMITTED_REPORTED).toJson())
                .contains("\"NCT07146087-01-0001\"", "\"onset\": \"2025-03-11T10:05:00Z\"");
    }

    @Test
    void a_day_without_a_time_stays_one() {
        var fact = new AdverseEventReported(REACTION, ANNA, Wards.lasting("2025-03-09", "2025-03-10"), null, null);
        assertThat(codec.decode(codec.encode(fact))).isEqualTo(fact);
    }

    @Test
    void a_narrative_cannot_be_read_in_the_store() {
        assertThat(codec.encode(MILD_REPORTED).toJson()).doesNotContain("felt warm");
    }

    @Test
    void a_person_who_is_forgotten_takes_the_narrative_along_and_nobody_elses() {
        var boris = new AdverseEventReported("AE-00000002", Wards.BORIS, Wards.MILD, Wards.AN_HOUR_IN, "felt cold");
        var stored = codec.encode(boris);
        var annas = codec.encode(MILD_REPORTED);
        keys.forget("subject/" + Wards.BORIS);
        assertThat(codec.decode(stored))
                .isEqualTo(new AdverseEventReported(
                        "AE-00000002", Wards.BORIS, Wards.MILD, Wards.AN_HOUR_IN, SafetyJournal.FORGOTTEN));
        assertThat(codec.decode(annas)).isEqualTo(MILD_REPORTED);
    }
}
