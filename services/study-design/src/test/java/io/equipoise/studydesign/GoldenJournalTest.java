package io.equipoise.studydesign;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.studydesign.adapter.schema.PublishedForm;
import io.equipoise.studydesign.domain.DesignFact;
import io.equipoise.studydesign.domain.DesignFact.SealAnchored;
import io.equipoise.studydesign.domain.Status;
import io.equipoise.studydesign.domain.Study;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Journals as releases wrote them, read by today's code. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoldenJournalTest {
    private static final Document RELEASE_0_1 = Document.parse(Definitions.resource("/journal/0.1.json"));

    @Test
    void a_study_of_release_0_1_is_replayed_to_the_same_state() {
        var study = Study.decider(PublishedForm.form()).replay(facts("study/NCT07146087"));
        assertThat(study.version()).isEqualTo(2);
        assertThat(study.currentStatus()).contains(Status.RECRUITING);
        assertThat(study.activated()).isNotNull();
        assertThat(study.sites()).containsOnlyKeys("01", "02");
        assertThat(study.definition().at("/dosing/amount/value/number")).isEqualTo("1.0e10");
    }

    @Test
    void anchors_of_release_0_1_are_read_as_they_were_written() {
        assertThat(facts("anchors/enrolment").getLast())
                .isInstanceOfSatisfying(
                        SealAnchored.class, anchor -> assertThat(anchor.to()).isEqualTo(80));
    }

    @Test
    void nothing_is_lost_in_reading_and_writing() {
        for (var stream : RELEASE_0_1.keySet()) {
            for (var stored : RELEASE_0_1.getList(stream, Document.class)) {
                assertThat(Facts.codec().encode(Facts.codec().decode(stored)).toJson())
                        .isEqualTo(stored.toJson());
            }
        }
    }

    @Test
    void every_kind_of_fact_appears() {
        assertThat(RELEASE_0_1.keySet().stream()
                        .flatMap(stream -> RELEASE_0_1.getList(stream, Document.class).stream())
                        .map(fact -> fact.getString("type")))
                .containsAll(Facts.codec().names());
    }

    private static List<DesignFact> facts(String stream) {
        return RELEASE_0_1.getList(stream, Document.class).stream()
                .map(Facts.codec()::decode)
                .toList();
    }
}
