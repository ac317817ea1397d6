package io.equipoise.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.equipoise.enrolment.adapter.journal.EnrolmentJournal;
import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.Person;
import io.equipoise.enrolment.domain.Places;
import io.equipoise.enrolment.domain.SealAnchored;
import io.equipoise.enrolment.domain.Stage;
import io.equipoise.enrolment.domain.Subject;
import io.equipoise.enrolment.domain.Trial;
import io.equipoise.platform.journal.EventCodec;
import io.equipoise.platform.journal.KeyVault;
import io.equipoise.platform.web.StrictJson;
import io.equipoise.store.EmbeddedStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Journals of earlier releases, with their keys as they were wrapped then, are read and replayed today. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoldenJournalTest {
    private static final EmbeddedStore STORE = EmbeddedStore.temporary();
    private static final MongoClient CLIENT = MongoClients.create(STORE.uri());
    static final EventCodec<EnrolmentEvent> CODEC = EnrolmentJournal.codec(
            StrictJson.mapper(), new KeyVault(CLIENT.getDatabase("golden").getCollection("keys"), new byte[32]));

    static Document frozen;

    @BeforeAll
    static void thaw() throws IOException {
        try (var in = GoldenJournalTest.class.getResourceAsStream("/journal/0.1.0.json")) {
            frozen = Document.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        CLIENT.getDatabase("golden").getCollection("keys").insertMany(frozen.getList("keys", Document.class));
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        STORE.close();
    }

    static List<EnrolmentEvent> facts(String stream) {
        return frozen.getList("journal", Document.class).stream()
                .filter(commit -> commit.getString("stream").equals(stream))
                .flatMap(commit -> commit.getList("facts", Document.class).stream())
                .map(CODEC::decode)
                .toList();
    }

    @Test
    void every_kind_of_fact_is_frozen_at_least_once() {
        assertThat(frozen.getList("journal", Document.class).stream()
                        .flatMap(commit -> commit.getList("facts", Document.class).stream())
                        .map(fact -> fact.getString("type"))
                        .collect(Collectors.toSet()))
                .isEqualTo(CODEC.names());
    }

    @Test
    void the_frozen_people_stand_where_they_stood() {
        var anna = (Person) Subject.DECIDER.replay(facts("subject/NCT07146087-01-0001"));
        var boris = (Person) Subject.DECIDER.replay(facts("subject/NCT07146087-01-0002"));
        assertThat(anna.stage()).isEqualTo(Stage.WITHDRAWN);
        assertThat(anna.latest().get("edss").value()).isEqualTo("4.5");
        assertThat(anna.setAside()).hasSize(1);
        assertThat(anna.place().ordinal()).isEqualTo(1);
        assertThat(boris.stage()).isEqualTo(Stage.SCREEN_FAILED);
    }

    @Test
    void the_frozen_places_are_held_by_whoever_held_them() {
        assertThat(Places.DECIDER.replay(facts("places/" + Trial.NCT)).held()).containsOnlyKeys(Trial.ANNA);
    }

    @Test
    void the_frozen_anchor_of_study_design_is_held() {
        assertThat(facts("anchors/study-design").getLast())
                .isInstanceOfSatisfying(
                        SealAnchored.class, anchor -> assertThat(anchor.to()).isEqualTo(40));
    }

    @Test
    void what_was_observed_is_frozen_in_cipher() {
        assertThat(frozen.toJson()).doesNotContain("1980-05-17").doesNotContain("PRIMARY_PROGRESSIVE_MS");
    }
}
