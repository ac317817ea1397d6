package io.equipoise.adverseevent.adapter.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.equipoise.adverseevent.domain.Unblinding;
import io.equipoise.adverseevent.domain.UnblindingFact.TreatmentRead;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UnblindingOfRelease02Test {
    private static final String FROZEN = "/journal/0.2-unblinding.json";

    @RegisterExtension
    static final Released RELEASE = new Released(FROZEN);

    @Test
    void an_unblinding_of_release_0_2_is_replayed_to_the_same_state() throws IOException {
        var unblinding = Unblinding.DECIDER.replay(RELEASE.facts("unblinding/AE-7Q2M9K4T"));
        assertThat(unblinding.latest().orElseThrow().treatment().code()).isEqualTo("EXOSOMES");
        assertThat(unblinding.looks()).extracting(TreatmentRead::by).containsExactly("saf-01");
        assertThat(GoldenJournalTest.read(FROZEN).toJson()).doesNotContain("EXOSOMES");
    }
}
