package io.equipoise.ehr;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.ehr.domain.EhrFact;
import io.equipoise.ehr.domain.EhrFact.FactsReceived;
import io.equipoise.ehr.domain.EhrFact.PatientLinked;
import io.equipoise.ehr.domain.EhrLink;
import io.equipoise.ehr.domain.Identity;
import io.equipoise.ehr.domain.ScreeningFact;
import io.equipoise.platform.journal.EventCodec;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A journal as a release wrote it, encrypted fields and wrapped keys included, read by today's code. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoldenJournalTest {
    private static final String BORIS = "NCT07146087-01-0002";
    private static final String FORGOTTEN = "ehr-link/" + BORIS;
    private static final Document RELEASE_0_1 = Document.parse(Bundles.resource("/journal/0.1.json"));

    @Test
    void a_link_of_release_0_1_is_replayed_to_the_same_state() {
        var codec = codec("golden");
        var facts = RELEASE_0_1.getList(Facts.STREAM, Document.class).stream()
                .map(codec::decode)
                .toList();
        assertThat(facts).containsExactly(Facts.ANNA, Facts.RECEIVED);
        var link = EhrLink.DECIDER.replay(facts);
        assertThat(link.identity()).isEqualTo(Facts.ANNA.identity());
        assertThat(link.told()).hasSize(2);
        assertThat(link.consents()).containsExactly(Facts.RECEIVED.consent());
    }

    @Test
    void a_person_forgotten_in_release_0_1_is_nobody_today() {
        var codec = codec("forgotten");
        var facts = RELEASE_0_1.getList(FORGOTTEN, Document.class).stream()
                .map(codec::decode)
                .toList();
        assertThat(facts.get(0)).isEqualTo(new PatientLinked(BORIS, Identity.FORGOTTEN));
        assertThat(facts.get(1))
                .isEqualTo(new FactsReceived(BORIS, List.of(ScreeningFact.FORGOTTEN), null, "fhir-r4/1"));
        assertThat(EhrLink.DECIDER.replay(facts)).isEqualTo(new EhrLink(null, Set.of(), Set.of(), true));
    }

    @Test
    void every_kind_of_fact_appears() {
        assertThat(Stream.of(Facts.STREAM, FORGOTTEN)
                        .flatMap(stream -> RELEASE_0_1.getList(stream, Document.class).stream())
                        .map(fact -> fact.getString("type")))
                .containsAll(codec("kinds").names());
    }

    private static EventCodec<EhrFact> codec(String name) {
        var database = Facts.database(name);
        database.getCollection("keys").insertMany(RELEASE_0_1.getList("keys", Document.class));
        return Facts.codec(database);
    }
}
