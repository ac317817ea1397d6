package io.equipoise.studydesign;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.studydesign.adapter.schema.PublishedForm;
import io.equipoise.studydesign.domain.DesignFact;
import io.equipoise.studydesign.domain.DesignFact.SealAnchored;
import io.equipoise.studydesign.domain.Scope;
import io.equipoise.studydesign.domain.Status;
import io.equipoise.studydesign.domain.Study;
import io.equipoise.studydesign.domain.Study.InForce;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Journals as releases wrote them, read by today's code. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoldenJournalTest {
    private static final Document RELEASE_0_1 = Document.parse(Definitions.resource("/journal/0.1.json"));
    private static final Document RELEASE_0_2 = Document.parse(Definitions.resource("/journal/0.2.json"));

    @Test
    void a_study_of_release_0_1_is_replayed_to_the_same_state() {
        var study = Study.decider(PublishedForm.form()).replay(facts(RELEASE_0_1, "study/NCT07146087"));
        assertThat(study.version()).isEqualTo(2);
        assertThat(study.currentStatus()).contains(Status.RECRUITING);
        assertThat(study.activated())
                .isNotNull()
                .satisfies(told -> assertThat(told.activatedFor()).isEqualTo(Scope.ENROLMENT_AND_DOSING));
        assertThat(study.sites()).containsOnlyKeys("01", "02");
        assertThat(study.definition().at("/dosing/amount/value/number")).isEqualTo("1.0e10");
    }

    @Test
    void anchors_of_release_0_1_are_read_as_they_were_written() {
        assertThat(facts(RELEASE_0_1, "anchors/enrolment").getLast())
                .isInstanceOfSatisfying(
                        SealAnchored.class, anchor -> assertThat(anchor.to()).isEqualTo(80));
    }

    @Test
    void a_site_of_release_0_2_works_by_the_version_it_was_given() {
        var facts = facts(RELEASE_0_1, "study/NCT07146087");
        var study = Study.decider(PublishedForm.form())
                .replay(Stream.concat(facts.stream(), facts(RELEASE_0_2, "study/NCT07146087").stream())
                        .toList());
        assertThat(study.inForceAt("01")).hasValue(new InForce(3, LocalDate.parse("2025-06-16")));
        assertThat(study.inForceAt("02")).hasValue(new InForce(2, LocalDate.parse("2025-02-03")));
    }

    @Test
    void nothing_is_lost_in_reading_and_writing() {
        stored().forEach(stored -> {
            var written = Facts.codec().encode(Facts.codec().decode(stored));
            withoutWhatCameLater(written, stored);
            assertThat(written.toJson()).isEqualTo(stored.toJson());
        });
    }

    private static void withoutWhatCameLater(Document written, Document stored) {
        var data = written.get("data", Document.class);
        data.keySet()
                .removeIf(field -> data.get(field) == null
                        && !stored.get("data", Document.class).containsKey(field));
    }

    @Test
    void every_kind_of_fact_appears() {
        assertThat(stored().map(fact -> fact.getString("type")))
                .containsAll(Facts.codec().names());
    }

    private static Stream<Document> stored() {
        return Stream.of(RELEASE_0_1, RELEASE_0_2)
                .flatMap(release ->
                        release.keySet().stream().flatMap(stream -> release.getList(stream, Document.class).stream()));
    }

    private static List<DesignFact> facts(Document release, String stream) {
        return release.getList(stream, Document.class).stream()
                .map(Facts.codec()::decode)
                .toList();
    }
}
