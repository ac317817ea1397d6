package io.equipoise.adverseevent.adapter.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.CaseEvent;
import io.equipoise.adverseevent.domain.Receipt;
import io.equipoise.adverseevent.domain.SafetyCase;
import io.equipoise.adverseevent.domain.Submission;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cases, which came with 0.2, as it was written then, read by today's code. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CasesOfRelease02Test {
    @RegisterExtension
    static final Released RELEASE = new Released("/journal/0.2-cases.json");

    @Test
    void a_case_of_release_0_2_is_replayed_to_the_same_state() {
        var safetyCase = SafetyCase.DECIDER.replay(RELEASE.facts("case/SC-4KD9W2XM"));
        assertThat(safetyCase.opened().orElseThrow().safetyReportId()).isEqualTo("DE-EQUIPOISE-SC-4KD9W2XM");
        assertThat(safetyCase.narrative()).contains("Anna felt warm an hour into the infusion.");
        assertThat(safetyCase.information())
                .extracting(each -> each.information().significant())
                .containsExactly(false, true);
        assertThat(safetyCase.information().getFirst().information().office()).hasToString("Europe/Berlin");
        assertThat(safetyCase.events()).extracting(CaseEvent::version).containsExactly(2);
        assertThat(safetyCase.submissions()).extracting(Submission::kind).containsExactly(Submission.Kind.INITIAL);
        assertThat(safetyCase.answer(1).orElseThrow().receipt()).isEqualTo(Receipt.ACCEPTED);
        assertThat(safetyCase.authorities()).containsExactly("EU-CTR", "FDA-IND");
        assertThat(safetyCase.otherNumbers()).containsExactly("DE-PARTNER-17");
        assertThat(safetyCase.nullified()).isPresent();
    }

    @Test
    void what_people_wrote_cannot_be_read_in_the_store() {
        assertThat(RELEASE.document().toJson())
                .contains("DE-EQUIPOISE-SC-4KD9W2XM")
                .doesNotContain("felt warm", "misread", "wrong person", "discharge.pdf", "ward physician");
    }
}
