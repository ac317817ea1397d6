package io.equipoise.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.equipoise.contracts.SubjectId;
import io.equipoise.enrolment.adapter.journal.EnrolmentJournal;
import io.equipoise.enrolment.domain.EnrolmentEvent;
import io.equipoise.enrolment.domain.Instrument;
import io.equipoise.enrolment.domain.Invitation;
import io.equipoise.enrolment.domain.Person;
import io.equipoise.enrolment.domain.Places;
import io.equipoise.enrolment.domain.Reading;
import io.equipoise.enrolment.domain.ScopedConsent;
import io.equipoise.enrolment.domain.SealAnchored;
import io.equipoise.enrolment.domain.SiteRule;
import io.equipoise.enrolment.domain.SiteRules;
import io.equipoise.enrolment.domain.Stage;
import io.equipoise.enrolment.domain.Subject;
import io.equipoise.enrolment.domain.SubjectEvent.SiteRulesApplied;
import io.equipoise.enrolment.domain.TreatmentOutcome;
import io.equipoise.enrolment.domain.Trial;
import io.equipoise.platform.journal.EventCodec;
import io.equipoise.platform.journal.KeyVault;
import io.equipoise.platform.web.StrictJson;
import io.equipoise.store.EmbeddedStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    static final EventCodec<EnrolmentEvent> NEXT = EnrolmentJournal.codec(
            StrictJson.mapper(), new KeyVault(CLIENT.getDatabase("golden2").getCollection("keys"), new byte[32]));

    static final EventCodec<EnrolmentEvent> THIRD = EnrolmentJournal.codec(
            StrictJson.mapper(), new KeyVault(CLIENT.getDatabase("golden3").getCollection("keys"), new byte[32]));

    static final EventCodec<EnrolmentEvent> FOURTH = EnrolmentJournal.codec(
            StrictJson.mapper(), new KeyVault(CLIENT.getDatabase("golden4").getCollection("keys"), new byte[32]));

    static Document frozen;
    static Document next;
    static Document third;
    static Document fourth;

    @BeforeAll
    static void thaw() throws IOException {
        frozen = thawed("0.1.0", "golden");
        next = thawed("0.2.0", "golden2");
        third = thawed("0.3.0", "golden3");
        fourth = thawed("0.4.0", "golden4");
    }

    private static Document thawed(String release, String database) throws IOException {
        try (var in = GoldenJournalTest.class.getResourceAsStream("/journal/" + release + ".json")) {
            var journal = Document.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            var keys = journal.getList("keys", Document.class);
            if (!keys.isEmpty()) {
                CLIENT.getDatabase(database).getCollection("keys").insertMany(keys);
            }
            return journal;
        }
    }

    @AfterAll
    static void stop() {
        CLIENT.close();
        STORE.close();
    }

    static List<EnrolmentEvent> facts(String stream) {
        return facts(frozen, CODEC, stream);
    }

    private static List<EnrolmentEvent> facts(Document journal, EventCodec<EnrolmentEvent> codec, String stream) {
        return journal.getList("journal", Document.class).stream()
                .filter(commit -> commit.getString("stream").equals(stream))
                .flatMap(commit -> commit.getList("facts", Document.class).stream())
                .map(codec::decode)
                .toList();
    }

    private static Person person(int number) {
        return (Person) Subject.DECIDER.replay(facts(next, NEXT, "subject/" + new SubjectId(Trial.NCT, "01", number)));
    }

    @Test
    void every_kind_of_fact_is_frozen_at_least_once() {
        assertThat(Stream.of(frozen, next, third, fourth)
                        .flatMap(journal -> journal.getList("journal", Document.class).stream())
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
    void the_frozen_people_of_the_second_release_came_again_moved_and_were_agreed_for() {
        assertThat(person(1).arrival().invitation()).isEqualTo("LETTER-7");
        assertThat(person(1).arrival().rescreenedAs()).isEqualTo(Trial.BORIS);
        assertThat(person(2).arrival().attempt()).isEqualTo(2);
        assertThat(person(2).agreements().guardians()).hasSize(1);
        assertThat(person(2).agreements().assents()).hasSize(1);
        assertThat(person(2).treatments().getFirst().outcome()).isEqualTo(TreatmentOutcome.FAILED);
        assertThat(person(3).participation().version()).isEqualTo(3);
        var invitation = Invitation.DECIDER.replay(facts(next, NEXT, "invitation/" + Trial.NCT + "/LETTER-7"));
        assertThat(invitation.boundTo()).isEqualTo(Trial.ANNA);
    }

    @Test
    void the_frozen_measurements_of_the_third_release_are_ranges_in_linked_samples() {
        var anna = (Person) Subject.DECIDER.replay(facts(third, THIRD, "subject/" + Trial.ANNA));
        var measured = anna.examinations().assessments().getFirst().measurement();
        assertThat(measured.reading()).isEqualTo(new Reading("70", "80", null, "%"));
        assertThat(measured.sample()).isEqualTo("CSF-1");
        assertThat(anna.agreements().scopes())
                .containsExactly(new ScopedConsent("IMAGE_PUBLICATION", Trial.SCREENED, Trial.ENROLLED));
        assertThat(anna.examinations().samples().getFirst().puncture()).isEqualTo("LP-1");
        assertThat(anna.examinations().punctures().getFirst().spinalLevel()).isEqualTo("L4-L5");
        assertThat(anna.examinations().assessments().getLast().instrument())
                .isEqualTo(new Instrument("Barthel Index", "1965"));
    }

    @Test
    void the_frozen_rules_of_a_site_are_what_it_asked() {
        var rules = SiteRules.DECIDER.replay(facts(fourth, FOURTH, "site-rules/" + Trial.NCT + "/01"));
        assertThat(rules.newest().rules()).extracting(SiteRule::replaces).containsExactly("EDSS", null);
        assertThat(facts(fourth, FOURTH, "subject/" + Trial.ANNA))
                .containsExactly(new SiteRulesApplied(Trial.ANNA, 1, 2));
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
        assertThat(next.toJson()).doesNotContain("canary-treatment").doesNotContain("1980-05-17");
        assertThat(third.toJson()).doesNotContain("canary-symptom");
        assertThat(frozen.toJson()).doesNotContain("1980-05-17").doesNotContain("PRIMARY_PROGRESSIVE_MS");
    }
}
